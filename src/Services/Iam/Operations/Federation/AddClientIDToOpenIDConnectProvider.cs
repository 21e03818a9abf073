using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>Adds an audience to a provider; nothing changes where it is there already.</summary>
public sealed class AddClientIDToOpenIDConnectProvider
    : IWriteOperation<AddClientIDToOpenIDConnectProviderRequest, AddClientIDToOpenIDConnectProviderResult>
{
    /// <inheritdoc/>
    public AddClientIDToOpenIDConnectProviderResult Run(
        AddClientIDToOpenIDConnectProviderRequest request, Call call)
    {
        var provider = OidcProviders.Get(call, request.OpenIDConnectProviderArn!);
        call.Ours(Tables.OidcProviders).Put(provider with
        {
            ClientIds = OidcProviders.ClientIds(provider.ClientIds.Append(request.ClientID!)),
        });
        return new();
    }
}
