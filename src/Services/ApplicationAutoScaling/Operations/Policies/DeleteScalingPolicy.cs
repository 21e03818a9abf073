using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Policies;

/// <summary>Deletes a policy, and the alarms that it owns; alarms of users stay, without the action.</summary>
public sealed class DeleteScalingPolicy : IWriteOperation<DeleteScalingPolicyRequest, DeleteScalingPolicyResult>
{
    /// <inheritdoc/>
    public DeleteScalingPolicyResult Run(DeleteScalingPolicyRequest request, Call call)
    {
        var target = ScalableTargets.KeyOf(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var policy = call.Read(Tables.Policies).Find(target.Part(request.PolicyName!)) ?? throw Errors.NotFound(
            $"No scaling policy found for service namespace: {request.ServiceNamespace!.Value.ToWire()}, resource ID: "
            + $"{request.ResourceId}, scalable dimension: {request.ScalableDimension!.Value.ToWire()}, policy name: "
            + request.PolicyName);
        PolicyStore.Delete(call, policy);
        return new();
    }
}
