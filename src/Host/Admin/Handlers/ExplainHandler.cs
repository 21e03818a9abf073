using Orrery.Contracts.Tracing;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/explain/ID</c>: why a resource is as it is.</summary>
internal static class ExplainHandler
{
    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call, string id)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var explainer = Inquiry.Port<IExplainer>(world);
        var info = Inquiry.Info(station, call, world, "orrery:Explain");
        var at = world.Current;

        // Where nobody has it, whoever explains says best what is wrong with the id.
        if (world.Query(info, read => explainer.Find(read, id), at) is { } scope) info = info with { Scope = scope };
        var explanation = world.Query(info, read => explainer.Explain(read, id), at);
        var (kind, decision) = explanation;
        return AdminCall.Json(
            new(
                id, kind, info.Scope.Account, info.Scope.Region, decision.Allowed, Inquiry.View(decision.Root),
                [.. decision.Remedies.Select(Inquiry.View)]),
            AdminJson.Default.ExplainView);
    }
}
