using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Users;

/// <summary>The tags of an user.</summary>
public sealed class ListUserTags : IReadOperation<ListUserTagsRequest, ListUserTagsResult>
{
    /// <inheritdoc/>
    public ListUserTagsResult Run(ListUserTagsRequest request, ReadCall call)
    {
        var tags = Holders.User(call, request.UserName).Tags;
        var page = Page.InOrder(TagRules.List(tags), request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
