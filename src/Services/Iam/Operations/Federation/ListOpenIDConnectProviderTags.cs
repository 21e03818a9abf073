using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>The tags of an OpenID Connect provider.</summary>
public sealed class ListOpenIDConnectProviderTags
    : IReadOperation<ListOpenIDConnectProviderTagsRequest, ListOpenIDConnectProviderTagsResult>
{
    /// <inheritdoc/>
    public ListOpenIDConnectProviderTagsResult Run(ListOpenIDConnectProviderTagsRequest request, ReadCall call)
    {
        var tags = OidcProviders.Get(call, request.OpenIDConnectProviderArn!).Tags;
        var page = Page.InOrder(TagRules.List(tags), request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
