using System.Buffers.Binary;
using System.Globalization;
using Orrery.Services.Kms.Records;

namespace Orrery.Services.Kms.Crypto;

/// <summary>
/// What a symmetric key encrypts to. The head names account, key and material version, and is authenticated with the
/// encryption context; then come salt, nonce, ciphertext and tag. AWS does not document its own form.
/// </summary>
internal readonly ref struct CiphertextBlob
{
    /// <summary>Mark and form, account, key id, material id.</summary>
    public const int HeadLength = 2 + 8 + 16 + 32;

    /// <summary>Salt of the message key, and nonce.</summary>
    public const int SaltLength = 16;

    /// <summary>The nonce of AES-GCM.</summary>
    public const int NonceLength = 12;

    /// <summary>The tag of AES-GCM.</summary>
    public const int TagLength = 16;

    private const byte Mark = 0x4F;
    private const string MultiRegion = "mrk-";

    private CiphertextBlob(ReadOnlySpan<byte> all) => All = all;

    /// <summary>The whole.</summary>
    public ReadOnlySpan<byte> All { get; }

    /// <summary>The head.</summary>
    public ReadOnlySpan<byte> Head => All[..HeadLength];

    /// <summary>The salt.</summary>
    public ReadOnlySpan<byte> Salt => All.Slice(HeadLength, SaltLength);

    /// <summary>The nonce.</summary>
    public ReadOnlySpan<byte> Nonce => All.Slice(HeadLength + SaltLength, NonceLength);

    /// <summary>The ciphertext.</summary>
    public ReadOnlySpan<byte> Body => All[(HeadLength + SaltLength + NonceLength)..^TagLength];

    /// <summary>The tag.</summary>
    public ReadOnlySpan<byte> Tag => All[^TagLength..];

    /// <summary>The account of the key.</summary>
    public string Account =>
        BinaryPrimitives.ReadUInt64BigEndian(All[2..]).ToString("D12", CultureInfo.InvariantCulture);

    /// <summary>The id of the key.</summary>
    public string KeyId => All[1] == 1
        ? MultiRegion + Convert.ToHexStringLower(All.Slice(10, 16))
        : new Guid(All.Slice(10, 16), bigEndian: true).ToString();

    /// <summary>The id of the material.</summary>
    public string MaterialId => Convert.ToHexStringLower(All.Slice(26, 32));

    /// <summary>Reads one; false where it is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out CiphertextBlob blob)
    {
        blob = new(bytes);
        return bytes.Length > HeadLength + SaltLength + NonceLength + TagLength && bytes[0] == Mark && bytes[1] <= 1;
    }

    /// <summary>Writes the head.</summary>
    public static void WriteHead(Span<byte> head, string account, MaterialRecord material)
    {
        var isMultiRegion = material.KeyId.StartsWith(MultiRegion, StringComparison.Ordinal);
        head[0] = Mark;
        head[1] = isMultiRegion ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt64BigEndian(head[2..], ulong.Parse(account, CultureInfo.InvariantCulture));
        var digits = isMultiRegion
            ? material.KeyId[MultiRegion.Length..] : material.KeyId.Replace("-", "", StringComparison.Ordinal);
        Convert.FromHexString(digits).CopyTo(head[10..]);
        Convert.FromHexString(material.MaterialId).CopyTo(head[26..]);
    }
}
