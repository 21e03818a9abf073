using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>Removes a version of a managed policy that is not the default.</summary>
public sealed class DeletePolicyVersion : IWriteOperation<DeletePolicyVersionRequest, DeletePolicyVersionResult>
{
    /// <inheritdoc/>
    public DeletePolicyVersionResult Run(DeletePolicyVersionRequest request, Call call)
    {
        var policy = Shelf.Own(call, request.PolicyArn!);
        var version = Shelf.Version(policy, request.VersionId!);
        if (version.Id == policy.DefaultVersion)
            throw new ServiceException("DeleteConflict", "Cannot delete the default version of a policy.", 409);
        call.Ours(Tables.Policies).Put(policy with { Versions = [.. policy.Versions.Where(v => v != version)] });
        return new();
    }
}
