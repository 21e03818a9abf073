using Orrery.Contracts.Alarms;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Instances;
using Orrery.Contracts.Metrics;
using Orrery.Contracts.Scaling;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Explaining;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Ports;

namespace Orrery.Services.AutoScaling;

/// <summary>Auto Scaling as a part of the house.</summary>
public static class AutoScalingService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "autoscaling",
        Operations = AutoscalingOperations.All,
        Tables = Tables.All,
        Quotas = ScalingQuotas.All,
        Timers =
        [
            new GroupLoop(), new LaterLoop(), new HookLoop(), new HealthLoop(), new PolicyLoop(), new ScheduleLoop(),
            new ForecastLoop(),
        ],
        Offer = ports => ports
            .Also<IInstanceWatcher>(new MemberWatcher())
            .Also<IAlarmAction>(new PolicyAlarmAction())
            .Also<IAlarmListener>(new RefreshAlarms())
            .Also<IMetricSource>(new GroupMetrics())
            .Also<IResourceFacts>(new GroupAccess())
            .With<IScalingGroups>(new ScalingDesk()),
    };
}
