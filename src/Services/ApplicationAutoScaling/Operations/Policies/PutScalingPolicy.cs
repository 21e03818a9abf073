using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Records;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Services.ApplicationAutoScaling.Views;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Policies;

/// <summary>Makes a policy, or changes one: its ARN stays.</summary>
public sealed class PutScalingPolicy : IWriteOperation<PutScalingPolicyRequest, PutScalingPolicyResult>
{
    /// <inheritdoc/>
    public PutScalingPolicyResult Run(PutScalingPolicyRequest request, Call call)
    {
        var target = ScalableTargets.Get(
            call, request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var before = call.Read(Tables.Policies).Find(target.Key.Part(request.PolicyName!));
        if (before is null && PolicyStore.Of(call, target.Key).Count() >= ScalableLimits.Policies)
            throw Errors.Limit($"A scalable target has at most {ScalableLimits.Policies} scaling policies.");
        var wanted = PolicyRequests.Of(call, request, target, before ?? new PolicyRecord
        {
            Target = target.Key,
            Name = request.PolicyName!,
            Arn = PolicyStore.NewArn(call, target, request.PolicyName!),
            Created = call.Now,
        });
        var policy = PolicyStore.Put(call, target, wanted);
        return new() { PolicyARN = policy.Arn, Alarms = PolicyView.Alarms(call, policy) };
    }
}
