using Orrery.Kernel.State;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;

namespace Orrery.Services.CloudWatch;

/// <summary>The tables of alarms.</summary>
internal static class AlarmTables
{
    /// <summary>What alarms are told to do.</summary>
    public static readonly Table<AlarmName, AlarmRecord> Alarms =
        Table<AlarmName, AlarmRecord>.Resident("cloudwatch.alarms", r => r.Name, () => AlarmJson.Default.AlarmRecord);

    /// <summary>Alarms by the metrics they watch, whole, by namespace and by dimension.</summary>
    public static readonly Index<AlarmName, AlarmRecord> ByMetric =
        Alarms.IndexMany("metric", alarm => WatchedMetrics.Keys(alarm));

    /// <summary>Composite alarms by the alarms in their rules.</summary>
    public static readonly Index<AlarmName, AlarmRecord> ByChild =
        Alarms.IndexMany("child", alarm => alarm.Rule?.Children ?? []);

    /// <summary>Composite alarms by their suppressor.</summary>
    public static readonly Index<AlarmName, AlarmRecord> BySuppressor =
        Alarms.Index("suppressor", alarm => alarm.Rule?.SuppressorName);

    /// <summary>Alarms by what they do when they go into ALARM.</summary>
    public static readonly Index<AlarmName, AlarmRecord> ByAlarmAction =
        Alarms.IndexMany("alarm-action", alarm => alarm.AlarmActions);

    /// <summary>Alarms by all that they do.</summary>
    public static readonly Index<AlarmName, AlarmRecord> ByAction = Alarms.IndexMany("action", ActionsOf);

    /// <summary>The states of alarms.</summary>
    public static readonly Table<AlarmName, AlarmStateRecord> States =
        Table<AlarmName, AlarmStateRecord>.Resident(
            "cloudwatch.alarm-states", r => r.Name, () => AlarmJson.Default.AlarmStateRecord);

    /// <summary>When metric alarms are looked at next.</summary>
    public static readonly Table<AlarmName, AlarmLookRecord> Looks =
        Table<AlarmName, AlarmLookRecord>.Resident(
            "cloudwatch.alarm-looks", r => r.Name, () => AlarmJson.Default.AlarmLookRecord);

    /// <summary>What happened to alarms in the last 30 days.</summary>
    public static readonly Table<HistoryKey, HistoryRecord> History =
        Table<HistoryKey, HistoryRecord>.Stored(
            "cloudwatch.alarm-history", r => r.Key, () => AlarmJson.Default.HistoryRecord);

    /// <summary>The anomaly detectors.</summary>
    public static readonly Table<DetectorKey, DetectorRecord> Detectors =
        Table<DetectorKey, DetectorRecord>.Resident(
            "cloudwatch.anomaly-detectors", r => r.Key, () => AlarmJson.Default.DetectorRecord);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AnyTable> All { get; } = [Alarms, States, Looks, History, Detectors];

    /// <summary>What an alarm does in any state, each once.</summary>
    public static IEnumerable<string> ActionsOf(AlarmRecord alarm) =>
        alarm.OkActions.Concat(alarm.AlarmActions).Concat(alarm.InsufficientDataActions)
            .Distinct(StringComparer.Ordinal);
}
