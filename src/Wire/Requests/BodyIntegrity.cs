using Orrery.Core;
using Orrery.Wire.Checksums;

namespace Orrery.Wire.Requests;

/// <summary>
/// Holds a document of S3 to the checksums that came with it: Content-MD5, and <c>x-amz-checksum-*</c> as header or
/// trailer. Bodies of objects are held to them by the operation, which keeps them. Source: S3 user guide, "Checking
/// object integrity in Amazon S3".
/// </summary>
internal static class BodyIntegrity
{
    private static readonly (string Header, DigestKind Kind)[] Sums =
    [
        ("x-amz-checksum-crc32", DigestKind.Crc32),
        ("x-amz-checksum-crc32c", DigestKind.Crc32C),
        ("x-amz-checksum-crc64nvme", DigestKind.Crc64Nvme),
        ("x-amz-checksum-sha1", DigestKind.Sha1),
        ("x-amz-checksum-sha256", DigestKind.Sha256),
    ];

    // Its checksums are those of the object that it completes.
    private const string OfObjects = "CompleteMultipartUpload";

    /// <summary>Refuses a body that is not what its checksums say.</summary>
    /// <exception cref="ServiceException">BadDigest, InvalidDigest.</exception>
    public static void Check(WireRequest request, Admission admission)
    {
        if (request.Headers.Get("Content-MD5") is { } md5)
        {
            if (!IsMd5(md5)) throw new ServiceException("InvalidDigest", "The Content-MD5 you specified was invalid.");
            if (Of(request, DigestKind.Md5) != md5) throw Bad("Content-MD5");
        }

        if (admission.Operation?.Name == OfObjects) return;
        foreach (var (header, kind) in Sums)
        {
            var sent = request.Headers.Get(header) ?? request.Body.Trailers.Get(header);
            if (sent is not null && sent != Of(request, kind)) throw Bad(header["x-amz-checksum-".Length..]);
        }
    }

    private static string Of(WireRequest request, DigestKind kind) =>
        Convert.ToBase64String(Digester.Of(kind, request.Body.Bytes.Span));

    private static ServiceException Bad(string kind) =>
        new("BadDigest", $"The {kind} you specified did not match the calculated checksum.");

    private static bool IsMd5(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        return text.Length == 24 && Convert.TryFromBase64String(text, bytes, out var length) && length == bytes.Length;
    }
}
