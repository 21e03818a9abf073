using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Groups;

/// <summary>Says what a group shall desire.</summary>
public sealed class SetDesiredCapacity : IWriteOperation<SetDesiredCapacityRequest, SetDesiredCapacityResult>
{
    /// <inheritdoc/>
    public SetDesiredCapacityResult Run(SetDesiredCapacityRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var desired = request.DesiredCapacity!.Value;
        GroupSettings.CheckLimits(group.Min, group.Max, desired);
        if (request.HonorCooldown == true && group.LastActivity?.AddSeconds(group.DefaultCooldown) > call.Now)
            throw Errors.Busy("Scaling activity can not be started: the group is in its cooldown");
        if (desired == group.Desired) return new();
        var why = Core.Reason.Of("USER", $"a user asked for {desired}");
        var text = Cause.UserSet(call.Now, new CapacityDecision(group.Desired, desired, why));
        Rules.Groups.Put(call, Rules.Groups.Desire(group, desired, new(call.Now, text, why)));
        return new();
    }
}
