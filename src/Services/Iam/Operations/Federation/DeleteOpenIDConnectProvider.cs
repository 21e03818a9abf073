using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>
/// Removes a provider. Roles that trust it stay, and nobody can assume them with it. No error where it is gone already
/// (IAM API Reference, DeleteOpenIDConnectProvider).
/// </summary>
public sealed class DeleteOpenIDConnectProvider
    : IWriteOperation<DeleteOpenIDConnectProviderRequest, DeleteOpenIDConnectProviderResult>
{
    /// <inheritdoc/>
    public DeleteOpenIDConnectProviderResult Run(DeleteOpenIDConnectProviderRequest request, Call call)
    {
        call.Ours(Tables.OidcProviders).Remove(new(request.OpenIDConnectProviderArn!));
        return new();
    }
}
