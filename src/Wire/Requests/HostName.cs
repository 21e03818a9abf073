namespace Orrery.Wire.Requests;

/// <summary>
/// What a host name says: <c>ec2.eu-west-1.localhost</c>, <c>bucket.s3.localhost</c>, <c>sts.amazonaws.com</c>.
/// </summary>
/// <param name="EndpointPrefix">The service's endpoint prefix, or null.</param>
/// <param name="Region">The region, or null.</param>
/// <param name="Front">What stands before the service (a bucket, an account, a host prefix), or null.</param>
public readonly record struct HostName(string? EndpointPrefix, string? Region, string? Front)
{
    private static readonly (string Name, bool IsLocal)[] Suffixes =
    [
        (".localhost", true), (".amazonaws.com", false), (".amazonaws.com.cn", false),
        (".localhost.localstack.cloud", true),
    ];

    /// <summary>
    /// The bucket that the host names if the request is for S3, or null: what stands before the service, and on this
    /// machine also what stands before none, since SDKs put a bucket before any endpoint that they are given
    /// (<c>bucket.localhost</c>), whether or not it is also the name of a service. Source: S3 user guide,
    /// "Virtual-hosted-style requests".
    /// </summary>
    public string? Bucket { get; init; }

    /// <summary>Reads a Host header.</summary>
    /// <param name="host">The header, with or without a port.</param>
    /// <param name="isEndpoint">Whether a text is the endpoint prefix of a service.</param>
    public static HostName Parse(string host, Func<string, bool> isEndpoint)
    {
        if (!host.Contains('.', StringComparison.Ordinal)) return default;
        var name = WithoutPort(host);
        foreach (var suffix in Suffixes)
            if (name.EndsWith(suffix.Name, StringComparison.OrdinalIgnoreCase))
                return Split(name[..^suffix.Name.Length].ToLowerInvariant(), suffix.IsLocal, isEndpoint);
        return default;
    }

    /// <summary>The bucket that the host of a request for S3 names, or null. An access point's is no bucket.</summary>
    /// <param name="host">The header, with or without a port.</param>
    public static string? BucketOf(string host) => Parse(host, static prefix => prefix == "s3").Bucket;

    /// <summary>Whether a text looks like a region: <c>eu-west-1</c>, <c>us-gov-east-1</c>.</summary>
    public static bool IsRegion(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || text[2] != '-' || !char.IsAsciiDigit(text[^1]) || text[^2] != '-') return false;
        return text[..^2].IndexOfAnyExceptInRange('a', 'z') == 2 && text.Count('-') is 2 or 3;
    }

    private static HostName Split(string front, bool isLocal, Func<string, bool> isEndpoint)
    {
        var labels = new List<string>(front.Split('.'));
        string? region = null;
        if (IsRegion(labels[^1]))
        {
            region = labels[^1];
            labels.RemoveAt(labels.Count - 1);
        }
        var bucket = isLocal ? BucketOf(labels) : null;
        if (labels.Count > 0 && labels[^1] == "dualstack") labels.RemoveAt(labels.Count - 1);
        if (labels.Count == 0) return new(null, region, null);
        if (labels[^1].EndsWith("-fips", StringComparison.Ordinal)) labels[^1] = labels[^1][..^5];
        if (labels[^1].StartsWith("s3-", StringComparison.Ordinal) && IsRegion(labels[^1].AsSpan(3)))
            (region, labels[^1]) = (labels[^1][3..], "s3");
        for (var start = 0; start < labels.Count; start++)
        {
            var service = string.Join('.', labels.Skip(start));
            if (!isEndpoint(service)) continue;
            var before = start == 0 ? null : string.Join('.', labels.Take(start));
            return new(service, region, before) { Bucket = service == "s3" ? before : bucket };
        }
        return new(null, region, null) { Bucket = bucket };
    }

    // Worlds and VPC endpoints stand behind it; what else is S3's is no bucket.
    private static string? BucketOf(List<string> labels)
    {
        var count = labels is [.., _, "world" or "vpce"] ? labels.Count - 2 : labels.Count;
        if (count == 0 || labels[count - 1] is "s3" or "s3-control" or "s3-accesspoint" or "s3-accesspoint-fips")
            return null;
        if (labels[count - 1].StartsWith("s3-website", StringComparison.Ordinal)) return null;
        return string.Join('.', labels.Take(count)) is { Length: > 0 } bucket ? bucket : null;
    }

    private static string WithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');
        return (colon < 0 || host.EndsWith(']') ? host : host[..colon]).TrimEnd('.');
    }
}
