namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>An action that an alarm did, or failed to.</summary>
/// <param name="Arn">The action.</param>
/// <param name="StateUpdated">When the state was last set for which it was done.</param>
/// <param name="Message">What was published, for a topic.</param>
/// <param name="Failure">What went wrong; null where nothing did.</param>
internal sealed record HistoryAction(string Arn, DateTimeOffset StateUpdated, string? Message, string? Failure);
