using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>The tags of a policy.</summary>
public sealed class ListPolicyTags : IReadOperation<ListPolicyTagsRequest, ListPolicyTagsResult>
{
    /// <inheritdoc/>
    public ListPolicyTagsResult Run(ListPolicyTagsRequest request, ReadCall call)
    {
        var tags = Shelf.Get(call, request.PolicyArn!).Tags;
        var page = Page.InOrder(TagRules.List(tags), request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
