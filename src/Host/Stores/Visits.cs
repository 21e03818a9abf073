using System.Globalization;
using Orrery.Kernel;
using Orrery.Operations;
using Orrery.Wire.Requests;

namespace Orrery.Host.Stores;

/// <summary>What S3 is told of requests, read off what came and what was answered.</summary>
internal static class Visits
{
    private const string Service = "s3:";
    private const string ControlPath = "/v20180820/";
    private const string ClassHeader = "x-amz-storage-class";

    /// <summary>The visit of a request; null where it was none to a bucket.</summary>
    public static Visit? Of(World world, WireRequest request, Handled handled)
    {
        if (!handled.Operation.StartsWith(Service, StringComparison.Ordinal)) return null;
        if (request.Path.StartsWith(ControlPath, StringComparison.Ordinal)) return null;
        if (Objects.BucketOf(request, handled.Info?.Scope.Region) is not { Length: > 0 } bucket) return null;
        var response = handled.Response;
        var received = Number(request.Headers.Get("x-amz-decoded-content-length"))
            ?? Number(request.Headers.Get("Content-Length")) ?? 0;
        var isHead = request.Method == "HEAD";
        var signing = SigningOf(request);
        return new(world, new()
        {
            At = world.Clock.Now,
            Operation = handled.Operation[Service.Length..],
            Method = request.Method,
            Uri = request.RawQuery.Length > 0 ? $"{request.RawPath}?{request.RawQuery}" : request.RawPath,
            Bucket = bucket,
            Key = Objects.KeyOf(request),
            Caller = handled.Info?.Caller,
            RequestId = handled.RequestId,
            RemoteAddress = request.RemoteAddress,
            Status = response.Status,
            ErrorCode = handled.ErrorCode,
            BytesSent = isHead ? 0 : response.BodyStreamLength ?? response.Bytes.Length,
            BytesReceived = received,
            ObjectSize = SizeOf(request, response, received),
            StorageClass = response.Headers.Get(ClassHeader) ?? request.Headers.Get(ClassHeader) ?? "STANDARD",
            Referer = request.Headers.Get("Referer"),
            UserAgent = request.Headers.Get("User-Agent"),
            VersionId = response.Headers.Get("x-amz-version-id") ?? request.Query.Get("versionId"),
            Signature = signing.Version,
            Authentication = signing.Way,
            Host = request.Host,
        });
    }

    /// <summary>The same as a website served it.</summary>
    public static Visit OfSite(Visit inner, WireRequest request, int status) => inner with
    {
        Facts = inner.Facts with
        {
            IsWebsite = true, Method = request.Method, Uri = request.RawPath, Host = request.Host, Status = status,
        },
    };

    // Of an object the whole, whatever range was asked for.
    private static long? SizeOf(WireRequest request, WireResponse response, long received)
    {
        if (response.Status >= 300 || Objects.KeyOf(request) is null) return null;
        if (response.Headers.Get("Content-Range") is { } range)
            return Number(range[(range.LastIndexOf('/') + 1)..]);
        return request.Method switch
        {
            "GET" => response.BodyStreamLength,
            "HEAD" => Number(response.Headers.Get("Content-Length")),
            "PUT" => received,
            _ => null,
        };
    }

    private static (string? Version, string? Way) SigningOf(WireRequest request)
    {
        if (request.Headers.Get("Authorization") is { } header)
            return (header.StartsWith("AWS4-", StringComparison.Ordinal) ? "SigV4" : "SigV2", "AuthHeader");
        if (request.Query.Get("X-Amz-Signature") is not null) return ("SigV4", "QueryString");
        return request.Query.Get("Signature") is not null ? ("SigV2", "QueryString") : (null, null);
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
