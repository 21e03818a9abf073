using Orrery.Services.Iam.Rules.Federation;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Outbound;

/// <summary>Lets the principals of the account have tokens that tell others who they are.</summary>
public sealed class EnableOutboundWebIdentityFederation
    : IWriteOperation<EnableOutboundWebIdentityFederationRequest, EnableOutboundWebIdentityFederationResult>
{
    /// <inheritdoc/>
    public EnableOutboundWebIdentityFederationResult Run(
        EnableOutboundWebIdentityFederationRequest request, Call call)
    {
        var issuer = TokenIssuers.Of(call, call.Account);
        if (issuer is { IsEnabled: true })
        {
            throw new ServiceException(
                "FeatureEnabled", "Outbound web identity federation is already enabled for this account.", 409);
        }

        issuer = issuer is null ? TokenIssuers.New(call) : issuer with { IsEnabled = true };
        TokenIssuers.Put(call, issuer);
        return new() { IssuerIdentifier = TokenIssuers.UrlOf(call, issuer.Id.Value) };
    }
}
