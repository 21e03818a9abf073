using Orrery.Operations.Contents;
using Orrery.Services.S3.Gate;
using Orrery.Services.S3.Records;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules;

/// <summary>
/// Which checksums a request brings and wants. Source: S3 user guide, "Checking object integrity in Amazon S3".
/// </summary>
internal sealed record Sums
{
    /// <summary>All checksums of no bytes.</summary>
    public static DigestSet OfNothing
    {
        get
        {
            using var digester = new Digester(Enum.GetValues<DigestKind>().Aggregate(static (all, one) => all | one));
            return digester.Result();
        }
    }

    /// <summary>Content-MD5.</summary>
    public string? ContentMd5 { get; init; }

    /// <summary>x-amz-checksum-crc32.</summary>
    public string? Crc32 { get; init; }

    /// <summary>x-amz-checksum-crc32c.</summary>
    public string? Crc32C { get; init; }

    /// <summary>x-amz-checksum-crc64nvme.</summary>
    public string? Crc64Nvme { get; init; }

    /// <summary>x-amz-checksum-sha1.</summary>
    public string? Sha1 { get; init; }

    /// <summary>x-amz-checksum-sha256.</summary>
    public string? Sha256 { get; init; }

    /// <summary>x-amz-checksum-sha512.</summary>
    public string? Sha512 { get; init; }

    /// <summary>x-amz-checksum-xxhash64.</summary>
    public string? XxHash64 { get; init; }

    /// <summary>x-amz-checksum-xxhash3.</summary>
    public string? XxHash3 { get; init; }

    /// <summary>x-amz-checksum-xxhash128.</summary>
    public string? XxHash128 { get; init; }

    /// <summary>x-amz-checksum-md5.</summary>
    public string? Md5 { get; init; }

    /// <summary>x-amz-sdk-checksum-algorithm: what a trailer will bring.</summary>
    public ChecksumAlgorithm? Announced { get; init; }

    /// <summary>The kind that a value was sent of, or that was announced; none where neither was.</summary>
    /// <exception cref="ServiceException">InvalidRequest: more than one.</exception>
    public DigestKind Kind
    {
        get
        {
            var sent = Values().Where(static v => v.Value is not null).Select(static v => v.Kind).ToList();
            if (sent.Count > 1) throw Errors.ManySums();
            return sent.Count == 1 ? sent[0] : KindOf(Announced);
        }
    }

    /// <summary>Whether there is anything to hold the bytes to.</summary>
    public bool IsEmpty => ContentMd5 is null && Kind == DigestKind.None;

    /// <summary>The value that was sent, or null.</summary>
    public string? Value => Values().Select(static v => v.Value).FirstOrDefault(static v => v is not null);

    /// <summary>The kind of an algorithm.</summary>
    /// <exception cref="ServiceException">NotImplemented.</exception>
    public static DigestKind KindOf(ChecksumAlgorithm? algorithm) => algorithm?.ToWire() switch
    {
        null => DigestKind.None,
        var name => SumHeaders.OfAlgorithm(name)?.Kind ?? throw Errors.NotServed($"the checksum algorithm {name}"),
    };

    /// <summary>The algorithm of a kind.</summary>
    public static ChecksumAlgorithm AlgorithmOf(DigestKind kind) =>
        ChecksumAlgorithmWire.Parse(NameOf(kind))!.Value;

    /// <summary>The name of a kind in headers, in capitals.</summary>
    public static string NameOf(DigestKind kind) => SumHeaders.Of(kind).Algorithm;

    /// <summary>Whether a text can be Content-MD5.</summary>
    public static bool IsMd5(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        return text.Length == 24 && Convert.TryFromBase64String(text, bytes, out var length) && length == 16;
    }

    /// <summary>Checks bytes that came in against what was sent before and after them.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="kind">The kind that is kept.</param>
    /// <returns>The checksum to keep.</returns>
    /// <exception cref="ServiceException">BadDigest, InvalidDigest.</exception>
    public ChecksumRecord Check(StagedContent content, DigestKind kind)
    {
        if (ContentMd5 is { } md5)
        {
            if (!IsMd5(md5)) throw Errors.InvalidDigest();
            if (content.Digests.Base64(DigestKind.Md5) != md5) throw Errors.BadDigest("Content-MD5");
        }

        var value = content.Digests.Base64(kind)!;
        foreach (var (other, _) in Values())
        {
            if (other != kind && content.Trailer(SumHeaders.Of(other).Header) is not null)
                throw Errors.InvalidRequest("The checksum of the trailer is not the one that was announced.");
        }

        var header = SumHeaders.Of(kind);
        var sent = Value ?? content.Trailer(header.Header);
        return sent is null || sent == value ? new(kind, value) : throw Errors.BadDigest(header.Algorithm);
    }

    private (DigestKind Kind, string? Value)[] Values() =>
    [
        (DigestKind.Crc32, Crc32), (DigestKind.Crc32C, Crc32C), (DigestKind.Crc64Nvme, Crc64Nvme),
        (DigestKind.Sha1, Sha1), (DigestKind.Sha256, Sha256), (DigestKind.Sha512, Sha512), (DigestKind.Md5, Md5),
        (DigestKind.XxHash64, XxHash64), (DigestKind.XxHash3, XxHash3), (DigestKind.XxHash128, XxHash128),
    ];
}
