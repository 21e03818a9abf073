using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Policies;

/// <summary>Replaces the policy of a key.</summary>
public sealed class PutKeyPolicy : IWriteOperation<PutKeyPolicyRequest, PutKeyPolicyResult>
{
    /// <inheritdoc/>
    public PutKeyPolicyResult Run(PutKeyPolicyRequest request, Call call)
    {
        var place = Places.Managed(call, request.KeyId!, "PutKeyPolicy");
        if ((request.PolicyName ?? KeyPolicies.Name) != KeyPolicies.Name)
            throw Errors.NotFound("No such policy exists");
        var policy = KeyPolicies.Checked(call, request.Policy!, request.BypassPolicyLockoutSafetyCheck);
        Places.Put(call, place, place.Key with { Policy = policy });
        return new();
    }
}
