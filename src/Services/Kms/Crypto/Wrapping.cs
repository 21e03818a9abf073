using System.Security.Cryptography;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Crypto;

/// <summary>
/// Opens material that was wrapped for import: with RSA alone, or with an AES key that is wrapped with RSA and stands
/// first. Sources: KMS Developer Guide, "Select a wrapping algorithm"; RFC 5649 (key wrap with padding).
/// </summary>
internal static class Wrapping
{
    /// <summary>The material; null where it was not wrapped with this key.</summary>
    public static byte[]? Open(byte[] pkcs8, AlgorithmSpec algorithm, ReadOnlySpan<byte> wrapped)
    {
        using var rsa = Pairs.Rsa(pkcs8);
        var padding = algorithm is AlgorithmSpec.RsaesOaepSha1 or AlgorithmSpec.RsaAesKeyWrapSha1
            ? RSAEncryptionPadding.OaepSHA1 : RSAEncryptionPadding.OaepSHA256;
        try
        {
            if (algorithm is AlgorithmSpec.RsaesOaepSha1 or AlgorithmSpec.RsaesOaepSha256)
                return rsa.Decrypt(wrapped, padding);
            var size = rsa.KeySize / 8;
            if (wrapped.Length <= size) return null;
            using var aes = Aes.Create();
            aes.Key = rsa.Decrypt(wrapped[..size], padding);
            return aes.DecryptKeyWrapPadded(wrapped[size..]);
        }
        catch (CryptographicException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
