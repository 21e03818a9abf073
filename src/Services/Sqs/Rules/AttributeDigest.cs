using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Orrery.Services.Sqs.Records;

namespace Orrery.Services.Sqs.Rules;

/// <summary>
/// The digests by which clients check what they sent. Source: SQS Developer Guide, "Calculating the MD5 message
/// digest for message attributes".
/// </summary>
[SuppressMessage("Security", "CA5351", Justification = "The protocol says MD5; nothing is guarded by it.")]
internal static class AttributeDigest
{
    private const byte Text = 1;
    private const byte Binary = 2;

    /// <summary>The digest of a body.</summary>
    public static string OfBody(string body) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>The digest of attributes; null where there are none.</summary>
    public static string? Of(IReadOnlyCollection<AttributeRecord>? attributes)
    {
        if (attributes is not { Count: > 0 })
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var attribute in attributes.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(attribute.Name));
            Append(hash, Encoding.UTF8.GetBytes(attribute.Type));
            hash.AppendData([attribute.Bytes is null ? Text : Binary]);
            Append(hash, attribute.Bytes ?? Encoding.UTF8.GetBytes(attribute.Text ?? ""));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, byte[] part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
