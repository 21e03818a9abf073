namespace Orrery.Host.Admin.Shapes;

/// <summary>Something that will happen.</summary>
/// <param name="Due">When, in virtual time.</param>
/// <param name="Kind">What kind of event it is.</param>
/// <param name="Subject">The resource that it is about.</param>
public sealed record TimerView(DateTimeOffset Due, string Kind, string Subject);
