using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>Adds tags to a role, or changes them.</summary>
public sealed class TagRole : IWriteOperation<TagRoleRequest, TagRoleResult>
{
    /// <inheritdoc/>
    public TagRoleResult Run(TagRoleRequest request, Call call)
    {
        var found = Holders.Role(call, request.RoleName);
        Holders.Put(call, found with { Tags = TagRules.Merge(found.Tags, request.Tags) });
        return new();
    }
}
