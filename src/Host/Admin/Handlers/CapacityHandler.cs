using Orrery.Contracts.Capacity;
using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Kernel.Calls;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary>
/// <c>/_orrery/capacity</c> and <c>/_orrery/spot</c>: room for instances, and Spot interruptions by hand.
/// </summary>
internal static class CapacityHandler
{
    public static async Task<WireResponse> ListAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var desk = Inquiry.Port<ICapacity>(world);
        var info = Inquiry.Info(station, call, world, "orrery:ListCapacity");
        return AdminCall.Json([.. world.Query(info, desk.List).Select(View)], AdminJson.Default.CapacityViewArray);
    }

    public static async Task<WireResponse> DeclareAsync(Station station, AdminCall call)
    {
        var body = await call.ReadAsync(AdminJson.Default.CapacityRequest);
        var world = await station.Worlds.FindAsync(call.World);
        var desk = Inquiry.Port<ICapacity>(world);
        var zone = body.Zone ?? throw new ServiceException("MissingParameter", "The body names no zone.");
        var type = body.Type ?? throw new ServiceException("MissingParameter", "The body names no type.");
        var pool = await world.ExecuteAsync(
            Inquiry.Info(station, call, world, "orrery:DeclareCapacity"),
            write => desk.Declare(write, zone, type, body.Room, body.Spot),
            call.Gone);
        return AdminCall.Json(View(pool), AdminJson.Default.CapacityView);
    }

    public static async Task<WireResponse> InterruptAsync(Station station, AdminCall call, string id)
    {
        const string operation = "orrery:InterruptSpotInstance";
        var world = await station.Worlds.FindAsync(call.World);
        var desk = Inquiry.Port<ICapacity>(world);
        var info = Inquiry.Info(station, call, world, operation);
        if (world.Query(info, read => desk.Find(read, id)) is { } scope)
        {
            info = new(scope, Caller.Root(scope.Account), operation, info.RequestId);
        }

        var at = await world.ExecuteAsync(info, write => desk.Interrupt(write, id), call.Gone);
        return AdminCall.Json(new InterruptionView(id, at), AdminJson.Default.InterruptionView);
    }

    private static CapacityView View(CapacityPool pool) => new(
        pool.Zone, pool.Type, pool.Total, pool.Spot, pool.OnDemandUsed, pool.SpotUsed, pool.SpotPrice);
}
