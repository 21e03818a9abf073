namespace Orrery.Kernel.Time;

/// <summary>Something that is due. Persisted: the shape only grows.</summary>
/// <param name="Id">The timer's name, which is also its place in the queue.</param>
/// <param name="Due">When it fires, in virtual time.</param>
/// <param name="Kind">Which handler it fires.</param>
/// <param name="Subject">What the handler is given, for example a resource id.</param>
/// <param name="Sequence">The commit that scheduled it.</param>
public sealed record TimerRecord(TimerId Id, DateTimeOffset Due, string Kind, string Subject, long Sequence);
