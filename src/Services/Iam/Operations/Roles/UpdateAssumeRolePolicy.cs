using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>Changes who may assume a role.</summary>
public sealed class UpdateAssumeRolePolicy
    : IWriteOperation<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResult>
{
    /// <inheritdoc/>
    public UpdateAssumeRolePolicyResult Run(UpdateAssumeRolePolicyRequest request, Call call)
    {
        var role = Holders.OwnRole(call, request.RoleName);
        Holders.Put(call, role with { Trust = Documents.Trust(call, request.PolicyDocument!) });
        return new();
    }
}
