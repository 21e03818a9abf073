using Orrery.Contracts.Tracing;
using Orrery.Host.Admin.Shapes;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/reach</c>: what can reach what, on which ports.</summary>
internal static class ReachHandler
{
    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call)
    {
        var question = new ReachSearch(
            TraceHandler.Needed(call, "from"),
            TraceHandler.Needed(call, "to"),
            call.Query("protocol"),
            TraceHandler.Number(call, "port"));
        var world = await station.Worlds.FindAsync(call.World);
        var searcher = Inquiry.Port<IReachSearcher>(world);
        var info = Inquiry.Info(station, call, world, "orrery:Reach");
        return AdminCall.Json(
            View(world.Query(info, read => searcher.Search(read, question))), AdminJson.Default.ReachView);
    }

    private static ReachView View(ReachAnswer answer) => new(
        answer.Findings.Count > 0,
        [.. answer.Findings.Select(finding => new ReachFindingView(
            finding.Sources, finding.Destinations, finding.Packets, TraceHandler.View(finding.Witness)))],
        answer.WhyNot is { } decision ? Inquiry.View(decision.Root) : null,
        [.. (answer.WhyNot?.Remedies ?? []).Select(Inquiry.View)]);
}
