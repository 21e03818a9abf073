using Orrery.Contracts.Alarms;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Policies;

/// <summary>Makes a policy, or puts it anew: its ARN stays.</summary>
public sealed class PutScalingPolicy : IWriteOperation<PutScalingPolicyRequest, PutScalingPolicyResult>
{
    /// <inheritdoc/>
    public PutScalingPolicyResult Run(PutScalingPolicyRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var policies = call.Read(Tables.Policies);
        var before = policies.Find(Ids.ScalingKey.Of(group.Name, request.PolicyName!));
        if (before is null && policies.CountBy(Tables.PoliciesByGroup, group.Name) >= ScalingQuotas.PoliciesPerGroup)
            throw Errors.Limit($"A group has at most {ScalingQuotas.PoliciesPerGroup} scaling policies.");
        var policy = PolicyStore.Put(call, PolicyRequests.Of(
            call, request, before?.Arn ?? PolicyStore.NewArn(call, group.Name, request.PolicyName!)));
        var alarms = call.Port<IAlarmKeeper>().WithAction(call, policy.Arn);
        return new()
        {
            PolicyARN = policy.Arn,
            Alarms = [.. alarms.Select(alarm => new Alarm { AlarmName = alarm.Name, AlarmARN = alarm.Arn })],
        };
    }
}
