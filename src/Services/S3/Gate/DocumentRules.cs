using Orrery.Services.S3.Rules;
using Orrery.Wire.Checksums;
using Orrery.Wire.Requests;

namespace Orrery.Services.S3.Gate;

/// <summary>
/// Holds a document to the checksums that came with it: Content-MD5, and <c>x-amz-checksum-*</c> as header or trailer.
/// Bodies of objects are held to them by the operation, which keeps them. Source: S3 user guide, "Checking object
/// integrity in Amazon S3".
/// </summary>
internal static class DocumentRules
{
    // Its checksums are those of the object that it completes.
    private const string OfObjects = "CompleteMultipartUpload";

    // botocore model of s3, DeleteObjects. Where its model asks for a checksum of other documents too, none is missed.
    private const string NeedsOne = "DeleteObjects";

    /// <summary>Refuses a body that is not what its checksums say.</summary>
    /// <exception cref="ServiceException">BadDigest, InvalidDigest, InvalidRequest.</exception>
    public static void Check(WireRequest request, OperationModel? operation)
    {
        var isChecked = false;
        if (request.Headers.Get("Content-MD5") is { } md5)
        {
            if (!Sums.IsMd5(md5)) throw Errors.InvalidDigest();
            if (Of(request, DigestKind.Md5) != md5) throw Errors.BadDigest("Content-MD5");
            isChecked = true;
        }

        if (operation?.Name == OfObjects) return;
        isChecked |= Check(request, request.Headers);
        // Only those that were announced are read.
        if (request.Headers.Contains("x-amz-trailer")) isChecked |= Check(request, request.Body.Trailers);
        // The text as AWS gave it in versity/versitygw.
        if (!isChecked && operation?.Name == NeedsOne) throw Errors.InvalidRequest(
            "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
    }

    // Whether there was a checksum among these.
    private static bool Check(WireRequest request, WireHeaders headers)
    {
        var isChecked = false;
        foreach (ref readonly var header in headers.AsSpan())
        {
            if (SumHeaders.Find(header.Name) is not { } sum) continue;
            if (header.Value != Of(request, sum.Kind)) throw Errors.BadDigest(sum.Algorithm);
            isChecked = true;
        }

        return isChecked;
    }

    private static string Of(WireRequest request, DigestKind kind) =>
        Convert.ToBase64String(Digester.Of(kind, request.Body.Bytes.Span));
}
