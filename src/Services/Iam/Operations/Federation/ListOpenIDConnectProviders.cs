using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>The ARNs of the OpenID Connect providers.</summary>
public sealed class ListOpenIDConnectProviders
    : IReadOperation<ListOpenIDConnectProvidersRequest, ListOpenIDConnectProvidersResult>
{
    /// <inheritdoc/>
    public ListOpenIDConnectProvidersResult Run(ListOpenIDConnectProvidersRequest request, ReadCall call) =>
        new()
        {
            OpenIDConnectProviderList =
            [
                .. call.Mine(Tables.OidcProviders).All()
                    .Select(p => new OpenIDConnectProviderListEntry { Arn = p.Arn.Value }),
            ],
        };
}
