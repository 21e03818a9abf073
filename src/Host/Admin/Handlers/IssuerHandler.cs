using Orrery.Contracts.Identity;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/issuers</c>: the keys by which tokens of OpenID Connect providers are believed.</summary>
internal static class IssuerHandler
{
    public static async Task<WireResponse> ListAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var info = Inquiry.Info(station, call, world, "orrery:ListIssuers");
        return AdminCall.Json(
            [.. world.Query(info, Inquiry.Port<IIssuerKeys>(world).All)], AdminJson.Default.IssuerFactsArray);
    }

    public static async Task<WireResponse> DeclareAsync(Station station, AdminCall call, string issuer)
    {
        var keys = await call.ReadAsync(AdminJson.Default.JsonObject);
        var world = await station.Worlds.FindAsync(call.World);
        var port = Inquiry.Port<IIssuerKeys>(world);
        var facts = await world.ExecuteAsync(
            Inquiry.Info(station, call, world, "orrery:DeclareIssuer"),
            write => port.Declare(write, issuer, keys.ToJsonString()),
            call.Gone);
        return AdminCall.Json(facts, AdminJson.Default.IssuerFacts);
    }

    public static async Task<WireResponse> RemoveAsync(Station station, AdminCall call, string issuer)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var port = Inquiry.Port<IIssuerKeys>(world);
        await world.ExecuteAsync(
            Inquiry.Info(station, call, world, "orrery:RemoveIssuer"),
            write =>
            {
                port.Remove(write, issuer);
                return true;
            },
            call.Gone);
        return new(204);
    }
}
