using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>Puts a version of a managed policy in force.</summary>
public sealed class SetDefaultPolicyVersion
    : IWriteOperation<SetDefaultPolicyVersionRequest, SetDefaultPolicyVersionResult>
{
    /// <inheritdoc/>
    public SetDefaultPolicyVersionResult Run(SetDefaultPolicyVersionRequest request, Call call)
    {
        var policy = Shelf.Own(call, request.PolicyArn!);
        var version = Shelf.Version(policy, request.VersionId!);
        call.Ours(Tables.Policies).Put(policy with { DefaultVersion = version.Id, UpdatedAt = call.Now });
        return new();
    }
}
