using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules;

/// <summary>
/// Conditions of requests. Source: Amazon S3 API Reference, GetObject and PutObject; S3 user guide, "Conditional
/// requests"; RFC 9110, 13.
/// </summary>
internal sealed record Conditions
{
    /// <summary>If-Match.</summary>
    public string? Match { get; init; }

    /// <summary>If-None-Match.</summary>
    public string? NoneMatch { get; init; }

    /// <summary>If-Modified-Since.</summary>
    public DateTimeOffset? ModifiedSince { get; init; }

    /// <summary>If-Unmodified-Since.</summary>
    public DateTimeOffset? UnmodifiedSince { get; init; }

    /// <summary>Refuses to read a version that does not meet them.</summary>
    /// <exception cref="ServiceException">PreconditionFailed, or NotModified (304).</exception>
    public void CheckRead(VersionRecord version)
    {
        if (Match is not null && !Matches(Match, version.ETag)) throw Errors.Precondition("If-Match");
        if (Match is null && UnmodifiedSince < Seconds(version)) throw Errors.Precondition("If-Unmodified-Since");
        if (NoneMatch is not null && Matches(NoneMatch, version.ETag)) throw Errors.NotModified(version);
        if (NoneMatch is null && ModifiedSince >= Seconds(version)) throw Errors.NotModified(version);
    }

    /// <summary>Refuses to copy from a version that does not meet them.</summary>
    /// <exception cref="ServiceException">PreconditionFailed.</exception>
    public void CheckCopy(VersionRecord version)
    {
        if (Match is not null && !Matches(Match, version.ETag)) throw Errors.Precondition("x-amz-copy-source-If-Match");
        if (Match is null && UnmodifiedSince < Seconds(version))
            throw Errors.Precondition("x-amz-copy-source-If-Unmodified-Since");
        if (NoneMatch is not null && Matches(NoneMatch, version.ETag))
            throw Errors.Precondition("x-amz-copy-source-If-None-Match");
        if (NoneMatch is null && ModifiedSince >= Seconds(version))
            throw Errors.Precondition("x-amz-copy-source-If-Modified-Since");
    }

    /// <summary>Refuses to write over what is there now.</summary>
    /// <param name="current">The current object, or null.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="ServiceException">PreconditionFailed, NoSuchKey.</exception>
    public void CheckWrite(VersionRecord? current, string key)
    {
        if (NoneMatch is not null)
        {
            if (NoneMatch != "*") throw Errors.NotServed("If-None-Match of a write other than *");
            if (current is not null) throw Errors.Precondition("If-None-Match");
        }

        if (Match is null) return;
        if (current is null) throw Errors.NoSuchKey(key);
        if (!Matches(Match, current.ETag)) throw Errors.Precondition("If-Match");
    }

    /// <summary>Whether an ETag is among those of a header.</summary>
    public static bool Matches(string header, string etag) =>
        header.Trim() == "*" || header.Split(',').Any(one => one.Trim().Trim('"') == etag.Trim('"'));

    // HTTP dates have no fractions of a second.
    private static DateTimeOffset Seconds(VersionRecord version) =>
        version.Modified.AddTicks(-(version.Modified.Ticks % TimeSpan.TicksPerSecond));
}
