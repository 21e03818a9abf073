using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Orrery.Services.Kms.Records;

namespace Orrery.Services.Kms.Crypto;

/// <summary>
/// AES-256-GCM under a key of its own for each message, derived from the material and a salt. Salt and nonce are a
/// keyed hash of chance and of all that is encrypted: worlds that were forked draw the same chance, and must not
/// encrypt two texts with one nonce. Sources: KMS Cryptographic Details, "Encrypt" (derived keys); RFC 5869 (HKDF).
/// </summary>
internal static class Sealing
{
    private static readonly byte[] KeyLabel = "orrery kms message key"u8.ToArray();
    private static readonly byte[] SaltLabel = "orrery kms salt"u8.ToArray();

    /// <summary>Encrypts.</summary>
    public static byte[] Seal(
        string account, MaterialRecord material, byte[] context, ReadOnlySpan<byte> plaintext,
        ReadOnlySpan<byte> chance)
    {
        const int start = CiphertextBlob.HeadLength + CiphertextBlob.SaltLength + CiphertextBlob.NonceLength;
        var blob = new byte[start + plaintext.Length + CiphertextBlob.TagLength];
        CiphertextBlob.WriteHead(blob, account, material);
        var bound = Bound(blob.AsSpan(0, CiphertextBlob.HeadLength), context);
        using (var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, material.Bytes!))
        {
            hash.AppendData(SaltLabel);
            hash.AppendData(chance);
            hash.AppendData(bound);
            hash.AppendData(plaintext);
            hash.GetHashAndReset().AsSpan(0, CiphertextBlob.SaltLength + CiphertextBlob.NonceLength)
                .CopyTo(blob.AsSpan(CiphertextBlob.HeadLength));
        }

        CiphertextBlob.TryRead(blob, out var parts);
        using var aes = new AesGcm(MessageKey(material.Bytes!, parts.Salt), CiphertextBlob.TagLength);
        aes.Encrypt(
            parts.Nonce, plaintext, blob.AsSpan(start, plaintext.Length), blob.AsSpan(start + plaintext.Length), bound);
        return blob;
    }

    /// <summary>Decrypts; null where it is not what this material encrypted in this context.</summary>
    public static byte[]? Open(CiphertextBlob blob, byte[] material, byte[] context)
    {
        var plaintext = new byte[blob.Body.Length];
        using var aes = new AesGcm(MessageKey(material, blob.Salt), CiphertextBlob.TagLength);
        try
        {
            aes.Decrypt(blob.Nonce, blob.Body, blob.Tag, plaintext, Bound(blob.Head, context));
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>A context as bytes: in order, each text after its length, so that no two are alike.</summary>
    public static byte[] Context(IReadOnlyDictionary<string, string>? context)
    {
        using var bytes = new MemoryStream();
        foreach (var (key, value) in (context ?? new Dictionary<string, string>())
            .OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Append(bytes, key);
            Append(bytes, value);
        }

        return bytes.ToArray();
    }

    private static void Append(MemoryStream bytes, string text)
    {
        Span<byte> length = stackalloc byte[4];
        var utf8 = Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
        bytes.Write(length);
        bytes.Write(utf8);
    }

    private static byte[] MessageKey(byte[] material, ReadOnlySpan<byte> salt)
    {
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, material, key, salt, KeyLabel);
        return key;
    }

    private static byte[] Bound(ReadOnlySpan<byte> head, byte[] context) => [.. head, .. context];
}
