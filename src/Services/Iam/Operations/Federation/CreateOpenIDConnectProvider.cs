using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>Makes a provider whose tokens roles can be assumed with.</summary>
public sealed class CreateOpenIDConnectProvider
    : IWriteOperation<CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResult>
{
    /// <inheritdoc/>
    public CreateOpenIDConnectProviderResult Run(CreateOpenIDConnectProviderRequest request, Call call)
    {
        var providers = call.Ours(Tables.OidcProviders);
        var place = OidcProviders.Place(request.Url!);
        var arn = OidcProviders.ArnOf(call.Account, place);
        if (providers.Contains(new(arn))) throw Errors.Exists($"Provider with url {request.Url} already exists.");
        call.Hold(IamQuotas.OidcProviders, providers.Count, limit => Errors.Quota("OpenIdConnectProviders", limit));
        var provider = new OidcProviderRecord
        {
            Arn = new(arn),
            Url = place,
            ClientIds = OidcProviders.ClientIds(request.ClientIDList ?? []),
            Thumbprints = OidcProviders.Thumbprints(request.ThumbprintList ?? []),
            CreatedAt = call.Now,
            Tags = TagRules.New(request.Tags),
        };
        providers.Put(provider);
        return new() { OpenIDConnectProviderArn = arn, Tags = TagRules.View(provider.Tags) };
    }
}
