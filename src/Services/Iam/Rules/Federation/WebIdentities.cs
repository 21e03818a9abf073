using System.Globalization;
using System.Text.Json;
using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>
/// Believes tokens of OpenID Connect providers: one that the role's account trusts, by the keys of the issuer, in
/// time, for an audience of the provider. Sources: STS API Reference, AssumeRoleWithWebIdentity; messages as clients
/// report them.
/// </summary>
internal static class WebIdentities
{
    private const string Scheme = "https://";
    private const string TagsClaim = "https://aws.amazon.com/tags";
    private const string SourceClaim = "https://aws.amazon.com/source_identity";

    /// <summary>The provider that vouches for a token.</summary>
    /// <exception cref="ServiceException">InvalidIdentityToken, ExpiredTokenException.</exception>
    public static OidcProviderRecord Believe(ReadCall call, string account, WebToken token)
    {
        var place = token.Issuer.StartsWith(Scheme, StringComparison.Ordinal)
            ? token.Issuer[Scheme.Length..].TrimEnd('/') : token.Issuer;
        var provider = call.Read(Tables.OidcProviders, Scope.Global(account))
            .Find(new(OidcProviders.ArnOf(account, place)))
            ?? throw IdentityErrors.Invalid($"No OpenIDConnect provider found in your account for {token.Issuer}");
        var keys = call.FindPort<IIssuerKeys>()?.KeysOf(call, token.Issuer)
            ?? throw IdentityErrors.Invalid("Couldn't retrieve verification key from your identity provider,  please "
                + "reference AssumeRoleWithWebIdentity documentation for requirements");
        if (!TokenKeys.Signed(keys, token)) throw IdentityErrors.Invalid("Invalid identity token: its signature");
        CheckTimes(call, token);
        if (!token.Audiences.Any(provider.ClientIds.Contains)) throw IdentityErrors.Invalid("Incorrect token audience");
        return token.Subject.Length > 0 ? provider : throw IdentityErrors.Invalid("Missing a required claim: sub");
    }

    /// <summary>The tags that a token carries.</summary>
    /// <exception cref="ServiceException">ValidationError.</exception>
    public static SessionTags TagsOf(WebToken token)
    {
        if (!token.Claims.TryGetProperty(TagsClaim, out var tags) || tags.ValueKind != JsonValueKind.Object)
            return SessionTags.None;
        IReadOnlyList<Pair> pairs = tags.TryGetProperty("principal_tags", out var all)
            && all.ValueKind == JsonValueKind.Object
            ? [.. all.EnumerateObject().Select(t => new Pair(t.Name, WebToken.TextsOf(all, t.Name)[0]))]
            : [];
        return SessionTags.Of(null, pairs, WebToken.TextsOf(tags, "transitive_tag_keys"));
    }

    /// <summary>The condition keys that a token gives.</summary>
    public static TrustContext ContextOf(ReadCall call, OidcProviderRecord provider, WebToken token)
    {
        var context = TrustContext.At(call).Add("aws:FederatedProvider", provider.Arn.Value);
        foreach (var claim in token.Claims.EnumerateObject())
            context.AddMany($"{provider.Url}:{claim.Name}", token.Texts(claim.Name));
        return context.AddTags(TagsOf(token)).Add("sts:SourceIdentity", SourceOf(token));
    }

    /// <summary>The source identity that a token carries.</summary>
    public static string? SourceOf(WebToken token) => token.Text(SourceClaim);

    private static void CheckTimes(ReadCall call, WebToken token)
    {
        var expiry = token.Instant("exp") ?? throw IdentityErrors.Invalid("Missing a required claim: exp");
        if (token.Instant("iat") is not { } issued) throw IdentityErrors.Invalid("Missing a required claim: iat");
        static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        if (expiry <= call.Now)
        {
            throw IdentityErrors.Expired(
                $"Token expired: current date/time {Text(call.Now)} must be before the expiration date/time "
                + Text(expiry));
        }

        if (issued > call.Now.AddMinutes(5)) throw IdentityErrors.Invalid("Token was issued in the future.");
    }
}
