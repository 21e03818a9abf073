using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>
/// What an issuer publishes: where its keys are, and the keys. Sources: OpenID Connect Discovery 1.0, RFC 7517; the
/// members and the ids of keys are those that issuers of AWS answer with.
/// </summary>
internal static class TokenKeySets
{
    /// <summary>The id of the RSA key.</summary>
    public const string RsaId = "RSA_0";

    /// <summary>The id of the key of the curve.</summary>
    public const string CurveId = "EC384_0";

    /// <summary>The claim under which STS tells of the caller.</summary>
    public const string Namespace = "https://sts.amazonaws.com/";

    private static readonly string[] Claims = ["sub", "iss", "aud", "exp", "iat", "jti", Namespace];

    /// <summary>The discovery document of the issuer at an address.</summary>
    public static string Configuration(string url) => Written(json =>
    {
        List(json, "claims_supported", Claims);
        List(json, "id_token_signing_alg_values_supported", ["RS256", "ES384"]);
        json.WriteString("issuer", url);
        json.WriteString("jwks_uri", $"{url}/.well-known/jwks.json");
        List(json, "response_types_supported", ["id_token"]);
        List(json, "subject_types_supported", ["public"]);
    });

    /// <summary>The public keys of an issuer.</summary>
    public static string Of(TokenIssuerRecord issuer) => Written(json =>
    {
        using var rsa = Rsa(issuer);
        using var curve = Curve(issuer);
        var numbers = rsa.ExportParameters(includePrivateParameters: false);
        var point = curve.ExportParameters(includePrivateParameters: false).Q;
        json.WriteStartArray("keys");
        Key(json, ("RSA", RsaId, "RS256"), ("e", numbers.Exponent!), ("n", numbers.Modulus!));
        Key(json, ("EC", CurveId, "ES384"), ("x", point.X!), ("y", point.Y!));
        json.WriteEndArray();
    });

    /// <summary>The RSA key of an issuer.</summary>
    public static RSA Rsa(TokenIssuerRecord issuer)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(issuer.RsaKey), out _);
        return rsa;
    }

    /// <summary>The key of the curve of an issuer.</summary>
    public static ECDsa Curve(TokenIssuerRecord issuer)
    {
        var curve = ECDsa.Create();
        curve.ImportPkcs8PrivateKey(Convert.FromBase64String(issuer.CurveKey), out _);
        return curve;
    }

    /// <summary>An object as JSON.</summary>
    public static string Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Key(
        Utf8JsonWriter json, (string Kind, string Id, string Algorithm) key, params (string Name, byte[] Value)[] parts)
    {
        json.WriteStartObject();
        json.WriteString("alg", key.Algorithm);
        if (key.Kind == "EC") json.WriteString("crv", "P-384");
        foreach (var (name, value) in parts) json.WriteString(name, Base64Url.EncodeToString(value));
        json.WriteString("kid", key.Id);
        json.WriteString("kty", key.Kind);
        json.WriteString("use", "sig");
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, string[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
