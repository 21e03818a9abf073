using System.Security.Cryptography;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>Kinds of keys and what they can. Source: KMS Developer Guide, "Key spec reference".</summary>
internal static class KeySpecs
{
    /// <summary>Whether it is the symmetric encryption key.</summary>
    public static bool IsSymmetric(KeySpec spec) => spec == KeySpec.SymmetricDefault;

    /// <summary>Whether it is an RSA key.</summary>
    public static bool IsRsa(KeySpec spec) => spec is KeySpec.Rsa2048 or KeySpec.Rsa3072 or KeySpec.Rsa4096;

    /// <summary>Whether it is an HMAC key.</summary>
    public static bool IsHmac(KeySpec spec) =>
        spec is KeySpec.Hmac224 or KeySpec.Hmac256 or KeySpec.Hmac384 or KeySpec.Hmac512;

    /// <summary>Whether it is a key of an elliptic curve that is served.</summary>
    public static bool IsEcc(KeySpec spec) =>
        spec is KeySpec.EccNistP256 or KeySpec.EccNistP384 or KeySpec.EccNistP521 or KeySpec.EccSecgP256k1;

    /// <summary>Whether it has a public half.</summary>
    public static bool IsAsymmetric(KeySpec spec) => !IsSymmetric(spec) && !IsHmac(spec);

    /// <summary>The length of an RSA key.</summary>
    public static int Bits(KeySpec spec) => spec switch
    {
        KeySpec.Rsa2048 => 2048,
        KeySpec.Rsa3072 => 3072,
        _ => 4096,
    };

    /// <summary>The length of a raw key.</summary>
    public static int Bytes(KeySpec spec) => spec switch
    {
        KeySpec.Hmac224 => 28,
        KeySpec.Hmac384 => 48,
        KeySpec.Hmac512 => 64,
        _ => 32,
    };

    /// <summary>The curve.</summary>
    public static ECCurve Curve(KeySpec spec) => spec switch
    {
        KeySpec.EccNistP256 => ECCurve.NamedCurves.nistP256,
        KeySpec.EccNistP384 => ECCurve.NamedCurves.nistP384,
        KeySpec.EccNistP521 => ECCurve.NamedCurves.nistP521,
        _ => ECCurve.CreateFromValue("1.3.132.0.10"),
    };

    /// <summary>How it may encrypt; null where it does not.</summary>
    public static IReadOnlyList<EncryptionAlgorithmSpec>? Encryption(KeySpec spec, KeyUsageType usage) =>
        usage != KeyUsageType.EncryptDecrypt ? null
        : IsSymmetric(spec) ? [EncryptionAlgorithmSpec.SymmetricDefault]
        : [EncryptionAlgorithmSpec.RsaesOaepSha1, EncryptionAlgorithmSpec.RsaesOaepSha256];

    /// <summary>How it may sign; null where it does not.</summary>
    public static IReadOnlyList<SigningAlgorithmSpec>? Signing(KeySpec spec, KeyUsageType usage) =>
        usage != KeyUsageType.SignVerify ? null : spec switch
        {
            KeySpec.EccNistP256 or KeySpec.EccSecgP256k1 => [SigningAlgorithmSpec.EcdsaSha256],
            KeySpec.EccNistP384 => [SigningAlgorithmSpec.EcdsaSha384],
            KeySpec.EccNistP521 => [SigningAlgorithmSpec.EcdsaSha512],
            _ =>
            [
                SigningAlgorithmSpec.RsassaPkcs1V15Sha256, SigningAlgorithmSpec.RsassaPkcs1V15Sha384,
                SigningAlgorithmSpec.RsassaPkcs1V15Sha512, SigningAlgorithmSpec.RsassaPssSha256,
                SigningAlgorithmSpec.RsassaPssSha384, SigningAlgorithmSpec.RsassaPssSha512,
            ],
        };

    /// <summary>How it makes codes; null where it does not.</summary>
    public static IReadOnlyList<MacAlgorithmSpec>? Macs(KeySpec spec) => spec switch
    {
        KeySpec.Hmac224 => [MacAlgorithmSpec.HmacSha224],
        KeySpec.Hmac256 => [MacAlgorithmSpec.HmacSha256],
        KeySpec.Hmac384 => [MacAlgorithmSpec.HmacSha384],
        KeySpec.Hmac512 => [MacAlgorithmSpec.HmacSha512],
        _ => null,
    };

    /// <summary>Holds a wish against what there is.</summary>
    /// <exception cref="Core.ServiceException">ValidationException, UnsupportedOperationException.</exception>
    public static KeyUsageType Usage(KeySpec spec, KeyUsageType? wanted)
    {
        if (!IsSymmetric(spec) && !IsRsa(spec) && !IsEcc(spec) && !IsHmac(spec))
            throw Errors.NotServed($"KeySpec {spec.ToWire()}");
        if (wanted == KeyUsageType.KeyAgreement) throw Errors.NotServed("KeyUsage KEY_AGREEMENT");
        if (IsSymmetric(spec)) wanted ??= KeyUsageType.EncryptDecrypt;
        if (wanted is null)
            throw Errors.Validation(
                "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
        var fits = wanted switch
        {
            KeyUsageType.EncryptDecrypt => IsSymmetric(spec) || IsRsa(spec),
            KeyUsageType.SignVerify => IsRsa(spec) || IsEcc(spec),
            _ => IsHmac(spec),
        };
        return fits ? wanted.Value : throw Errors.Validation(
            $"KeyUsage {wanted.Value.ToWire()} is not compatible with KeySpec {spec.ToWire()}");
    }
}
