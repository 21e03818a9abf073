using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>Removes an audience from a provider; nothing changes where it is not there.</summary>
public sealed class RemoveClientIDFromOpenIDConnectProvider
    : IWriteOperation<RemoveClientIDFromOpenIDConnectProviderRequest, RemoveClientIDFromOpenIDConnectProviderResult>
{
    /// <inheritdoc/>
    public RemoveClientIDFromOpenIDConnectProviderResult Run(
        RemoveClientIDFromOpenIDConnectProviderRequest request, Call call)
    {
        var provider = OidcProviders.Get(call, request.OpenIDConnectProviderArn!);
        call.Ours(Tables.OidcProviders).Put(provider with
        {
            ClientIds = [.. provider.ClientIds.Where(id => id != request.ClientID)],
        });
        return new();
    }
}
