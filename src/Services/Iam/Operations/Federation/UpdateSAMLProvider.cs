using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>Replaces the metadata of a provider.</summary>
public sealed class UpdateSAMLProvider : IWriteOperation<UpdateSAMLProviderRequest, UpdateSAMLProviderResult>
{
    /// <inheritdoc/>
    public UpdateSAMLProviderResult Run(UpdateSAMLProviderRequest request, Call call)
    {
        if (request.AssertionEncryptionMode is not null)
            throw Errors.NotServed("AssertionEncryptionMode of UpdateSAMLProvider");
        if (request.AddPrivateKey is not null) throw Errors.NotServed("AddPrivateKey of UpdateSAMLProvider");
        if (request.RemovePrivateKey is not null) throw Errors.NotServed("RemovePrivateKey of UpdateSAMLProvider");
        var provider = SamlProviders.Get(call, request.SAMLProviderArn!);
        if (request.SAMLMetadataDocument is { } metadata)
        {
            call.Ours(Tables.SamlProviders).Put(provider with
            {
                Metadata = metadata, ValidUntil = SamlProviders.ValidUntil(call, metadata),
            });
        }

        return new() { SAMLProviderArn = provider.Arn.Value };
    }
}
