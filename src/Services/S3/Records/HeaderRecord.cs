using System.Collections.Immutable;

namespace Orrery.Services.S3.Records;

/// <summary>What a client said of an object when it put it, and what answers repeat.</summary>
public sealed record HeaderRecord
{
    /// <summary>Nothing.</summary>
    public static HeaderRecord None { get; } = new();

    /// <summary>Content-Type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Content-Encoding.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>Content-Disposition.</summary>
    public string? ContentDisposition { get; init; }

    /// <summary>Content-Language.</summary>
    public string? ContentLanguage { get; init; }

    /// <summary>Cache-Control.</summary>
    public string? CacheControl { get; init; }

    /// <summary>Expires, as it was sent.</summary>
    public string? Expires { get; init; }

    /// <summary>Where the website redirects to.</summary>
    public string? Redirect { get; init; }

    /// <summary>User metadata, without <c>x-amz-meta-</c>.</summary>
    public ImmutableSortedDictionary<string, string>? Metadata { get; init; }
}
