using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Orrery.Contracts.Identity;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>
/// Makes and signs the token of a caller. Sources: IAM User Guide, "Understanding token claims"; RFC 7519, RFC 7518.
/// What Orrery does not keep of a session is not among the claims: of Identity Center, Glue, Lambda, and how an
/// instance asked for its credentials.
/// </summary>
internal static class IssuedToken
{
    private const string Rsa = "RS256";
    private const string Curve = "ES384";

    // How much may stand in a token is not told (guessed).
    private const int LargestPayload = 16 * 1024;

    /// <summary>The token.</summary>
    /// <exception cref="ServiceException">ValidationError, JWTPayloadSizeExceededException.</exception>
    public static string Of(
        ReadCall call, TokenIssuerRecord issuer, GetWebIdentityTokenRequest request, DateTimeOffset expiry)
    {
        var algorithm = request.SigningAlgorithm!;
        if (algorithm is not (Rsa or Curve))
            throw Errors.Validation($"SigningAlgorithm {algorithm} is not one of {Rsa}, {Curve}.");
        var header = TokenKeySets.Written(json =>
        {
            json.WriteString("alg", algorithm);
            json.WriteString("kid", algorithm == Rsa ? TokenKeySets.RsaId : TokenKeySets.CurveId);
            json.WriteString("typ", "JWT");
        });
        var payload = TokenKeySets.Written(json => Claims(json, call, issuer, (request, expiry)));
        if (Encoding.UTF8.GetByteCount(payload) > LargestPayload)
        {
            throw new ServiceException(
                "JWTPayloadSizeExceededException", "The requested token payload is too large: give fewer tags.");
        }

        var signed = $"{Text(header)}.{Text(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(Signature(issuer, algorithm, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static byte[] Signature(TokenIssuerRecord issuer, string algorithm, byte[] signed)
    {
        if (algorithm == Rsa)
        {
            using var rsa = TokenKeySets.Rsa(issuer);
            return rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var curve = TokenKeySets.Curve(issuer);
        return curve.SignData(signed, HashAlgorithmName.SHA384);
    }

    private static void Claims(
        Utf8JsonWriter json, ReadCall call, TokenIssuerRecord issuer,
        (GetWebIdentityTokenRequest Request, DateTimeOffset Expiry) wish)
    {
        var facts = call.FindPort<IIdentities>()?.Find(call, call.Caller);
        json.WriteString("iss", TokenIssuers.UrlOf(call, issuer.Id.Value));
        if (wish.Request.Audience is [var one])
        {
            json.WriteString("aud", one);
        }
        else
        {
            json.WriteStartArray("aud");
            foreach (var audience in wish.Request.Audience!) json.WriteStringValue(audience);
            json.WriteEndArray();
        }

        json.WriteString("sub", facts?.PrincipalArn ?? call.Caller.Arn);
        json.WriteNumber("iat", call.Now.ToUnixTimeSeconds());
        json.WriteNumber("exp", wish.Expiry.ToUnixTimeSeconds());
        json.WriteString("jti", call.RequestId);
        json.WriteStartObject(TokenKeySets.Namespace);
        Identity(json, call, facts);
        Session(json, call, facts);
        Tags(json, "request_tags", (wish.Request.Tags ?? []).Select(t => new Pair(t.Key!, t.Value!)));
        json.WriteEndObject();
    }

    private static void Identity(Utf8JsonWriter json, ReadCall call, IdentityFacts? facts)
    {
        var organization = call.FindPort<IOrganizations>()?.Of(call, call.Account);
        json.WriteString("aws_account", call.Account);
        json.WriteString("source_region", call.Region);
        Put(json, "org_id", organization?.Id);
        Put(json, "ou_path", organization?.Path);
        Tags(json, "principal_tags", (facts?.Tags ?? new Dictionary<string, string>())
            .OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new Pair(t.Key, t.Value)));
    }

    private static void Session(Utf8JsonWriter json, ReadCall call, IdentityFacts? facts)
    {
        var end = call.Caller.Kind == CallerKind.AssumedRole ? Sessions.Of(call)?.Expiration : null;
        Put(json, "original_session_exp", end?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Put(json, "federated_provider", facts?.FederatedProvider);
        Put(json, "source_identity", facts?.SourceIdentity);
        if (facts?.Service != "ec2.amazonaws.com") return;
        // The session bears the name of its instance.
        Put(json, "ec2_source_instance_arn",
            $"arn:aws:ec2:{call.Region}:{call.Account}:instance/{facts.UserId.Split(':')[^1]}");
    }

    private static void Put(Utf8JsonWriter json, string claim, string? value)
    {
        if (value is not null) json.WriteString(claim, value);
    }

    private static void Tags(Utf8JsonWriter json, string claim, IEnumerable<Pair> tags)
    {
        List<Pair> all = [.. tags];
        if (all.Count == 0) return;
        json.WriteStartObject(claim);
        foreach (var tag in all) json.WriteString(tag.Key, tag.Value);
        json.WriteEndObject();
    }

    private static string Text(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
