namespace Orrery.Wire.Checksums;

/// <summary>Checksums of the same bytes.</summary>
public sealed class DigestSet(IReadOnlyDictionary<DigestKind, byte[]> values)
{
    /// <summary>No checksums.</summary>
    public static DigestSet None { get; } = new(new Dictionary<DigestKind, byte[]>());

    /// <summary>The checksum of a kind that was taken.</summary>
    public byte[] this[DigestKind kind] => values[kind];

    /// <summary>The checksum of a kind in base64, as headers carry it; null where it was not taken.</summary>
    public string? Base64(DigestKind kind) =>
        values.TryGetValue(kind, out var value) ? Convert.ToBase64String(value) : null;

    /// <summary>The checksum of a kind in hexadecimal.</summary>
    public string Hex(DigestKind kind) => Convert.ToHexStringLower(values[kind]);
}
