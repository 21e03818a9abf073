using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>The SAML providers.</summary>
public sealed class ListSAMLProviders : IReadOperation<ListSAMLProvidersRequest, ListSAMLProvidersResult>
{
    /// <inheritdoc/>
    public ListSAMLProvidersResult Run(ListSAMLProvidersRequest request, ReadCall call) =>
        new()
        {
            SAMLProviderList =
            [
                .. call.Mine(Tables.SamlProviders).All().Select(p => new SAMLProviderListEntry
                {
                    Arn = p.Arn.Value, ValidUntil = p.ValidUntil, CreateDate = p.CreatedAt,
                }),
            ],
        };
}
