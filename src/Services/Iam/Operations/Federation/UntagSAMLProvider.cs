using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>Removes tags of a SAML provider.</summary>
public sealed class UntagSAMLProvider : IWriteOperation<UntagSAMLProviderRequest, UntagSAMLProviderResult>
{
    /// <inheritdoc/>
    public UntagSAMLProviderResult Run(UntagSAMLProviderRequest request, Call call)
    {
        var found = SamlProviders.Get(call, request.SAMLProviderArn!);
        call.Ours(Tables.SamlProviders).Put(found with { Tags = TagRules.Without(found.Tags, request.TagKeys) });
        return new();
    }
}
