using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Policies;

/// <summary>Deletes a policy, and the alarms that it owns; alarms of users stay, without the action.</summary>
public sealed class DeletePolicy : IWriteOperation<DeletePolicyRequest, DeletePolicyResult>
{
    /// <inheritdoc/>
    public DeletePolicyResult Run(DeletePolicyRequest request, Call call)
    {
        PolicyStore.Delete(call, PolicyStore.Get(call, request.AutoScalingGroupName, request.PolicyName!));
        return new();
    }
}
