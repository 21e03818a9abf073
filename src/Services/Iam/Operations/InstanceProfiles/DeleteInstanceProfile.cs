using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.InstanceProfiles;

/// <summary>
/// Removes an instance profile that no role is in. Instances that run with it are not asked, as with AWS.
/// </summary>
public sealed class DeleteInstanceProfile : IWriteOperation<DeleteInstanceProfileRequest, DeleteInstanceProfileResult>
{
    /// <inheritdoc/>
    public DeleteInstanceProfileResult Run(DeleteInstanceProfileRequest request, Call call)
    {
        var profile = ProfileRules.Get(call, request.InstanceProfileName);
        if (profile.Role is not null) throw Errors.Conflict("remove roles from instance profile");
        call.Ours(Tables.Profiles).Remove(profile.Key);
        return new();
    }
}
