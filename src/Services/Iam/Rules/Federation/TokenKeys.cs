using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>Checks the signatures of tokens by a JSON Web Key Set. Source: RFC 7517, RFC 7518.</summary>
internal static class TokenKeys
{
    /// <summary>Whether a key of the set signed the token.</summary>
    public static bool Signed(string keySet, WebToken token)
    {
        if (HashOf(token.Algorithm) is not { } hash) return false;
        try
        {
            using var json = JsonDocument.Parse(keySet);
            return json.RootElement.GetProperty("keys").EnumerateArray()
                .Where(k => token.KeyId is null || Text(k, "kid") == token.KeyId)
                .Any(k => Verifies(k, token, hash));
        }
        catch (Exception wrong) when (
            wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
                or CryptographicException)
        {
            return false;
        }
    }

    private static bool Verifies(JsonElement key, WebToken token, HashAlgorithmName hash)
    {
        var isRsa = token.Algorithm.StartsWith("RS", StringComparison.Ordinal);
        if (Text(key, "kty") != (isRsa ? "RSA" : "EC")) return false;
        if (isRsa)
        {
            using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes(key, "n"), Exponent = Bytes(key, "e") });
            return rsa.VerifyData(token.Signed, token.Signature, hash, RSASignaturePadding.Pkcs1);
        }

        using var ec = ECDsa.Create(new ECParameters
        {
            Curve = CurveOf(token.Algorithm), Q = new() { X = Bytes(key, "x"), Y = Bytes(key, "y") },
        });
        return ec.VerifyData(token.Signed, token.Signature, hash);
    }

    private static HashAlgorithmName? HashOf(string algorithm) => algorithm switch
    {
        "RS256" or "ES256" => HashAlgorithmName.SHA256,
        "RS384" or "ES384" => HashAlgorithmName.SHA384,
        "RS512" or "ES512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static ECCurve CurveOf(string algorithm) => algorithm switch
    {
        "ES256" => ECCurve.NamedCurves.nistP256,
        "ES384" => ECCurve.NamedCurves.nistP384,
        _ => ECCurve.NamedCurves.nistP521,
    };

    private static string? Text(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static byte[] Bytes(JsonElement key, string name) => Base64Url.DecodeFromChars(Text(key, name) ?? "");
}
