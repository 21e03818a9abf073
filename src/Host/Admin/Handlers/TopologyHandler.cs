using System.Globalization;
using System.Text;
using Orrery.Contracts.Maps;
using Orrery.Contracts.Tracing;
using Orrery.Core;
using Orrery.Host.Drawing;
using Orrery.Kernel.Calls;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/topology</c>: an account's networks as a picture or as data, with a traced path lit.</summary>
internal static class TopologyHandler
{
    private const string SvgType = "image/svg+xml";

    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call)
    {
        var info = Inquiry.Info(station, call, await station.Worlds.FindAsync(call.World), "orrery:Topology");
        var world = await station.Worlds.FindAsync(call.World);
        var question = new MapQuestion(
            call.Query("account") ?? station.Options.Account,
            call.Query("region"),
            call.Query("vpcs")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? []);
        var mapper = Inquiry.Port<INetworkMap>(world);
        var tracer = Inquiry.Port<ITracer>(world);
        var (map, trace) = world.Query(info, read => (mapper.Map(read, question), TraceOf(call, tracer, read)));
        if (call.Query("format") == "json") return AdminCall.Json(map, AdminJson.Default.NetworkMap);
        var title = $"Networks of {question.Account}" + (question.Region is { } region ? $" in {region}" : "");
        return WireResponse.Of(200, SvgType, Encoding.UTF8.GetBytes(NetworkPainter.Paint(title, map, trace)));
    }

    private static TraceAnswer? TraceOf(AdminCall call, ITracer tracer, ReadCall read)
    {
        var (source, destination) = (call.Query("source"), call.Query("destination"));
        if (source is null && destination is null) return null;
        if (source is null || destination is null)
            throw new ServiceException("MissingParameter", "A trace needs both 'source' and 'destination'.");
        var port = call.Query("port") is not { } text ? (int?)null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new ServiceException("InvalidParameter", $"The parameter 'port' is no port: {text}");
        return tracer.Trace(read, new(source, destination, call.Query("protocol") ?? "tcp", port, null, false));
    }
}
