using System.Security.Cryptography;
using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Crypto;

/// <summary>Key pairs, made and read. Private keys are PKCS #8, public ones SubjectPublicKeyInfo.</summary>
internal static class Pairs
{
    private const int Tries = 16;

    /// <summary>A new RSA key, of the machine's chance.</summary>
    public static byte[] NewRsa(int bits)
    {
        using var rsa = RSA.Create(bits);
        return rsa.ExportPkcs8PrivateKey();
    }

    /// <summary>A new key of a curve, of the world's chance.</summary>
    /// <exception cref="Core.ServiceException">UnsupportedOperationException: this machine lacks the curve.</exception>
    public static byte[] NewEcc(SeededRandom random, KeySpec spec)
    {
        for (var left = Tries; ; left--)
        {
            var secret = new byte[spec == KeySpec.EccNistP521 ? 66 : spec == KeySpec.EccNistP384 ? 48 : 32];
            random.Fill(secret);
            if (spec == KeySpec.EccNistP521) secret[0] &= 1;
            try
            {
                using var ecdsa = ECDsa.Create(new ECParameters { Curve = KeySpecs.Curve(spec), D = secret });
                return ecdsa.ExportPkcs8PrivateKey();
            }
            catch (PlatformNotSupportedException)
            {
                throw Errors.NotServed($"KeySpec {spec.ToWire()} on this machine");
            }
            catch (CryptographicException) when (left > 1)
            {
                // The number was not below the order of the curve: one in four billion.
            }
            catch (CryptographicException)
            {
                throw Errors.NotServed($"KeySpec {spec.ToWire()} on this machine");
            }
        }
    }

    /// <summary>The public half.</summary>
    public static byte[] Public(KeySpec spec, byte[] pkcs8)
    {
        using AsymmetricAlgorithm pair = KeySpecs.IsRsa(spec) ? Rsa(pkcs8) : Ecdsa(pkcs8);
        return pair.ExportSubjectPublicKeyInfo();
    }

    /// <summary>An RSA key.</summary>
    public static RSA Rsa(byte[] pkcs8)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(pkcs8, out _);
        return rsa;
    }

    /// <summary>A key of a curve.</summary>
    public static ECDsa Ecdsa(byte[] pkcs8)
    {
        var ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(pkcs8, out _);
        return ecdsa;
    }

    /// <summary>Whether bytes are a private key of this kind.</summary>
    public static bool IsOf(KeySpec spec, byte[] pkcs8)
    {
        try
        {
            if (KeySpecs.IsRsa(spec))
            {
                using var rsa = Rsa(pkcs8);
                return rsa.KeySize == KeySpecs.Bits(spec);
            }

            using var ecdsa = Ecdsa(pkcs8);
            var (given, wanted) = (ecdsa.ExportParameters(false).Curve.Oid, KeySpecs.Curve(spec).Oid);
            return given.Value is null || wanted.Value is null
                ? given.FriendlyName == wanted.FriendlyName : given.Value == wanted.Value;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
