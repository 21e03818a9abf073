using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>Removes tags of an OpenID Connect provider.</summary>
public sealed class UntagOpenIDConnectProvider
    : IWriteOperation<UntagOpenIDConnectProviderRequest, UntagOpenIDConnectProviderResult>
{
    /// <inheritdoc/>
    public UntagOpenIDConnectProviderResult Run(UntagOpenIDConnectProviderRequest request, Call call)
    {
        var found = OidcProviders.Get(call, request.OpenIDConnectProviderArn!);
        call.Ours(Tables.OidcProviders).Put(found with { Tags = TagRules.Without(found.Tags, request.TagKeys) });
        return new();
    }
}
