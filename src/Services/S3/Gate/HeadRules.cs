using System.Buffers;
using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

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
    private const string Hash = "x-amz-content-sha256";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

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
        string? noDate = null;
        foreach (ref readonly var header in request.Headers.AsSpan())
        {
            if (IsNoDate(header)) noDate = header.Name;
            if (!header.Name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)) continue;
            if (SumHeaders.Find(header.Name) is { } sum) sent = Only(sent, sum);
            else if (header.Name.Equals(Algorithm, StringComparison.OrdinalIgnoreCase)) algorithm = header.Value;
            else if (header.Name.Equals(Encryption, StringComparison.OrdinalIgnoreCase) && !Makes(operation))
                throw NoEncryption(header.Value);
            else if (header.Name.Equals(Hash, StringComparison.OrdinalIgnoreCase) && !IsHash(header.Value))
                throw NoHash(header.Value);
        }

        if (noDate is not null) ForgetDates(request);
        CheckTransfer(request, operation);

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

    // Conditions by dates that are none do not count. Source: RFC 9110, 13.1.3 and 13.1.4; that AWS does so:
    // versity/versitygw pull request 1508, minio/minio issue 4082.
    private static bool IsNoDate(in WireHeader header) =>
        header.Name.EndsWith("modified-since", StringComparison.OrdinalIgnoreCase)
        && !TimestampText.TryParse(header.Value, TimestampFormat.Rfc822, out _);

    private static void ForgetDates(WireRequest request)
    {
        foreach (var header in request.Headers.Where(static header => IsNoDate(header)).ToList())
            request.Headers.Remove(header.Name);
    }

    // An object's length is told before it, if only that of what is in the chunks. The answer as AWS gave it in
    // Automattic/knox issue 43 and chilts/awssum issue 30.
    private static void CheckTransfer(WireRequest request, OperationModel? operation)
    {
        if (operation?.StreamsBody != true || request.Headers.Get("Transfer-Encoding") is null) return;
        if (request.Headers.Contains("x-amz-decoded-content-length")) return;
        throw new ServiceException(
            "NotImplemented", "A header you provided implies functionality that is not implemented", 501)
            .WithElement("Header", "Transfer-Encoding");
    }

    private static bool IsHash(string text) =>
        text is "UNSIGNED-PAYLOAD" || text.StartsWith("STREAMING-", StringComparison.Ordinal)
        || (text.Length == 64 && !text.AsSpan().ContainsAnyExcept(HexDigits));

    // S3 API Reference, "Signature calculations", has the values; the text is guessed.
    private static ServiceException NoHash(string sent) => Errors.InvalidArgument(
        $"{Hash} must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
        + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.", Hash, sent);

    private static ServiceException NoEncryption(string sent) =>
        new ServiceException(
            "InvalidArgument", "x-amz-server-side-encryption header is not supported for this operation.")
        .WithElement("ArgumentName", Encryption).WithElement("ArgumentValue", sent);
}
