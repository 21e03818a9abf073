using Orrery.Contracts.Alarms;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Metrics;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Loops;
using Orrery.Services.CloudWatch.Ports;
using Orrery.Services.CloudWatch.Rules.Dashboards;
using Orrery.Services.CloudWatch.Upkeep;

namespace Orrery.Services.CloudWatch;

/// <summary>CloudWatch as a part of the house.</summary>
public static class CloudWatchService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "cloudwatch",
        Operations = CloudwatchOperations.All,
        Tables = [.. MetricTables.All, .. AlarmTables.All],
        Timers =
        [
            new FilingTimer(), new RetentionTimer(), new AlarmLoop(), new AlarmSuppressionLoop(),
                new AlarmHistoryLoop(),
            new AlarmDetectorLoop(),
        ],
        Offer = ports => ports
            .With<IMetrics>(new MetricsPort())
            .With<IMetricMath>(new MetricMath())
            .With<IAlarmKeeper>(new AlarmKeeper())
            .With<IAlarmStates>(new AlarmStates())
            .With<IAnomalyBands>(new AnomalyBands())
            .Also<ITagOwner>(new Dashboards())
            .Also<ITagOwner>(new AlarmTags())
            .Also<IResourceFacts>(new TagAccess())
            .Also<IMetricWatcher>(new AlarmWatcher()),
    };
}
