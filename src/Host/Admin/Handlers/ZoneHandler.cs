using Orrery.Contracts.Capacity;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/zones</c>: the loss of zones.</summary>
internal static class ZoneHandler
{
    public static async Task<WireResponse> ListAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var desk = Inquiry.Port<IZoneFailures>(world);
        var info = Inquiry.Info(station, call, world, "orrery:ListZoneFailures");
        return AdminCall.Json([.. world.Query(info, desk.List)], AdminJson.Default.ZoneFailureArray);
    }

    public static async Task<WireResponse> FailAsync(Station station, AdminCall call, string zone)
    {
        var body = await call.ReadAsync(AdminJson.Default.ZoneFailureRequest);
        var lasting = Inquiry.Lasting(body.For);
        var world = await station.Worlds.FindAsync(call.World);
        var desk = Inquiry.Port<IZoneFailures>(world);
        var failure = await world.ExecuteAsync(
            InfoOf(station, call, world, ("orrery:FailZone", zone)), write => desk.Fail(write, zone, lasting),
            call.Gone);
        return AdminCall.Json(failure, AdminJson.Default.ZoneFailure);
    }

    public static async Task<WireResponse> MendAsync(Station station, AdminCall call, string zone)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var desk = Inquiry.Port<IZoneFailures>(world);
        var mended = await world.ExecuteAsync(
            InfoOf(station, call, world, ("orrery:MendZone", zone)), write => desk.Mend(write, zone), call.Gone);
        return AdminCall.Json(mended is null ? [] : [mended], AdminJson.Default.ZoneFailureArray);
    }

    // A zone says which region is meant: its name is that of the region with a letter behind.
    private static CallInfo InfoOf(Station station, AdminCall call, World world, (string Operation, string Zone) what)
    {
        var info = Inquiry.Info(station, call, world, what.Operation);
        return what.Zone.Length < 2 ? info
            : info with { Scope = new(info.Scope.Account, what.Zone[..^1]) };
    }
}
