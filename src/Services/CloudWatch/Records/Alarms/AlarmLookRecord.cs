namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>When a metric alarm is looked at next: nothing can change its state before, as far as is known.</summary>
/// <param name="Name">The alarm.</param>
/// <param name="Due">When; null where only new data can change its state.</param>
/// <param name="Span">How many seconds ahead was looked.</param>
internal sealed record AlarmLookRecord(AlarmName Name, DateTimeOffset? Due, long Span);
