using Orrery.Contracts.Alarms;
using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Scaling;

/// <summary>
/// A capacity of a service's resources that Application Auto Scaling may change: the tasks of an ECS service, the read
/// units of a table. Each service offers one for each such capacity; all in the call's account and region.
/// </summary>
public interface IScalableDimension
{
    /// <summary>The namespace of the service, for example <c>ecs</c>.</summary>
    string Namespace { get; }

    /// <summary>The dimension, for example <c>ecs:service:DesiredCount</c>.</summary>
    string Dimension { get; }

    /// <summary>How activities call the capacity, for example <c>desired count</c>.</summary>
    string CapacityName { get; }

    /// <summary>What follows <c>AWSServiceRoleForApplicationAutoScaling_</c>, for example <c>ECSService</c>.</summary>
    string RoleName { get; }

    /// <summary>The least that a minimum may be: 0 for most, 1 for what is never empty.</summary>
    int LeastCapacity => 0;

    /// <summary>Seconds of cooldown where a target tracking policy names none: 300 for most, 0 for others.</summary>
    int UsualCooldown => 300;

    /// <summary>Whether step scaling may be used.</summary>
    bool TakesSteps => true;

    /// <summary>A resource as it is now; null where there is none of this id.</summary>
    ScalableState? Find(ReadCall call, string resourceId);

    /// <summary>
    /// Sets the capacity of a resource, as part of the call. What refuses does so before it writes anything.
    /// </summary>
    /// <exception cref="Core.ServiceException">It may not be set now; the activity fails with the message.</exception>
    void SetCapacity(Call call, string resourceId, int capacity);

    /// <summary>What a predefined metric is of a resource; null where it has no such metric.</summary>
    /// <param name="call">The call.</param>
    /// <param name="resourceId">The resource.</param>
    /// <param name="metric">For example <c>ECSServiceAverageCPUUtilization</c>.</param>
    /// <param name="label">The label of a load balancer's target group.</param>
    AlarmSubject? MetricOf(ReadCall call, string resourceId, string metric, string? label);
}
