using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>Removes tags of a role.</summary>
public sealed class UntagRole : IWriteOperation<UntagRoleRequest, UntagRoleResult>
{
    /// <inheritdoc/>
    public UntagRoleResult Run(UntagRoleRequest request, Call call)
    {
        var found = Holders.Role(call, request.RoleName);
        Holders.Put(call, found with { Tags = TagRules.Without(found.Tags, request.TagKeys) });
        return new();
    }
}
