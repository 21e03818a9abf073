using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>Makes a provider whose assertions roles can be assumed with.</summary>
public sealed class CreateSAMLProvider : IWriteOperation<CreateSAMLProviderRequest, CreateSAMLProviderResult>
{
    /// <inheritdoc/>
    public CreateSAMLProviderResult Run(CreateSAMLProviderRequest request, Call call)
    {
        if (request.AssertionEncryptionMode is not null)
            throw Errors.NotServed("AssertionEncryptionMode of CreateSAMLProvider");
        if (request.AddPrivateKey is not null) throw Errors.NotServed("AddPrivateKey of CreateSAMLProvider");
        var providers = call.Ours(Tables.SamlProviders);
        var arn = $"arn:aws:iam::{call.Account}:saml-provider/{request.Name}";
        if (providers.Contains(new(arn))) throw Errors.Exists($"Provider with name {request.Name} already exists.");
        call.Hold(IamQuotas.SamlProviders, providers.Count, limit => Errors.Quota("SAMLProviders", limit));
        var provider = new SamlProviderRecord
        {
            Arn = new(arn),
            Id = UniqueIds.New(call, "ASPR"),
            Metadata = request.SAMLMetadataDocument!,
            CreatedAt = call.Now,
            ValidUntil = SamlProviders.ValidUntil(call, request.SAMLMetadataDocument!),
            Tags = TagRules.New(request.Tags),
        };
        providers.Put(provider);
        return new() { SAMLProviderArn = arn, Tags = TagRules.View(provider.Tags) };
    }
}
