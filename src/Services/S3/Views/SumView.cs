using Orrery.Services.S3.Records;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Views;

/// <summary>A checksum as answers show it: one member for each kind, of which one is set at most.</summary>
/// <param name="Record">The checksum; null where none is shown.</param>
internal readonly record struct SumView(ChecksumRecord? Record)
{
    /// <summary>The CRC-32.</summary>
    public string? Crc32 => Of(DigestKind.Crc32);

    /// <summary>The CRC-32C.</summary>
    public string? Crc32C => Of(DigestKind.Crc32C);

    /// <summary>The CRC-64/NVME.</summary>
    public string? Crc64Nvme => Of(DigestKind.Crc64Nvme);

    /// <summary>The SHA-1.</summary>
    public string? Sha1 => Of(DigestKind.Sha1);

    /// <summary>The SHA-256.</summary>
    public string? Sha256 => Of(DigestKind.Sha256);

    /// <summary>The SHA-512.</summary>
    public string? Sha512 => Of(DigestKind.Sha512);

    /// <summary>The XXH64.</summary>
    public string? XxHash64 => Of(DigestKind.XxHash64);

    /// <summary>The XXH3 of 64 bits.</summary>
    public string? XxHash3 => Of(DigestKind.XxHash3);

    /// <summary>The XXH3 of 128 bits.</summary>
    public string? XxHash128 => Of(DigestKind.XxHash128);

    /// <summary>The MD5.</summary>
    public string? Md5 => Of(DigestKind.Md5);

    /// <summary>Whether it is of the whole object or of the parts' checksums.</summary>
    public ChecksumType? Type => Record is null ? null
        : Record.IsComposite ? ChecksumType.Composite : ChecksumType.FullObject;

    private string? Of(DigestKind kind) => Record?.Kind == kind ? Record.Value : null;
}
