using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>A version of a managed policy with its document.</summary>
public sealed class GetPolicyVersion : IReadOperation<GetPolicyVersionRequest, GetPolicyVersionResult>
{
    /// <inheritdoc/>
    public GetPolicyVersionResult Run(GetPolicyVersionRequest request, ReadCall call)
    {
        var policy = Shelf.Get(call, request.PolicyArn!);
        return new() { PolicyVersion = Show.Of(policy, Shelf.Version(policy, request.VersionId!)) };
    }
}
