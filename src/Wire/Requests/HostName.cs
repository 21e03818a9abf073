namespace Orrery.Wire.Requests;

/// <summary>
/// What a host name says: <c>ec2.eu-west-1.localhost</c>, <c>bucket.s3.localhost</c>, <c>sts.amazonaws.com</c>.
/// </summary>
/// <param name="EndpointPrefix">The service's endpoint prefix, or null.</param>
/// <param name="Region">The region, or null.</param>
/// <param name="Front">What stands before the service (a bucket, an account, a host prefix), or null.</param>
public readonly record struct HostName(string? EndpointPrefix, string? Region, string? Front)
{
    private static readonly string[] Suffixes =
        [".localhost", ".amazonaws.com", ".amazonaws.com.cn", ".localhost.localstack.cloud"];

    /// <summary>Reads a Host header.</summary>
    /// <param name="host">The header, with or without a port.</param>
    /// <param name="isEndpoint">Whether a text is the endpoint prefix of a service.</param>
    public static HostName Parse(string host, Func<string, bool> isEndpoint)
    {
        if (!host.Contains('.', StringComparison.Ordinal)) return default;
        var name = WithoutPort(host);
        foreach (var suffix in Suffixes)
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                return Split(name[..^suffix.Length].ToLowerInvariant(), isEndpoint);
        return default;
    }

    /// <summary>Whether a text looks like a region: <c>eu-west-1</c>, <c>us-gov-east-1</c>.</summary>
    public static bool IsRegion(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || text[2] != '-' || !char.IsAsciiDigit(text[^1]) || text[^2] != '-') return false;
        return text[..^2].IndexOfAnyExceptInRange('a', 'z') == 2 && text.Count('-') is 2 or 3;
    }

    private static HostName Split(string front, Func<string, bool> isEndpoint)
    {
        var labels = new List<string>(front.Split('.'));
        string? region = null;
        if (IsRegion(labels[^1]))
        {
            region = labels[^1];
            labels.RemoveAt(labels.Count - 1);
        }
        if (labels.Count > 0 && labels[^1] == "dualstack") labels.RemoveAt(labels.Count - 1);
        if (labels.Count == 0) return new(null, region, null);
        if (labels[^1].EndsWith("-fips", StringComparison.Ordinal)) labels[^1] = labels[^1][..^5];
        if (labels[^1].StartsWith("s3-", StringComparison.Ordinal) && IsRegion(labels[^1].AsSpan(3)))
            (region, labels[^1]) = (labels[^1][3..], "s3");
        for (var start = 0; start < labels.Count; start++)
        {
            var service = string.Join('.', labels.Skip(start));
            if (!isEndpoint(service)) continue;
            return new(service, region, start == 0 ? null : string.Join('.', labels.Take(start)));
        }
        return new(null, region, null);
    }

    private static string WithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');
        return (colon < 0 || host.EndsWith(']') ? host : host[..colon]).TrimEnd('.');
    }
}
