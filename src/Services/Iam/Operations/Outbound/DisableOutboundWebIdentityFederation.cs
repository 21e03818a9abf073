using Orrery.Services.Iam.Rules.Federation;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Outbound;

/// <summary>
/// Ends that principals of the account have tokens. Those that they have stay good until they expire.
/// </summary>
public sealed class DisableOutboundWebIdentityFederation
    : IWriteOperation<DisableOutboundWebIdentityFederationRequest, DisableOutboundWebIdentityFederationResult>
{
    /// <inheritdoc/>
    public DisableOutboundWebIdentityFederationResult Run(
        DisableOutboundWebIdentityFederationRequest request, Call call)
    {
        TokenIssuers.Put(call, TokenIssuers.Enabled(call) with { IsEnabled = false });
        return new();
    }
}
