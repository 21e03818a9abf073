namespace Orrery.Host.Logging;

/// <summary>What a line of the log is made of.</summary>
/// <param name="At">When it was.</param>
/// <param name="Took">How long a request took.</param>
/// <param name="Facts">What is known of a request; of a failure what failed, and in which request.</param>
/// <param name="Problem">The failure of Orrery itself; null for a request.</param>
internal readonly record struct LogEntry(DateTimeOffset At, TimeSpan Took, RequestFacts Facts, Exception? Problem);
