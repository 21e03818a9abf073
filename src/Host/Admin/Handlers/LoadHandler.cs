using System.Globalization;
using Orrery.Contracts.Loads;
using Orrery.Core;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/loads</c>: demand on instances.</summary>
internal static class LoadHandler
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static async Task<WireResponse> ListAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var loads = Inquiry.Port<ILoads>(world);
        var info = Inquiry.Info(station, call, world, "orrery:ListLoads");
        return AdminCall.Json([.. world.Query(info, loads.List)], AdminJson.Default.LoadStateArray);
    }

    public static async Task<WireResponse> ApplyAsync(Station station, AdminCall call)
    {
        var body = await call.ReadAsync(AdminJson.Default.LoadFile, AdminCall.MostWithLoads);
        var world = await station.Worlds.FindAsync(call.World);
        var loads = Inquiry.Port<ILoads>(world);
        var states = await world.ExecuteAsync(
            Inquiry.Info(station, call, world, "orrery:ApplyLoads"),
            write => loads.Apply(write, body.Loads ?? []),
            call.Gone);
        return AdminCall.Json([.. states], AdminJson.Default.LoadStateArray);
    }

    public static async Task<WireResponse> RemoveAsync(Station station, AdminCall call, string name)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var loads = Inquiry.Port<ILoads>(world);
        await world.ExecuteAsync(
            Inquiry.Info(station, call, world, "orrery:RemoveLoad"),
            write =>
            {
                loads.Remove(write, name);
                return true;
            },
            call.Gone);
        return new(204);
    }

    public static async Task<WireResponse> InstanceAsync(Station station, AdminCall call, string id)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var loads = Inquiry.Port<ILoads>(world);
        var info = Inquiry.Info(station, call, world, "orrery:ReadInstanceLoad");
        var at = call.Query("at") is not { } text ? (DateTimeOffset?)null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant) ? instant
            : throw new ServiceException("InvalidParameter", $"'at' is no instant: {text}");
        var load = world.Query(info, read => loads.Read(read, id, at ?? read.Now))
            ?? throw new ServiceException("NotRunning", $"The instance '{id}' does not run then.", 404);
        return AdminCall.Json(load, AdminJson.Default.InstanceLoad);
    }
}
