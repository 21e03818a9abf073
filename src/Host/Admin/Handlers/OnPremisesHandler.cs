using Orrery.Contracts.OnPremises;
using Orrery.Host.Admin.Shapes;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/onpremises</c>: the customers' networks behind customer gateways.</summary>
internal static class OnPremisesHandler
{
    private const int Both = 2;

    public static async Task<WireResponse> ListAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var sides = Inquiry.Port<IOnPremises>(world);
        var info = Inquiry.Info(station, call, world, "orrery:ListOnPremises");
        return AdminCall.Json(
            [.. world.Query(info, sides.List).Select(View)], AdminJson.Default.OnPremisesViewArray);
    }

    public static async Task<WireResponse> DeclareAsync(Station station, AdminCall call, string id)
    {
        var body = await call.ReadAsync(AdminJson.Default.OnPremisesRequest);
        var world = await station.Worlds.FindAsync(call.World);
        var sides = Inquiry.Port<IOnPremises>(world);
        var declaration = new OnPremisesDeclaration(body.Cidrs ?? [], body.Announced, body.Tunnels ?? Both);
        var network = await world.ExecuteAsync(
            Where(station, call, world, id, "orrery:DeclareOnPremises"),
            write => sides.Declare(write, id, declaration),
            call.Gone);
        return AdminCall.Json(View(network), AdminJson.Default.OnPremisesView);
    }

    public static async Task<WireResponse> RemoveAsync(Station station, AdminCall call, string id)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var sides = Inquiry.Port<IOnPremises>(world);
        await world.ExecuteAsync(
            Where(station, call, world, id, "orrery:RemoveOnPremises"),
            write =>
            {
                sides.Remove(write, id);
                return true;
            },
            call.Gone);
        return new(204);
    }

    // The account and region that have the customer gateway; where nobody has it, whoever is asked says so best.
    private static CallInfo Where(Station station, AdminCall call, World world, string id, string operation)
    {
        var info = Inquiry.Info(station, call, world, operation);
        var scope = world.Query(info, read => Inquiry.Port<IOnPremises>(world).Find(read, id));
        return scope is { } found ? new(found, Caller.Root(found.Account), operation, info.RequestId) : info;
    }

    private static OnPremisesView View(OnPremisesNetwork network) => new(
        network.CustomerGatewayId,
        network.Account,
        network.Region,
        [.. network.Cidrs.Select(c => c.ToString())],
        [.. network.Announced.Select(c => c.ToString())],
        network.Tunnels,
        [.. network.Connections.Select(c => new OnPremisesConnectionView(c.Id, c.TunnelsUp, c.Why))]);
}
