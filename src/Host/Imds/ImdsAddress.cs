namespace Orrery.Host.Imds;

/// <summary>
/// How a request names the instance whose metadata service it is for: by the path <c>/_imds/INSTANCE-ID</c> before its
/// own, which fits into <c>AWS_EC2_METADATA_SERVICE_ENDPOINT</c>, or by the host <c>INSTANCE-ID.imds.localhost</c>.
/// </summary>
/// <param name="Instance">The instance.</param>
/// <param name="Path">The path that remains, percent-encoded as it was sent.</param>
internal readonly record struct ImdsAddress(string Instance, string Path)
{
    /// <summary>What stands before the instance in a path.</summary>
    public const string PathPrefix = "/_imds/";

    /// <summary>What follows the instance in a host.</summary>
    public const string HostSuffix = ".imds.localhost";

    /// <summary>The address that a request has; null where it is for something else.</summary>
    /// <param name="path">The path as it was sent, without the world.</param>
    /// <param name="host">The Host header.</param>
    public static ImdsAddress? Of(string path, string host)
    {
        if (path.StartsWith(PathPrefix, StringComparison.Ordinal))
        {
            var rest = path[PathPrefix.Length..];
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            return slash < 0 ? new(rest, "/") : new(rest[..slash], rest[slash..]);
        }

        var colon = host.LastIndexOf(':');
        var name = colon < 0 ? host : host[..colon];
        return name.EndsWith(HostSuffix, StringComparison.OrdinalIgnoreCase)
            ? new(name[..^HostSuffix.Length].ToLowerInvariant(), path)
            : null;
    }
}
