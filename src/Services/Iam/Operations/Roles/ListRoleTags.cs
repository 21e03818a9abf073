using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>The tags of a role.</summary>
public sealed class ListRoleTags : IReadOperation<ListRoleTagsRequest, ListRoleTagsResult>
{
    /// <inheritdoc/>
    public ListRoleTagsResult Run(ListRoleTagsRequest request, ReadCall call)
    {
        var tags = Holders.Role(call, request.RoleName).Tags;
        var page = Page.InOrder(TagRules.List(tags), request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
