using Orrery.Wire.Requests;

namespace Orrery.Host.Stores;

/// <summary>
/// Host names of websites: <c>BUCKET.s3-website.localhost</c>, also with a region as AWS has them. Source: S3 user
/// guide, "Website endpoints".
/// </summary>
internal static class SiteAddress
{
    private const string Mark = ".s3-website";

    private static readonly string[] Ends = [".localhost", ".amazonaws.com", ".localhost.localstack.cloud"];

    /// <summary>The bucket of a website's host; null where it is none.</summary>
    /// <param name="host">The Host header.</param>
    public static string? BucketOf(string host)
    {
        var mark = host.LastIndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        if (mark <= 0) return null;
        var rest = host[(mark + Mark.Length)..];
        var colon = rest.LastIndexOf(':');
        if (colon >= 0) rest = rest[..colon];
        foreach (var end in Ends)
        {
            if (!rest.EndsWith(end, StringComparison.OrdinalIgnoreCase)) continue;
            var region = rest[..^end.Length];
            if (region.Length == 0 || (region[0] is '.' or '-' && HostName.IsRegion(region.AsSpan(1))))
                return host[..mark].ToLowerInvariant();
        }

        return null;
    }
}
