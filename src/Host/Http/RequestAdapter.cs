using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Orrery.Host.Admin;
using Orrery.Wire.Requests;

namespace Orrery.Host.Http;

/// <summary>Makes of a request of Kestrel one of the wire.</summary>
internal static class RequestAdapter
{
    /// <summary>The request of the wire, its body still to be read, and the world that it is for.</summary>
    public static WireRequest ToWire(IFeatureCollection features, IHttpRequestFeature request, out WorldChoice choice)
    {
        var headers = new WireHeaders(request.Headers.Count);
        foreach (var (name, values) in request.Headers)
            foreach (var value in values)
                headers.Add(name, value ?? "");
        var (path, query) = TargetOf(request);
        choice = WorldChoice.Of(path, headers.Get("Host") ?? "", headers.Get(AdminPaths.WorldHeader));
        return new()
        {
            Method = request.Method,
            RawPath = path,
            Path = choice.Path,
            RawQuery = query,
            Headers = headers,
            Body = HasBody(features, request)
                ? WireBody.OfConnection(
                    request.Body, features.Get<IRequestBodyPipeFeature>()?.Reader, request.Headers.ContentLength)
                : request.Headers.ContentLength is null ? WireBody.OfNoLength() : new(),
            RemoteAddress = AddressOf(features.Get<IHttpConnectionFeature>()?.RemoteIpAddress),
        };
    }

    /// <summary>Whether bytes of a body may follow the head of a request.</summary>
    public static bool HasBody(IFeatureCollection features, IHttpRequestFeature request) =>
        request.Headers.ContentLength != 0
        && features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false };

    /// <summary>The path and query of a request, exactly as they were sent.</summary>
    private static (string Path, string Query) TargetOf(IHttpRequestFeature request)
    {
        var target = request.RawTarget;
        if (!target.StartsWith('/')) target = WithoutAuthority(target);
        var question = target.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? (target, "") : (target[..question], target[(question + 1)..]);
    }

    /// <summary>Proxies send the whole URL (RFC 9112, 3.2.2).</summary>
    private static string WithoutAuthority(string target)
    {
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return "/" + target;
        var slash = target.IndexOf('/', scheme + 3);
        return slash < 0 ? "/" : target[slash..];
    }

    private static string AddressOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.Equals(IPAddress.Loopback)) return "127.0.0.1";
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString() : address.ToString();
    }
}
