using Orrery.Contracts.Instances;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/impairments</c>: what is wrong with instances.</summary>
internal static class ImpairmentHandler
{
    public static async Task<WireResponse> ListAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var desk = Inquiry.Port<IImpairments>(world);
        var info = Inquiry.Info(station, call, world, "orrery:ListImpairments");
        return AdminCall.Json([.. world.Query(info, desk.List)], AdminJson.Default.ImpairmentArray);
    }

    public static async Task<WireResponse> ImpairAsync(Station station, AdminCall call, string id)
    {
        var body = await call.ReadAsync(AdminJson.Default.ImpairmentRequest);
        var lasting = Inquiry.Lasting(body.For);
        var world = await station.Worlds.FindAsync(call.World);
        var desk = Inquiry.Port<IImpairments>(world);
        var impairment = await world.ExecuteAsync(
            InfoOf(station, call, world, "orrery:ImpairInstance", id),
            write => desk.Impair(write, id, body.Check, lasting, body.Silent),
            call.Gone);
        return AdminCall.Json(impairment, AdminJson.Default.Impairment);
    }

    public static async Task<WireResponse> MendAsync(Station station, AdminCall call, string id)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var desk = Inquiry.Port<IImpairments>(world);
        var mended = await world.ExecuteAsync(
            InfoOf(station, call, world, "orrery:MendInstance", id), write => desk.Mend(write, id), call.Gone);
        return AdminCall.Json([.. mended], AdminJson.Default.ImpairmentArray);
    }

    // Instances are found in whichever account and region they are.
    private static CallInfo InfoOf(Station station, AdminCall call, World world, string operation, string id)
    {
        var info = Inquiry.Info(station, call, world, operation);
        var metadata = Inquiry.Port<IInstanceMetadata>(world);
        return world.Query(info, read => metadata.Find(read, id)) is { } scope
            ? new(scope, Caller.Root(scope.Account), operation, info.RequestId)
            : info;
    }
}
