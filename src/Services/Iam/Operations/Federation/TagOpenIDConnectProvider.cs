using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>Adds tags to an OpenID Connect provider, or changes them.</summary>
public sealed class TagOpenIDConnectProvider
    : IWriteOperation<TagOpenIDConnectProviderRequest, TagOpenIDConnectProviderResult>
{
    /// <inheritdoc/>
    public TagOpenIDConnectProviderResult Run(TagOpenIDConnectProviderRequest request, Call call)
    {
        var found = OidcProviders.Get(call, request.OpenIDConnectProviderArn!);
        call.Ours(Tables.OidcProviders).Put(found with { Tags = TagRules.Merge(found.Tags, request.Tags) });
        return new();
    }
}
