namespace Orrery.Services.Logs.Records;

/// <summary>An event on its way to a log group of another account or region.</summary>
/// <param name="Group">The log group.</param>
/// <param name="Stream">The stream.</param>
/// <param name="At">The event's time.</param>
/// <param name="Message">Its text.</param>
public sealed record PostRecord(string Group, string Stream, DateTimeOffset At, string Message);
