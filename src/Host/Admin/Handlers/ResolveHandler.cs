using Orrery.Contracts.Names;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/resolve</c>: what a name resolves to, and why.</summary>
internal static class ResolveHandler
{
    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call)
    {
        var (name, from) = (TraceHandler.Needed(call, "name"), TraceHandler.Needed(call, "from"));
        var world = await station.Worlds.FindAsync(call.World);
        var resolver = Inquiry.Port<INameResolver>(world);
        var info = Inquiry.Info(station, call, world, "orrery:Resolve");
        var answer = world.Query(info, read => resolver.Resolve(read, name, from));
        return AdminCall.Json(
            new(
                answer.Name, from, answer.Decision.Allowed, answer.Addresses, Inquiry.View(answer.Decision.Root),
                [.. answer.Decision.Remedies.Select(Inquiry.View)]),
            AdminJson.Default.ResolveView);
    }
}
