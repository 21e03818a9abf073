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

/// <summary>Takes instances back into service that were set aside; the group desires as many more.</summary>
public sealed class ExitStandby : IWriteOperation<ExitStandbyRequest, ExitStandbyResult>
{
    /// <inheritdoc/>
    public ExitStandbyResult Run(ExitStandbyRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var members = MemberOrders.Named(call, group, request.InstanceIds, LifecycleState.Standby);
        var units = Capacity.Of(members);
        Decrement.CheckMore(group, units, "ExitStandby");
        var (before, after) = (group.Desired, group.Desired + units);
        group = Rules.Groups.Put(call, group with { Desired = after });
        return new()
        {
            Activities = [.. members.Select(member => Exit(
                call, group, member, $", increasing the capacity from {before} to {after}"))],
        };
    }

    private static Activity Exit(Call call, GroupRecord group, MemberRecord member, string change)
    {
        var activity = Arrivals.Begin(call, group, member, new(
            $"Moving EC2 instance out of Standby: {member.Id}",
            $"At {Cause.Time(call.Now)} instance {member.Id} was moved out of standby in response to a user "
                + $"request{change}."));
        return ActivityView.Of(call, activity);
    }
}
