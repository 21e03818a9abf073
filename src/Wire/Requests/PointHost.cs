using Orrery.Core;

namespace Orrery.Wire.Requests;

/// <summary>
/// Hosts of S3's access points: <c>NAME-ACCOUNT.s3-accesspoint.REGION.amazonaws.com</c>, and what SDKs make of an
/// endpoint URL: <c>NAME-ACCOUNT.localhost</c>. Sources: S3 user guide, "Virtual-hosted-style URI"; PrivateLink for S3,
/// "Accessing buckets and S3 access points from S3 interface endpoints"; botocore's endpoint rules of s3.
/// </summary>
public static class PointHost
{
    private const string Service = "s3-accesspoint";

    private static readonly string[] Local = [".localhost", ".localhost.localstack.cloud"];
    private static readonly string[] Public = [".amazonaws.com", ".amazonaws.com.cn"];

    /// <summary>The ARN of the access point that a host names; null where it names none.</summary>
    /// <param name="host">The Host header.</param>
    /// <param name="region">The region of a host that names none.</param>
    public static string? ArnOf(string host, string region)
    {
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        if (dot <= AccountNumber.Length + 1 || host[dot - AccountNumber.Length - 1] != '-') return null;
        var account = host[(dot - AccountNumber.Length)..dot];
        if (!AccountNumber.Is(account)) return null;
        var name = host[..(dot - AccountNumber.Length - 1)].ToLowerInvariant();
        if (RestOf(host[dot..]) is not { } rest || !Is(rest.Labels, rest.IsLocal, ref region)) return null;
        return $"arn:aws:s3:{region}:{account}:accesspoint/{name}";
    }

    private static bool Is(ReadOnlySpan<string> labels, bool isLocal, ref string region)
    {
        switch (labels)
        {
            case []: return isLocal;
            case [_, "world"] or [_, "vpce"]: return isLocal;
            case [Service] or [Service + "-fips"]: return isLocal;
            case [Service or Service + "-fips", var at]: return IsIn(at, ref region);
            case [Service or Service + "-fips", "dualstack", var at]: return IsIn(at, ref region);
            case ["accesspoint", _, "s3", var at, "vpce"]: return IsIn(at, ref region);
            default: return false;
        }
    }

    private static bool IsIn(string at, ref string region)
    {
        if (!HostName.IsRegion(at)) return false;
        region = at;
        return true;
    }

    // What stands between the first label and the domain.
    private static (string[] Labels, bool IsLocal)? RestOf(string rest)
    {
        var colon = rest.LastIndexOf(':');
        if (colon >= 0) rest = rest[..colon];
        foreach (var domain in Local.Concat(Public))
        {
            if (!rest.EndsWith(domain, StringComparison.OrdinalIgnoreCase)) continue;
            var between = rest[..^domain.Length].TrimStart('.').ToLowerInvariant();
            return (between.Length == 0 ? [] : between.Split('.'), Local.Contains(domain));
        }

        return null;
    }
}
