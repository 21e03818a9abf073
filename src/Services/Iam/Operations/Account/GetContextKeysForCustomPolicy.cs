using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>The condition keys that some policies ask for.</summary>
public sealed class GetContextKeysForCustomPolicy
    : IReadOperation<GetContextKeysForCustomPolicyRequest, GetContextKeysForCustomPolicyResult>
{
    /// <inheritdoc/>
    public GetContextKeysForCustomPolicyResult Run(GetContextKeysForCustomPolicyRequest request, ReadCall call) =>
        new() { ContextKeyNames = ContextKeys.Of(request.PolicyInputList!.Select(Documents.Any)) };
}
