using Orrery.Wire.Requests;

namespace Orrery.Host.Stores;

/// <summary>Requests for objects that the program makes of others.</summary>
internal static class Objects
{
    /// <summary>The path of an object where the bucket stands in it.</summary>
    public static string PathOf(string bucket, string key) =>
        $"/{bucket}/{string.Join('/', key.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>The bucket that a request is for by its host or its path; empty where it names none.</summary>
    public static string BucketOf(WireRequest request)
    {
        var host = request.Host;
        var mark = host.LastIndexOf(".s3.", StringComparison.OrdinalIgnoreCase);
        if (mark < 0) mark = host.LastIndexOf(".s3-", StringComparison.OrdinalIgnoreCase);
        if (mark > 0) return host[..mark];
        var path = request.Path.AsSpan().TrimStart('/');
        var slash = path.IndexOf('/');
        return Uri.UnescapeDataString((slash < 0 ? path : path[..slash]).ToString());
    }
}
