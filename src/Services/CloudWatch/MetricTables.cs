using Orrery.Kernel.State;
using Orrery.Services.CloudWatch.Records;

namespace Orrery.Services.CloudWatch;

/// <summary>
/// The tables of metrics and dashboards. Which metrics there are is in memory; their points can be millions and live in
/// the store.
/// </summary>
internal static class MetricTables
{
    public static readonly Table<MetricKey, MetricRecord> Metrics =
        Table<MetricKey, MetricRecord>.Resident(
            "cloudwatch.metrics", r => r.Key, () => MetricJson.Default.MetricRecord);

    /// <summary>By the day of their next roll-up; new ones have none yet and stand below the empty text.</summary>
    public static readonly Index<MetricKey, MetricRecord> MetricsByUpkeep =
        Metrics.Index("upkeep", m => m.UpkeepDay ?? "");

    public static readonly Table<IntakeStateKey, IntakeStateRecord> IntakeState =
        Table<IntakeStateKey, IntakeStateRecord>.Resident(
            "cloudwatch.intake-state", r => r.Key, () => MetricJson.Default.IntakeStateRecord);

    /// <summary>Batches as they were put.</summary>
    public static readonly Table<IntakeKey, IntakeRecord> Intake =
        Table<IntakeKey, IntakeRecord>.Stored("cloudwatch.intake", r => r.Key, () => MetricJson.Default.IntakeRecord);

    /// <summary>Statistic sets.</summary>
    public static readonly Table<PointsKey, PointsRecord> Points =
        Table<PointsKey, PointsRecord>.Stored("cloudwatch.points", r => r.Key, () => MetricJson.Default.PointsRecord);

    /// <summary>The distributions of the same points, where they have more than one value.</summary>
    public static readonly Table<PointsKey, PointsRecord> Distributions =
        Table<PointsKey, PointsRecord>.Stored(
            "cloudwatch.distributions", r => r.Key, () => MetricJson.Default.PointsRecord);

    public static readonly Table<DashboardKey, DashboardRecord> Dashboards =
        Table<DashboardKey, DashboardRecord>.Resident(
            "cloudwatch.dashboards", r => r.Key, () => MetricJson.Default.DashboardRecord);

    /// <summary>The tags of alarms, dashboards and the like, by ARN.</summary>
    public static readonly Table<TaggedKey, TagsRecord> Tags =
        Table<TaggedKey, TagsRecord>.Resident("cloudwatch.tags", r => r.Key, () => MetricJson.Default.TagsRecord);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All =
        [Metrics, IntakeState, Intake, Points, Distributions, Dashboards, Tags];
}
