using Orrery.Contracts.Alarms;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Scaling;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Loops;
using Orrery.Services.ApplicationAutoScaling.Ports;

namespace Orrery.Services.ApplicationAutoScaling;

/// <summary>Application Auto Scaling as a part of the house.</summary>
public static class ApplicationAutoScalingService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "application-autoscaling",
        Operations = ApplicationAutoscalingOperations.All,
        Tables = Tables.All,
        Timers = [new PolicyLoop(), new ActionLoop()],
        Offer = ports => ports
            .With<IScalableWatcher>(new TargetWatcher())
            .Also<IAlarmAction>(new PolicyAlarmAction())
            .Also<IResourceFacts>(new TargetAccess()),
    };
}
