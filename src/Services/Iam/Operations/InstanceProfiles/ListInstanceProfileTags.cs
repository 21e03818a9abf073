using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.InstanceProfiles;

/// <summary>The tags of an instance profile.</summary>
public sealed class ListInstanceProfileTags
    : IReadOperation<ListInstanceProfileTagsRequest, ListInstanceProfileTagsResult>
{
    /// <inheritdoc/>
    public ListInstanceProfileTagsResult Run(ListInstanceProfileTagsRequest request, ReadCall call)
    {
        var tags = ProfileRules.Get(call, request.InstanceProfileName).Tags;
        var page = Page.InOrder(TagRules.List(tags), request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
