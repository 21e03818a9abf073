using System.Security.Cryptography;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Crypto;

/// <summary>Signs and verifies. ECDSA signatures are DER, as KMS gives them (KMS API Reference, Sign).</summary>
internal static class Signatures
{
    /// <summary>Signs.</summary>
    public static byte[] Sign(KeySpec spec, byte[] pkcs8, SigningAlgorithmSpec algorithm, byte[] digest)
    {
        if (KeySpecs.IsRsa(spec))
        {
            using var rsa = Pairs.Rsa(pkcs8);
            return rsa.SignHash(digest, Hash(algorithm), Padding(algorithm));
        }

        using var ecdsa = Pairs.Ecdsa(pkcs8);
        return ecdsa.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Whether a signature is right.</summary>
    public static bool Verify(
        KeySpec spec, byte[] pkcs8, SigningAlgorithmSpec algorithm, byte[] digest, ReadOnlySpan<byte> signature)
    {
        try
        {
            if (KeySpecs.IsRsa(spec))
            {
                using var rsa = Pairs.Rsa(pkcs8);
                return rsa.VerifyHash(digest, signature, Hash(algorithm), Padding(algorithm));
            }

            using var ecdsa = Pairs.Ecdsa(pkcs8);
            return ecdsa.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The digest of a message, or the message where it is one.</summary>
    /// <exception cref="Core.ServiceException">ValidationException, UnsupportedOperationException.</exception>
    public static byte[] Digest(SigningAlgorithmSpec algorithm, ReadOnlyMemory<byte> message, MessageType? type)
    {
        if (type == MessageType.ExternalMu) throw Errors.NotServed("MessageType EXTERNAL_MU");
        var hash = Hash(algorithm);
        if (type != MessageType.Digest) return CryptographicOperations.HashData(hash, message.Span);
        var length = hash == HashAlgorithmName.SHA256 ? 32 : hash == HashAlgorithmName.SHA384 ? 48 : 64;
        return message.Length == length ? message.ToArray() : throw Errors.Validation(
            $"Digest is invalid length for algorithm {algorithm.ToWire()}.");
    }

    private static HashAlgorithmName Hash(SigningAlgorithmSpec algorithm) => algorithm switch
    {
        SigningAlgorithmSpec.RsassaPssSha384 or SigningAlgorithmSpec.RsassaPkcs1V15Sha384
            or SigningAlgorithmSpec.EcdsaSha384 => HashAlgorithmName.SHA384,
        SigningAlgorithmSpec.RsassaPssSha512 or SigningAlgorithmSpec.RsassaPkcs1V15Sha512
            or SigningAlgorithmSpec.EcdsaSha512 => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };

    private static RSASignaturePadding Padding(SigningAlgorithmSpec algorithm) => algorithm
        is SigningAlgorithmSpec.RsassaPssSha256 or SigningAlgorithmSpec.RsassaPssSha384
        or SigningAlgorithmSpec.RsassaPssSha512
            ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
}
