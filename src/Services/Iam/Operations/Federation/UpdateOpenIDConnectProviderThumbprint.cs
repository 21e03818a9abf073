using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Federation;

/// <summary>Replaces the thumbprints of a provider.</summary>
public sealed class UpdateOpenIDConnectProviderThumbprint
    : IWriteOperation<UpdateOpenIDConnectProviderThumbprintRequest, UpdateOpenIDConnectProviderThumbprintResult>
{
    /// <inheritdoc/>
    public UpdateOpenIDConnectProviderThumbprintResult Run(
        UpdateOpenIDConnectProviderThumbprintRequest request, Call call)
    {
        var provider = OidcProviders.Get(call, request.OpenIDConnectProviderArn!);
        call.Ours(Tables.OidcProviders).Put(provider with
        {
            Thumbprints = OidcProviders.Thumbprints(request.ThumbprintList!),
        });
        return new();
    }
}
