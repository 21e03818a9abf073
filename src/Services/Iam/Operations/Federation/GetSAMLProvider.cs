using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>A provider with its metadata.</summary>
public sealed class GetSAMLProvider : IReadOperation<GetSAMLProviderRequest, GetSAMLProviderResult>
{
    /// <inheritdoc/>
    public GetSAMLProviderResult Run(GetSAMLProviderRequest request, ReadCall call)
    {
        var provider = SamlProviders.Get(call, request.SAMLProviderArn!);
        return new()
        {
            SAMLProviderUUID = provider.Id,
            SAMLMetadataDocument = provider.Metadata,
            CreateDate = provider.CreatedAt,
            ValidUntil = provider.ValidUntil,
            Tags = TagRules.List(provider.Tags),
        };
    }
}
