using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/who-can</c>: who may do something, over all principals of the world.</summary>
internal static class WhoCanHandler
{
    private const string Assumed = "context.";

    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var search = Inquiry.Port<IAccessSearch>(world);
        var action = call.Query("action") ?? throw new ServiceException("InvalidParameter", "Which action?");
        var resource = call.Query("resource") ?? "*";
        var assumed = call.QueryBelow(Assumed);
        var found = world.Query(
            Inquiry.Info(station, call, world, "orrery:WhoCan"), read => search.Find(read, action, resource, assumed));
        return AdminCall.Json(new(action, resource, found), AdminJson.Default.WhoCanView);
    }
}
