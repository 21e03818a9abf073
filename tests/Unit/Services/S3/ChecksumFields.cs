using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Checksums in requests and answers, each in the member of its algorithm.</summary>
internal static class ChecksumFields
{
    public static UploadPartRequest In(UploadPartRequest shape, DigestKind kind, byte[] sum) =>
        In(shape, kind, Convert.ToBase64String(sum));

    public static string? Of(UploadPartResult shape) => shape.ChecksumMD5 ?? shape.ChecksumSHA512
        ?? shape.ChecksumXXHASH64 ?? shape.ChecksumXXHASH3 ?? shape.ChecksumXXHASH128;

    public static string? Of(CopyPartResult shape) => shape.ChecksumMD5 ?? shape.ChecksumSHA512
        ?? shape.ChecksumXXHASH64 ?? shape.ChecksumXXHASH3 ?? shape.ChecksumXXHASH128;

    public static string? Of(Part shape) => shape.ChecksumMD5 ?? shape.ChecksumSHA512
        ?? shape.ChecksumXXHASH64 ?? shape.ChecksumXXHASH3 ?? shape.ChecksumXXHASH128;

    public static string? Of(CompleteMultipartUploadResult shape) => shape.ChecksumMD5 ?? shape.ChecksumSHA512
        ?? shape.ChecksumXXHASH64 ?? shape.ChecksumXXHASH3 ?? shape.ChecksumXXHASH128;

    public static string? Of(GetObjectResult shape) => shape.ChecksumMD5 ?? shape.ChecksumSHA512
        ?? shape.ChecksumXXHASH64 ?? shape.ChecksumXXHASH3 ?? shape.ChecksumXXHASH128;

    public static string? Of(Checksum shape) => shape.ChecksumMD5 ?? shape.ChecksumSHA512
        ?? shape.ChecksumXXHASH64 ?? shape.ChecksumXXHASH3 ?? shape.ChecksumXXHASH128;

    public static string? Of(ObjectPart shape) => shape.ChecksumMD5 ?? shape.ChecksumSHA512
        ?? shape.ChecksumXXHASH64 ?? shape.ChecksumXXHASH3 ?? shape.ChecksumXXHASH128;

    public static UploadPartRequest In(UploadPartRequest shape, DigestKind kind, string sum) => kind switch
    {
        DigestKind.Md5 => shape with { ChecksumMD5 = sum },
        DigestKind.Sha512 => shape with { ChecksumSHA512 = sum },
        DigestKind.XxHash64 => shape with { ChecksumXXHASH64 = sum },
        DigestKind.XxHash3 => shape with { ChecksumXXHASH3 = sum },
        DigestKind.XxHash128 => shape with { ChecksumXXHASH128 = sum },
        _ => throw new ArgumentException($"{kind} is not one of these."),
    };

    public static CompletedPart In(CompletedPart shape, DigestKind kind, string sum) => kind switch
    {
        DigestKind.Md5 => shape with { ChecksumMD5 = sum },
        DigestKind.Sha512 => shape with { ChecksumSHA512 = sum },
        DigestKind.XxHash64 => shape with { ChecksumXXHASH64 = sum },
        DigestKind.XxHash3 => shape with { ChecksumXXHASH3 = sum },
        DigestKind.XxHash128 => shape with { ChecksumXXHASH128 = sum },
        _ => throw new ArgumentException($"{kind} is not one of these."),
    };

    public static CompleteMultipartUploadRequest In(
        CompleteMultipartUploadRequest shape, DigestKind kind, string sum) => kind switch
    {
        DigestKind.Md5 => shape with { ChecksumMD5 = sum },
        DigestKind.Sha512 => shape with { ChecksumSHA512 = sum },
        DigestKind.XxHash64 => shape with { ChecksumXXHASH64 = sum },
        DigestKind.XxHash3 => shape with { ChecksumXXHASH3 = sum },
        DigestKind.XxHash128 => shape with { ChecksumXXHASH128 = sum },
        _ => throw new ArgumentException($"{kind} is not one of these."),
    };
}
