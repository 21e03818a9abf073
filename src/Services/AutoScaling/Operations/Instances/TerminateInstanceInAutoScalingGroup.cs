using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Services.AutoScaling.Views;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Instances;

/// <summary>
/// Ends an instance of a group, protected or not; another one comes unless the group shall desire less.
/// </summary>
public sealed class TerminateInstanceInAutoScalingGroup
    : IWriteOperation<TerminateInstanceInAutoScalingGroupRequest, TerminateInstanceInAutoScalingGroupResult>
{
    /// <inheritdoc/>
    public TerminateInstanceInAutoScalingGroupResult Run(
        TerminateInstanceInAutoScalingGroupRequest request, Call call)
    {
        var id = request.InstanceId!;
        if (call.Read(Tables.Members).Find(new(id)) is not { } member) throw Errors.NoInstance(id);
        var group = Rules.Groups.Open(call, member.Group);
        if (member is { IsWarm: true, IsRetained: false })
            throw Errors.Invalid($"The instance {id} is in the warm pool of {group.Name}.");
        if (member.IsTerminating) throw Errors.Busy($"The instance {id} is being terminated already.");
        var cause = $"At {Cause.Time(call.Now)} instance {id} was taken out of service in response to a user request";
        if (request.ShouldDecrementDesiredCapacity == true && member.Counts)
        {
            Decrement.Check(group, member.Weight, "terminating an instance with decrement of the desired capacity");
            cause += $", shrinking the capacity from {group.Desired} to {group.Desired - member.Weight}";
            group = Rules.Groups.Put(call, group with { Desired = group.Desired - member.Weight });
        }

        var why = Core.Reason.Of("USER", $"a user asked for the end of {id}", id);
        var activity = Departures.Begin(call, group, member, new("", cause + ".") { Why = why }, !member.IsRetained);
        return new() { Activity = ActivityView.Of(call, activity) };
    }
}
