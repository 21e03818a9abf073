using System.Security.Cryptography;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Kms.Crypto;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>Encrypts and decrypts with keys: what API and other services share.</summary>
internal static class Ciphers
{
    private const int ChanceLength = 32;

    /// <summary>A key that may be used for something now.</summary>
    /// <exception cref="Core.ServiceException">What stands in its way.</exception>
    public static KeyPlace Key(ReadCall call, string keyId, string operation, KeyUsageType usage, KeyAsk ask)
    {
        var place = Places.Of(call, keyId, ask.At ?? call.Scope);
        KeyAccess.Check(call, place, operation, ask);
        return Fit(place, operation, usage);
    }

    /// <summary>A symmetric encryption key that may be used for something now.</summary>
    /// <exception cref="Core.ServiceException">What stands in its way.</exception>
    public static KeyPlace Symmetric(ReadCall call, string keyId, string operation, KeyAsk ask)
    {
        var place = Key(call, keyId, operation, KeyUsageType.EncryptDecrypt, ask);
        return KeySpecs.IsSymmetric(place.Key.Spec) ? place : throw Errors.Usage(
            $"{place.Arn} key spec is {place.Key.Spec.ToWire()} which is not valid for {operation}.");
    }

    /// <summary>Encrypts with a key that was looked at.</summary>
    /// <exception cref="Core.ServiceException">InvalidKeyUsageException, ValidationException.</exception>
    public static byte[] Encrypt(
        Call call, KeyPlace place, EncryptionAlgorithmSpec? algorithm, ReadOnlyMemory<byte> plaintext, KeyAsk ask)
    {
        var chosen = Algorithm(place, algorithm);
        if (chosen == EncryptionAlgorithmSpec.SymmetricDefault) return Seal(call, place, plaintext.Span, ask.Context);
        RefuseContext(ask.Context);
        using var rsa = Pairs.Rsa(Materials.Secret(call, place));
        var padding = Padding(chosen);
        var most = (rsa.KeySize / 8) - 2 - (2 * (chosen == EncryptionAlgorithmSpec.RsaesOaepSha1 ? 20 : 32));
        return plaintext.Length <= most ? rsa.Encrypt(plaintext.Span, padding) : throw Errors.Validation(
            $"Algorithm {chosen.ToWire()} and key spec {place.Key.Spec.ToWire()} cannot encrypt data larger than "
            + $"{most} bytes.");
    }

    /// <summary>Encrypts with a symmetric key.</summary>
    public static byte[] Seal(
        Call call, KeyPlace place, ReadOnlySpan<byte> plaintext, IReadOnlyDictionary<string, string>? context)
    {
        var material = Materials.Current(call, place) is { Bytes: not null } current
            ? current : throw Errors.State(place.Arn, "pending import");
        return Sealing.Seal(
            place.Scope.Account, material, Sealing.Context(context), plaintext, Materials.Chance(call, ChanceLength));
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="Core.ServiceException">What stands in its way.</exception>
    public static Opened Open(
        ReadCall call, ReadOnlyMemory<byte> ciphertext, OpenWish wish, KeyAsk ask)
    {
        var named = wish.KeyId is null ? null : Places.Of(call, wish.KeyId, ask.At ?? call.Scope);
        if (wish.Algorithm is { } algorithm && algorithm != EncryptionAlgorithmSpec.SymmetricDefault)
            return OpenRsa(call, ciphertext, named, wish, ask);
        if (!CiphertextBlob.TryRead(ciphertext.Span, out var blob)) throw Errors.Ciphertext();
        var scope = new Scope(blob.Account, (ask.At ?? call.Scope).Region);
        if (named is not null && (named.Scope != scope || named.Key.Id.Value != blob.KeyId))
        {
            KeyAccess.Check(call, named, wish.Operation, ask);
            Fit(named, wish.Operation, KeyUsageType.EncryptDecrypt);
            Algorithm(named, EncryptionAlgorithmSpec.SymmetricDefault);
            throw Errors.IncorrectKey();
        }

        var key = call.Read(Tables.Keys, scope).Find(new(blob.KeyId)) ?? throw Errors.NoCiphertextKey();
        var place = new KeyPlace(scope, key);
        KeyAccess.Check(call, place, wish.Operation, ask);
        Fit(place, wish.Operation, KeyUsageType.EncryptDecrypt);
        var material = Materials.Find(call, place, blob.MaterialId)?.Bytes ?? throw Errors.Ciphertext();
        var plaintext = Sealing.Open(blob, material, Sealing.Context(ask.Context)) ?? throw Errors.Ciphertext();
        return new(place, plaintext, EncryptionAlgorithmSpec.SymmetricDefault, blob.MaterialId);
    }

    /// <summary>The algorithm, held against the key.</summary>
    /// <exception cref="Core.ServiceException">InvalidKeyUsageException.</exception>
    public static EncryptionAlgorithmSpec Algorithm(KeyPlace place, EncryptionAlgorithmSpec? wanted)
    {
        var chosen = wanted ?? EncryptionAlgorithmSpec.SymmetricDefault;
        return KeySpecs.Encryption(place.Key.Spec, place.Key.Usage)?.Contains(chosen) == true
            ? chosen
            : throw Errors.Usage(
                $"Algorithm {chosen.ToWire()} and key spec {place.Key.Spec.ToWire()} are incompatible.");
    }

    private static Opened OpenRsa(
        ReadCall call, ReadOnlyMemory<byte> ciphertext, KeyPlace? named, OpenWish wish, KeyAsk ask)
    {
        if (named is null) throw Errors.Validation("KeyId is required for asymmetric keys.");
        KeyAccess.Check(call, named, wish.Operation, ask);
        Fit(named, wish.Operation, KeyUsageType.EncryptDecrypt);
        var algorithm = Algorithm(named, wish.Algorithm);
        RefuseContext(ask.Context);
        using var rsa = Pairs.Rsa(Materials.Secret(call, named));
        try
        {
            return new(named, rsa.Decrypt(ciphertext.Span, Padding(algorithm)), algorithm, null);
        }
        catch (CryptographicException)
        {
            throw Errors.Ciphertext();
        }
    }

    private static KeyPlace Fit(KeyPlace place, string operation, KeyUsageType usage)
    {
        KeyStates.Usable(place);
        return place.Key.Usage == usage ? place : throw Errors.Usage(
            $"{place.Arn} key usage is {place.Key.Usage.ToWire()} which is not valid for {operation}.");
    }

    private static RSAEncryptionPadding Padding(EncryptionAlgorithmSpec algorithm) =>
        algorithm == EncryptionAlgorithmSpec.RsaesOaepSha1
            ? RSAEncryptionPadding.OaepSHA1 : RSAEncryptionPadding.OaepSHA256;

    private static void RefuseContext(IReadOnlyDictionary<string, string>? context)
    {
        if (context is { Count: > 0 })
            throw Errors.Validation("An encryption context is not supported with asymmetric keys.");
    }
}
