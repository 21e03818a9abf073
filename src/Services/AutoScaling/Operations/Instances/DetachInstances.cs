using Orrery.Contracts.Instances;
using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Services.AutoScaling.Views;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Instances;

/// <summary>Lets instances go on without their group.</summary>
public sealed class DetachInstances : IWriteOperation<DetachInstancesRequest, DetachInstancesResult>
{
    /// <inheritdoc/>
    public DetachInstancesResult Run(DetachInstancesRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var members = MemberOrders.Named(
            call, group, request.InstanceIds, LifecycleState.InService, LifecycleState.Standby);
        var counted = Capacity.Counted(members);
        var isLess = request.ShouldDecrementDesiredCapacity == true;
        if (isLess) Decrement.Check(group, counted, "DetachInstances");
        var change = isLess && counted > 0
            ? $", shrinking the capacity from {group.Desired} to {group.Desired - counted}" : "";
        if (isLess) group = group with { Desired = group.Desired - counted };
        group = Rules.Groups.Put(call, group);
        var activities = members.Select(member => Detach(call, group, member, change)).ToList();
        return new() { Activities = activities };
    }

    private static Activity Detach(Call call, GroupRecord group, MemberRecord member, string change)
    {
        var activity = Activities.Begin(call, group, new(
            $"Detaching EC2 instance: {member.Id}",
            $"At {Cause.Time(call.Now)} instance {member.Id} was detached in response to a user request{change}.")
        {
            Member = member, Progress = 50,
        });
        Activities.Move(call, activity.Key, ScalingActivityStatusCode.Successful, 100);
        Departures.Remove(call, group, member);
        call.Port<IInstanceSupply>().Tag(call, member.Id, new Dictionary<string, string>(), [Orders.GroupTag]);
        return ActivityView.Of(call, activity);
    }
}
