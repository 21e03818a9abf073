using Orrery.Contracts.Identity;
using Orrery.Services.Iam.Rules.Federation;

namespace Orrery.Services.Iam.Ports;

/// <summary>What issuers publish.</summary>
internal sealed class TokenIssuerPort : ITokenIssuers
{
    /// <inheritdoc/>
    public string? Configuration(ReadCall call, string id) => TokenIssuers.Find(call, id) is null
        ? null
        : TokenKeySets.Configuration(TokenIssuers.UrlOf(call, id));

    /// <inheritdoc/>
    public string? KeySet(ReadCall call, string id) =>
        TokenIssuers.Find(call, id) is { } issuer ? TokenKeySets.Of(issuer) : null;
}
