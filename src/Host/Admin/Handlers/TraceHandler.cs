using System.Globalization;
using Orrery.Contracts.Tracing;
using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/trace</c>: whether a packet passes, and why.</summary>
internal static class TraceHandler
{
    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call)
    {
        var question = new TraceQuestion(
            Needed(call, "source"),
            Needed(call, "destination"),
            call.Query("protocol") ?? "tcp",
            Number(call, "port"),
            Number(call, "sourcePort"),
            call.Query("remedies") == "true");
        var world = await station.Worlds.FindAsync(call.World);
        var tracer = Inquiry.Port<ITracer>(world);
        var info = Inquiry.Info(station, call, world, "orrery:Trace");
        return AdminCall.Json(
            View(world.Query(info, read => tracer.Trace(read, question))), AdminJson.Default.TraceView);
    }

    /// <summary>A trace as the admin API shows it.</summary>
    public static TraceView View(TraceAnswer answer) => new(
        answer.Decision.Allowed,
        answer.Flow,
        [.. answer.Forward.Select(Hop)],
        [.. answer.Return.Select(Hop)],
        Inquiry.View(answer.Decision.Root),
        [.. answer.Decision.Remedies.Select(Inquiry.View)])
    {
        Partly = answer.Partly,
    };

    private static HopView Hop(TraceHop hop) => new(hop.Component, hop.Kind, hop.Text, hop.Passed, hop.Code);

    /// <summary>A parameter of the query that must be there.</summary>
    public static string Needed(AdminCall call, string name) =>
        call.Query(name) ?? throw new ServiceException("MissingParameter", $"The query needs the parameter '{name}'.");

    /// <summary>A port in the query, or null.</summary>
    public static int? Number(AdminCall call, string name)
    {
        if (call.Query(name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ServiceException("InvalidParameter", $"The parameter '{name}' is no port: {text}");
    }
}
