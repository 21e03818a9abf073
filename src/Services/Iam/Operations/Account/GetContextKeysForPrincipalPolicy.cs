using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>The condition keys that the policies of a user, group or role ask for, and some policies besides.</summary>
public sealed class GetContextKeysForPrincipalPolicy
    : IReadOperation<GetContextKeysForPrincipalPolicyRequest, GetContextKeysForPrincipalPolicyResult>
{
    /// <inheritdoc/>
    public GetContextKeysForPrincipalPolicyResult Run(
        GetContextKeysForPrincipalPolicyRequest request, ReadCall call)
    {
        var own = AccessPolicies.Of(call, ByArn.Holder(call, request.PolicySourceArn!)).Select(p => p.Document);
        var more = (request.PolicyInputList ?? []).Select(Documents.Any);
        return new() { ContextKeyNames = ContextKeys.Of(own.Concat(more)) };
    }
}
