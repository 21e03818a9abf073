using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Orrery.Contracts.Identity;

/// <summary>
/// The encoded authorization messages of refusals: JSON, packed, with a check in front. The form is our own; it hides
/// what it says from eyes, not from those who know it.
/// </summary>
public static class SealedMessage
{
    private const int CheckBytes = 8;

    /// <summary>Seals a message.</summary>
    public static string Seal(string json)
    {
        var plain = Encoding.UTF8.GetBytes(json);
        using var packed = new MemoryStream();
        packed.Write(SHA256.HashData(plain).AsSpan(0, CheckBytes));
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(plain);
        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <summary>Opens a message; null where it is none of ours.</summary>
    public static string? Open(string text)
    {
        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > CheckBytes } bytes)
            return null;
        try
        {
            using var plain = new MemoryStream();
            using var deflate = new DeflateStream(
                new MemoryStream(bytes, CheckBytes, bytes.Length - CheckBytes), CompressionMode.Decompress);
            deflate.CopyTo(plain);
            var found = plain.ToArray();
            return SHA256.HashData(found).AsSpan(0, CheckBytes).SequenceEqual(bytes.AsSpan(0, CheckBytes))
                ? Encoding.UTF8.GetString(found)
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
