using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>A managed policy of the account or of AWS.</summary>
public sealed class GetPolicy : IReadOperation<GetPolicyRequest, GetPolicyResult>
{
    /// <inheritdoc/>
    public GetPolicyResult Run(GetPolicyRequest request, ReadCall call) =>
        new() { Policy = Show.Of(call, Shelf.Get(call, request.PolicyArn!)) };
}
