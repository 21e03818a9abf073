using Orrery.Wire.Checksums;

namespace Orrery.Services.S3.Gate;

/// <summary>
/// The checksums that S3 knows, as headers and algorithms name them (<c>x-amz-checksum-crc32</c>, <c>CRC32</c>).
/// Source: botocore model of s3, ChecksumAlgorithm.
/// </summary>
internal static class SumHeaders
{
    private const string Prefix = "x-amz-checksum-";

    private static readonly SumHeader[] All =
    [
        new(DigestKind.Crc32, "CRC32", Prefix + "crc32"),
        new(DigestKind.Crc32C, "CRC32C", Prefix + "crc32c"),
        new(DigestKind.Crc64Nvme, "CRC64NVME", Prefix + "crc64nvme"),
        new(DigestKind.Sha1, "SHA1", Prefix + "sha1"),
        new(DigestKind.Sha256, "SHA256", Prefix + "sha256"),
        new(DigestKind.Md5, "MD5", Prefix + "md5"),
        new(DigestKind.Sha512, "SHA512", Prefix + "sha512"),
        new(DigestKind.XxHash64, "XXHASH64", Prefix + "xxhash64"),
        new(DigestKind.XxHash3, "XXHASH3", Prefix + "xxhash3"),
        new(DigestKind.XxHash128, "XXHASH128", Prefix + "xxhash128"),
    ];

    /// <summary>The checksum that a header or trailer carries; null where it carries none.</summary>
    public static SumHeader? Find(string header)
    {
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return null;
        foreach (var one in All)
            if (header.Equals(one.Header, StringComparison.OrdinalIgnoreCase)) return one;
        return null;
    }

    /// <summary>The checksum of an algorithm, however it is written; null where S3 has none of that name.</summary>
    public static SumHeader? OfAlgorithm(string algorithm)
    {
        foreach (var one in All)
            if (algorithm.Equals(one.Algorithm, StringComparison.OrdinalIgnoreCase)) return one;
        return null;
    }

    /// <summary>The checksum of one kind.</summary>
    public static SumHeader Of(DigestKind kind) => Array.Find(All, one => one.Kind == kind)!;
}
