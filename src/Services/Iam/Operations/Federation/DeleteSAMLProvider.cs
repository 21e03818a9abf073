using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>Removes a provider.</summary>
public sealed class DeleteSAMLProvider : IWriteOperation<DeleteSAMLProviderRequest, DeleteSAMLProviderResult>
{
    /// <inheritdoc/>
    public DeleteSAMLProviderResult Run(DeleteSAMLProviderRequest request, Call call)
    {
        call.Ours(Tables.SamlProviders).Remove(SamlProviders.Get(call, request.SAMLProviderArn!).Arn);
        return new();
    }
}
