using System.Text;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Support;

/// <summary>Builds requests from texts as they stand on the wire.</summary>
internal static class WireRequests
{
    /// <summary>A request from a line (<c>GET /a?b=c</c>), header lines (<c>Name: value</c>) and a body.</summary>
    public static WireRequest Of(string line, string[] headers, string body = "") =>
        Of(line, headers, Encoding.UTF8.GetBytes(body));

    public static WireRequest Of(string line, string[] headers, byte[] body, bool streamed = false)
    {
        var space = line.IndexOf(' ');
        var target = line[(space + 1)..];
        var question = target.IndexOf('?');
        var list = new WireHeaders();
        foreach (var header in headers)
        {
            var colon = header.IndexOf(':');
            list.Add(header[..colon], header[(colon + 1)..].Trim());
        }
        return new WireRequest
        {
            Method = line[..space],
            RawPath = question < 0 ? target : target[..question],
            RawQuery = question < 0 ? "" : target[(question + 1)..],
            Headers = list,
            Body = streamed ? new WireBody(new MemoryStream(body), body.Length) : new WireBody(body),
        };
    }
}
