using System.Globalization;
using Orrery.Contracts.Alarms;
using Orrery.Core;

namespace Orrery.Services.AutoScaling.Policies;

/// <summary>Alarms in words.</summary>
internal static class AlarmTexts
{
    /// <summary>That an alarm is in its state, as a reason.</summary>
    public static Reason Reason(KeptAlarm alarm) => Core.Reason.Of(
        "ALARM_STATE",
        $"{alarm.Name} is in {alarm.State}: {Watched(alarm.Subject) ?? "its expression"} is "
            + $"{Number(alarm.Value) ?? "unknown"}, {Side(alarm)} its threshold "
            + (Number(alarm.Threshold) ?? "band"),
        alarm.Arn);

    // Of some of the last values most breach, and the newest one may not.
    private static string Side(KeptAlarm alarm)
    {
        var side = alarm.IsAbove ? "above" : "below";
        var isBeyond = alarm.IsAbove ? alarm.Value > alarm.Threshold : alarm.Value < alarm.Threshold;
        return isBeyond || alarm.Value is null || alarm.Threshold is null ? side : $"not {side}";
    }

    /// <summary>What an alarm watches; null for an expression.</summary>
    public static string? Watched(AlarmSubject? subject) => subject?.Metric is { } metric
        ? $"{subject.Statistic} {metric.Name} over {subject.Period} s ({metric.Namespace}"
            + string.Concat(metric.Dimensions.Select(d => $" {d.Name}={d.Value}")) + ")"
        : null;

    /// <summary>A number with no more digits than a person reads.</summary>
    public static string? Number(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);
}
