using System.Security.Cryptography;
using System.Text;

namespace Orrery.Wire.Signing;

/// <summary>The arithmetic of Signature Version 4.</summary>
public static class Signatures
{
    /// <summary>The SHA-256 of nothing.</summary>
    public const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The SHA-256 of bytes in lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return EmptyHash;
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The SHA-256 of a text in lower-case hexadecimal.</summary>
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>The string to sign of a canonical request.</summary>
    public static string StringToSign(SignatureClaim claim, string canonicalRequest) =>
        $"AWS4-HMAC-SHA256\n{claim.Timestamp}\n{claim.Scope}\n{Hash(canonicalRequest)}";

    /// <summary>The signature of a string to sign in lower-case hexadecimal.</summary>
    public static string Sign(byte[] signingKey, string stringToSign)
    {
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(signingKey, Encoding.UTF8.GetBytes(stringToSign), mac);
        return Convert.ToHexStringLower(mac);
    }

    /// <summary>Whether two signatures are equal, in a time that does not tell where they differ.</summary>
    public static bool AreEqual(string expected, string claimed)
    {
        if (claimed.Length != expected.Length) return false;
        Span<byte> a = stackalloc byte[expected.Length * 2];
        Span<byte> b = stackalloc byte[expected.Length * 2];
        Encoding.Unicode.GetBytes(expected, a);
        Encoding.Unicode.GetBytes(claimed, b);
        return CryptographicOperations.FixedTimeEquals(a, b);
    }
}
