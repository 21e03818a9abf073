namespace Orrery.Wire.Checksums;

/// <summary>The checksums that AWS takes of bytes. Source: Smithy, "httpChecksum trait"; S3 user guide, "Checking
/// object integrity".</summary>
[Flags]
public enum DigestKind : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>MD5: the ETag of an object, and Content-MD5.</summary>
    Md5 = 1,

    /// <summary>CRC-32 as in ISO 3309.</summary>
    Crc32 = 2,

    /// <summary>CRC-32C, Castagnoli's.</summary>
    Crc32C = 4,

    /// <summary>CRC-64/NVME.</summary>
    Crc64Nvme = 8,

    /// <summary>SHA-1.</summary>
    Sha1 = 16,

    /// <summary>SHA-256.</summary>
    Sha256 = 32,

    /// <summary>SHA-512.</summary>
    Sha512 = 64,

    /// <summary>XXH64 of seed 0.</summary>
    XxHash64 = 128,

    /// <summary>XXH3 of 64 bits, of seed 0.</summary>
    XxHash3 = 256,

    /// <summary>XXH3 of 128 bits, of seed 0.</summary>
    XxHash128 = 512,
}
