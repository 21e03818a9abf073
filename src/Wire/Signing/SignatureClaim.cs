namespace Orrery.Wire.Signing;

/// <summary>What a signed request says of its signature, before anything is believed.</summary>
public sealed record SignatureClaim
{
    /// <summary>The access key id.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The date of the scope, <c>yyyyMMdd</c>.</summary>
    public required string Date { get; init; }

    /// <summary>The region of the scope.</summary>
    public required string Region { get; init; }

    /// <summary>The service of the scope.</summary>
    public required string Service { get; init; }

    /// <summary>The last element of the scope: <c>aws4_request</c>, or the claim is wrong.</summary>
    public required string Terminator { get; init; }

    /// <summary>The names of the signed headers, separated by semicolons.</summary>
    public required string SignedHeaders { get; init; }

    /// <summary>The signature: 64 hexadecimal digits, or the claim is wrong.</summary>
    public required string Signature { get; init; }

    /// <summary>The instant of signing as it enters the string to sign, <c>yyyyMMddTHHmmssZ</c>.</summary>
    public required string Timestamp { get; init; }

    /// <summary>The instant of signing.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>Whether it stands in the query (a presigned URL).</summary>
    public bool IsPresigned { get; init; }

    /// <summary>Whether it is a presigned URL of S3 by Signature Version 2, which names no scope.</summary>
    public bool IsOld { get; init; }

    /// <summary>How long a presigned URL lives; null when it does not say.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>The session token, or null.</summary>
    public string? SessionToken { get; init; }

    /// <summary>The payload hash that the request announces (x-amz-content-sha256), or null.</summary>
    public string? PayloadHash { get; init; }

    /// <summary>The scope as it enters the string to sign.</summary>
    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";
}
