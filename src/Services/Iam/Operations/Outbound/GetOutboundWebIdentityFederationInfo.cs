using Orrery.Services.Iam.Rules.Federation;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Outbound;

/// <summary>Who issues the tokens of the account.</summary>
public sealed class GetOutboundWebIdentityFederationInfo
    : IReadOperation<GetOutboundWebIdentityFederationInfoRequest, GetOutboundWebIdentityFederationInfoResult>
{
    /// <inheritdoc/>
    public GetOutboundWebIdentityFederationInfoResult Run(
        GetOutboundWebIdentityFederationInfoRequest request, ReadCall call) => new()
    {
        IssuerIdentifier = TokenIssuers.UrlOf(call, TokenIssuers.Enabled(call).Id.Value),
        JwtVendingEnabled = true,
    };
}
