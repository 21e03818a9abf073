using Orrery.Wire.Requests;

namespace Orrery.Host.Stores;

/// <summary>Requests for objects that the program makes of others.</summary>
internal static class Objects
{
    /// <summary>The path of an object where the bucket stands in it.</summary>
    public static string PathOf(string bucket, string key) =>
        $"/{bucket}/{string.Join('/', key.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>
    /// The bucket that a request is for by its host or its path, or the ARN of an access point; empty where it names
    /// none.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="region">The region of an access point whose host names none.</param>
    public static string BucketOf(WireRequest request, string? region)
    {
        if (PointHost.ArnOf(request.Host, region ?? GateOptions.FirstRegion) is { } point) return point;
        if (HostName.BucketOf(request.Host) is { } bucket) return bucket;
        var path = request.Path.AsSpan().TrimStart('/');
        var slash = path.IndexOf('/');
        return Uri.UnescapeDataString((slash < 0 ? path : path[..slash]).ToString());
    }

    /// <summary>The key that a request is for; null where it names none.</summary>
    public static string? KeyOf(WireRequest request)
    {
        var path = request.Path.TrimStart('/');
        if (HostName.BucketOf(request.Host) is null && PointHost.ArnOf(request.Host, GateOptions.FirstRegion) is null)
        {
            var slash = path.IndexOf('/', StringComparison.Ordinal);
            path = slash < 0 ? "" : path[(slash + 1)..];
        }

        return path.Length == 0 ? null : Uri.UnescapeDataString(path);
    }
}
