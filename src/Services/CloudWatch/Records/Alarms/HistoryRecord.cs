using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>An item of the history of an alarm.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">The alarm.</param>
/// <param name="AlarmType">The type of the alarm.</param>
/// <param name="At">When.</param>
/// <param name="Type">What kind of item.</param>
internal sealed record HistoryRecord(
    HistoryKey Key, string Name, AlarmType AlarmType, DateTimeOffset At, HistoryItemType Type)
{
    /// <summary>In words; null where the change or the action tells it.</summary>
    public string? Summary { get; init; }

    /// <summary>As JSON; null where the change or the action tells it.</summary>
    public string? Data { get; init; }

    /// <summary>The change of state that it tells.</summary>
    public HistoryChange? Change { get; init; }

    /// <summary>The action that it tells.</summary>
    public HistoryAction? Action { get; init; }
}
