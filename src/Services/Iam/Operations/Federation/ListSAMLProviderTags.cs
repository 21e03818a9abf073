using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>The tags of a SAML provider.</summary>
public sealed class ListSAMLProviderTags : IReadOperation<ListSAMLProviderTagsRequest, ListSAMLProviderTagsResult>
{
    /// <inheritdoc/>
    public ListSAMLProviderTagsResult Run(ListSAMLProviderTagsRequest request, ReadCall call)
    {
        var tags = SamlProviders.Get(call, request.SAMLProviderArn!).Tags;
        var page = Page.InOrder(TagRules.List(tags), request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
