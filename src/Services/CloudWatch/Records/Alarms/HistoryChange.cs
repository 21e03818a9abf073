namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>A change of an alarm's state.</summary>
/// <param name="Before">The state before.</param>
/// <param name="After">The state after.</param>
internal sealed record HistoryChange(StateWhy Before, StateWhy After);
