using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Policies;

/// <summary>Shows the policy of a key.</summary>
public sealed class GetKeyPolicy : IReadOperation<GetKeyPolicyRequest, GetKeyPolicyResult>
{
    /// <inheritdoc/>
    public GetKeyPolicyResult Run(GetKeyPolicyRequest request, ReadCall call)
    {
        var place = Places.Seen(call, request.KeyId!, "GetKeyPolicy");
        return (request.PolicyName ?? KeyPolicies.Name) == KeyPolicies.Name
            ? new() { Policy = place.Key.Policy, PolicyName = KeyPolicies.Name }
            : throw Errors.NotFound("No such policy exists");
    }
}
