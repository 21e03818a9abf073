using Orrery.Wire.Checksums;

namespace Orrery.Wire.Requests;

/// <summary>
/// The checksums that S3 knows, as headers name them (<c>x-amz-checksum-crc32</c>). Source: botocore model of s3,
/// ChecksumAlgorithm.
/// </summary>
internal static class ChecksumNames
{
    /// <summary>What their headers begin with.</summary>
    public const string Prefix = "x-amz-checksum-";

    private static readonly (string Name, DigestKind Kind)[] All =
    [
        ("crc32", DigestKind.Crc32), ("crc32c", DigestKind.Crc32C), ("crc64nvme", DigestKind.Crc64Nvme),
        ("sha1", DigestKind.Sha1), ("sha256", DigestKind.Sha256), ("md5", DigestKind.Md5),
        ("sha512", DigestKind.Sha512), ("xxhash64", DigestKind.XxHash64), ("xxhash3", DigestKind.XxHash3),
        ("xxhash128", DigestKind.XxHash128),
    ];

    /// <summary>The checksum that a header or trailer carries, and its kind; null where it carries none.</summary>
    public static (string Name, DigestKind Kind)? OfHeader(string header) =>
        header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? Find(header.AsSpan(Prefix.Length)) : null;

    /// <summary>The same by the name of an algorithm, however it is written.</summary>
    public static (string Name, DigestKind Kind)? Find(ReadOnlySpan<char> name)
    {
        foreach (var one in All)
            if (name.Equals(one.Name, StringComparison.OrdinalIgnoreCase)) return one;
        return null;
    }
}
