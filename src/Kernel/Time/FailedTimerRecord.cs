namespace Orrery.Kernel.Time;

/// <summary>
/// A timer whose handler failed: kept, so that nothing is lost in silence. Persisted: the shape only grows.
/// </summary>
/// <param name="Timer">The timer.</param>
/// <param name="FailedAt">When it fired.</param>
/// <param name="Error">What the handler threw.</param>
public sealed record FailedTimerRecord(TimerRecord Timer, DateTimeOffset FailedAt, string Error);
