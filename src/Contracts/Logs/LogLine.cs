namespace Orrery.Contracts.Logs;

/// <summary>An event of a log stream.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Message">Its text.</param>
public sealed record LogLine(DateTimeOffset At, string Message);
