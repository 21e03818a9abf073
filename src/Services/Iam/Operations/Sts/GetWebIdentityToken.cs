using Orrery.Services.Iam.Rules.Federation;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Operations.Sts;

/// <summary>
/// Gives the caller a signed token that tells others who it is. Source: STS API Reference, GetWebIdentityToken.
/// </summary>
public sealed class GetWebIdentityToken : IReadOperation<GetWebIdentityTokenRequest, GetWebIdentityTokenResult>
{
    private static readonly TimeSpan Standard = TimeSpan.FromSeconds(300);

    /// <inheritdoc/>
    public GetWebIdentityTokenResult Run(GetWebIdentityTokenRequest request, ReadCall call)
    {
        if (TokenIssuers.Of(call, call.Account) is not { IsEnabled: true } issuer)
        {
            throw new ServiceException(
                "OutboundWebIdentityFederationDisabledException",
                "Outbound web identity federation is not enabled for this account.", 403);
        }

        SessionTags.Of(null, request.Tags, null);
        var expiry = call.Now
            + (request.DurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Standard);
        if (Sessions.Of(call) is { } session && expiry > session.Expiration)
        {
            throw new ServiceException(
                "SessionDurationEscalationException",
                "The token would outlive the session that asks for it.", 403);
        }

        return new()
        {
            WebIdentityToken = IssuedToken.Of(call, issuer, request, expiry), Expiration = expiry,
        };
    }
}
