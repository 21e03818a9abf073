using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>A provider.</summary>
public sealed class GetOpenIDConnectProvider
    : IReadOperation<GetOpenIDConnectProviderRequest, GetOpenIDConnectProviderResult>
{
    /// <inheritdoc/>
    public GetOpenIDConnectProviderResult Run(GetOpenIDConnectProviderRequest request, ReadCall call)
    {
        var provider = OidcProviders.Get(call, request.OpenIDConnectProviderArn!);
        return new()
        {
            Url = provider.Url,
            ClientIDList = provider.ClientIds,
            ThumbprintList = provider.Thumbprints,
            CreateDate = provider.CreatedAt,
            Tags = TagRules.List(provider.Tags),
        };
    }
}
