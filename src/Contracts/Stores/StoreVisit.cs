using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Stores;

/// <summary>A request to S3 that was answered: what server access logs, request metrics and the bill are made of.
/// </summary>
public sealed record StoreVisit
{
    /// <summary>When it was answered, in virtual time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its place among the requests of an instant.</summary>
    public long Ordinal { get; init; }

    /// <summary>The operation, for example <c>GetObject</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path and query as they were sent.</summary>
    public required string Uri { get; init; }

    /// <summary>The bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>The key; null where there is none.</summary>
    public string? Key { get; init; }

    /// <summary>Who asked; null where that was not found out.</summary>
    public Caller? Caller { get; init; }

    /// <summary>The request id.</summary>
    public required string RequestId { get; init; }

    /// <summary>The address of the client.</summary>
    public string RemoteAddress { get; init; } = "";

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The error code, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The bytes of the answer's body that were sent.</summary>
    public long BytesSent { get; init; }

    /// <summary>The bytes of the request's body.</summary>
    public long BytesReceived { get; init; }

    /// <summary>The size of the object, or null.</summary>
    public long? ObjectSize { get; init; }

    /// <summary>The storage class of the object, as AWS writes it.</summary>
    public string StorageClass { get; init; } = "STANDARD";

    /// <summary>From the request to the end of the answer.</summary>
    public TimeSpan TotalTime { get; init; }

    /// <summary>From the request to the first byte of the answer.</summary>
    public TimeSpan TurnAround { get; init; }

    /// <summary>The Referer header, or null.</summary>
    public string? Referer { get; init; }

    /// <summary>The User-Agent header, or null.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The version of the answer or of the request, or null.</summary>
    public string? VersionId { get; init; }

    /// <summary><c>SigV4</c>, <c>SigV2</c> or null where nobody signed.</summary>
    public string? Signature { get; init; }

    /// <summary><c>AuthHeader</c>, <c>QueryString</c> or null.</summary>
    public string? Authentication { get; init; }

    /// <summary>The Host header.</summary>
    public string Host { get; init; } = "";

    /// <summary>Whether a website served it.</summary>
    public bool IsWebsite { get; init; }
}
