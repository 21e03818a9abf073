using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Services.AutoScaling.Views;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Instances;

/// <summary>
/// Sets instances aside. Source: EC2 Auto Scaling User Guide, "Temporarily remove instances from your Auto Scaling
/// group".
/// </summary>
public sealed class EnterStandby : IWriteOperation<EnterStandbyRequest, EnterStandbyResult>
{
    /// <inheritdoc/>
    public EnterStandbyResult Run(EnterStandbyRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var members = MemberOrders.Named(call, group, request.InstanceIds, LifecycleState.InService);
        var isLess = request.ShouldDecrementDesiredCapacity == true;
        var units = Capacity.Of(members);
        if (isLess) Decrement.Check(group, units, "EnterStandby");
        var change = isLess
            ? $", shrinking the capacity from {group.Desired} to {group.Desired - units}" : "";
        if (isLess) group = group with { Desired = group.Desired - units };
        group = Rules.Groups.Put(call, group);
        return new() { Activities = [.. members.Select(member => Enter(call, group, member, change))] };
    }

    private static Activity Enter(Call call, GroupRecord group, MemberRecord member, string change)
    {
        call.Write(Tables.Members).Put(member with { State = LifecycleState.Standby, ServiceSince = null });
        var activity = Activities.Begin(call, group, new(
            $"Moving EC2 instance to Standby: {member.Id}",
            $"At {Cause.Time(call.Now)} instance {member.Id} was moved to standby in response to a user "
                + $"request{change}.")
        {
            Member = member, Progress = 50,
        });
        Activities.Move(call, activity.Key, ScalingActivityStatusCode.Successful, 100);
        return ActivityView.Of(call, activity);
    }
}
