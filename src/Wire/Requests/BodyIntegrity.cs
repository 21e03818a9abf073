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
    // Its checksums are those of the object that it completes.
    private const string OfObjects = "CompleteMultipartUpload";

    // botocore model of s3, DeleteObjects. Where its model asks for a checksum of other documents too, none is missed.
    private const string NeedsOne = "DeleteObjects";

    /// <summary>Refuses a body that is not what its checksums say.</summary>
    /// <exception cref="ServiceException">BadDigest, InvalidDigest, InvalidRequest.</exception>
    public static void Check(WireRequest request, Admission admission)
    {
        var isChecked = false;
        if (request.Headers.Get("Content-MD5") is { } md5)
        {
            if (!IsMd5(md5)) throw new ServiceException("InvalidDigest", "The Content-MD5 you specified was invalid.");
            if (Of(request, DigestKind.Md5) != md5) throw Bad("Content-MD5");
            isChecked = true;
        }

        if (admission.Operation?.Name == OfObjects) return;
        isChecked |= Check(request, request.Headers) | Check(request, request.Body.Trailers);
        // The text as AWS gave it in versity/versitygw.
        if (!isChecked && admission.Operation?.Name == NeedsOne) throw new ServiceException(
            "InvalidRequest", "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
    }

    // Whether there was a checksum among these.
    private static bool Check(WireRequest request, WireHeaders headers)
    {
        var isChecked = false;
        foreach (ref readonly var header in headers.AsSpan())
        {
            if (ChecksumNames.OfHeader(header.Name) is not var (name, kind)) continue;
            if (header.Value != Of(request, kind)) throw Bad(name);
            isChecked = true;
        }

        return isChecked;
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
