using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>Adds tags to a SAML provider, or changes them.</summary>
public sealed class TagSAMLProvider : IWriteOperation<TagSAMLProviderRequest, TagSAMLProviderResult>
{
    /// <inheritdoc/>
    public TagSAMLProviderResult Run(TagSAMLProviderRequest request, Call call)
    {
        var found = SamlProviders.Get(call, request.SAMLProviderArn!);
        call.Ours(Tables.SamlProviders).Put(found with { Tags = TagRules.Merge(found.Tags, request.Tags) });
        return new();
    }
}
