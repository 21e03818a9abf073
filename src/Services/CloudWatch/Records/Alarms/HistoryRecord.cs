using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>An item of the history of an alarm.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">The alarm.</param>
/// <param name="AlarmType">The type of the alarm.</param>
/// <param name="At">When.</param>
/// <param name="Type">What kind of item.</param>
/// <param name="Summary">In words.</param>
/// <param name="Data">As JSON.</param>
internal sealed record HistoryRecord(
    HistoryKey Key,
    string Name,
    AlarmType AlarmType,
    DateTimeOffset At,
    HistoryItemType Type,
    string Summary,
    string Data);
