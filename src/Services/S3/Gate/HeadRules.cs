using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Requests;

namespace Orrery.Services.S3.Gate;

/// <summary>
/// Holds the headers of a request that no operation looks at against each other: whether a checksum comes where one is
/// announced, and no encryption where nothing is made. Sources: botocore model of s3, PutObjectRequest,
/// ChecksumAlgorithm; S3 API Reference, GetObject, "Encryption", and "Signature calculations: trailing headers"; codes
/// and texts as AWS gave them in versity/versitygw issues 1593, 1598 and 1659, s3tools/s3cmd issue 276,
/// ClickHouse/ClickHouse issue 64570.
/// </summary>
internal static class HeadRules
{
    private const string Algorithm = "x-amz-sdk-checksum-algorithm";
    private const string Encryption = "x-amz-server-side-encryption";

    /// <summary>Refuses headers that do not go together, and lets the algorithm of a trailer be known as SDKs do.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="hasTrailer">Whether its body has trailers, as its payload hash says.</param>
    /// <exception cref="ServiceException">InvalidRequest, InvalidArgument.</exception>
    public static void Check(WireRequest request, OperationModel? operation, bool hasTrailer)
    {
        SumHeader? sent = null;
        string? algorithm = null;
        foreach (ref readonly var header in request.Headers.AsSpan())
        {
            if (!header.Name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)) continue;
            if (SumHeaders.Find(header.Name) is { } sum) sent = Only(sent, sum);
            else if (header.Name.Equals(Algorithm, StringComparison.OrdinalIgnoreCase)) algorithm = header.Value;
            else if (header.Name.Equals(Encryption, StringComparison.OrdinalIgnoreCase) && !Makes(operation))
                throw NoEncryption(header.Value);
        }

        if (hasTrailer && TrailerOf(request) is { } trailer) sent = Only(sent, trailer);
        else hasTrailer = false;
        if (algorithm is not null) CheckAlgorithm(algorithm, sent);
        else if (hasTrailer) request.Headers.Add(Algorithm, sent!.Algorithm);
        if (algorithm is not null && algorithm.AsSpan().ContainsAnyInRange('a', 'z'))
            request.Headers.Set(Algorithm, algorithm.ToUpperInvariant());
    }

    private static void CheckAlgorithm(string algorithm, SumHeader? sent)
    {
        if (SumHeaders.OfAlgorithm(algorithm) is not { } named || (sent is not null && sent != named))
            throw Errors.InvalidRequest("Value for x-amz-sdk-checksum-algorithm header is invalid.");
        if (sent is null)
            throw Errors.InvalidRequest("x-amz-sdk-checksum-algorithm specified, but no corresponding "
                + "x-amz-checksum-* or x-amz-trailer headers were found.");
    }

    // The checksum that comes after the body; null where none does.
    private static SumHeader? TrailerOf(WireRequest request)
    {
        if (request.Headers.Get("x-amz-trailer") is not { } announced) return null;
        SumHeader? found = null;
        foreach (var part in announced.AsSpan().Split(','))
        {
            var trailer = announced.AsSpan(part).Trim();
            if (trailer.IsEmpty) continue;
            if (SumHeaders.Find(trailer.ToString()) is not { } sum)
                throw Errors.InvalidRequest("The value specified in the x-amz-trailer header is not supported");
            found = Only(found, sum);
        }

        return found;
    }

    private static SumHeader Only(SumHeader? one, SumHeader other) =>
        one is null ? other : throw Errors.ManySums();

    private static bool Makes(OperationModel? operation) => operation?.Name is "PutObject" or "CopyObject"
        or "CreateMultipartUpload" or "CreateSession" or "WriteGetObjectResponse";

    private static ServiceException NoEncryption(string sent) =>
        new ServiceException(
            "InvalidArgument", "x-amz-server-side-encryption header is not supported for this operation.")
        .WithElement("ArgumentName", Encryption).WithElement("ArgumentValue", sent);
}
