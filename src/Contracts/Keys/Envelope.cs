using System.Buffers.Binary;
using System.Security.Cryptography;
using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Keys;

/// <summary>
/// Encrypts what is longer than a key takes: under a data key of its own, which stands before it, encrypted. The nonce
/// is a keyed hash of the text, because worlds that were forked may draw the same data key.
/// </summary>
public static class Envelope
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int SizeLength = 2;

    /// <summary>Encrypts.</summary>
    /// <exception cref="Core.ServiceException">The key cannot be used: KMS's error.</exception>
    public static byte[] Seal(Call call, KeyUse use, ReadOnlySpan<byte> plaintext)
    {
        var key = call.Port<IKeys>().NewDataKey(call, use);
        var start = SizeLength + key.Ciphertext.Length + NonceLength;
        var all = new byte[start + plaintext.Length + TagLength];
        BinaryPrimitives.WriteUInt16BigEndian(all, (ushort)key.Ciphertext.Length);
        key.Ciphertext.CopyTo(all.AsSpan(SizeLength));
        var nonce = all.AsSpan(start - NonceLength, NonceLength);
        HMACSHA256.HashData(key.Plaintext, plaintext)[..NonceLength].CopyTo(nonce);
        using var aes = new AesGcm(key.Plaintext, TagLength);
        aes.Encrypt(nonce, plaintext, all.AsSpan(start, plaintext.Length), all.AsSpan(start + plaintext.Length));
        return all;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="Core.ServiceException">The key cannot be used, or it is not its text: KMS's error.</exception>
    public static byte[] Open(ReadCall call, KeyUse use, ReadOnlySpan<byte> all)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(all);
        var key = call.Port<IKeys>().Decrypt(call, use, all.Slice(SizeLength, length)).Plaintext;
        var start = SizeLength + length + NonceLength;
        var plaintext = new byte[all.Length - start - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(all[(start - NonceLength)..start], all[start..^TagLength], all[^TagLength..], plaintext);
        return plaintext;
    }
}
