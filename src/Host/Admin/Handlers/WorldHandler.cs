using Orrery.Host.Admin.Shapes;
using Orrery.Kernel;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/worlds</c> and <c>/_orrery/reset</c>.</summary>
internal static class WorldHandler
{
    public static Task<WireResponse> ListAsync(Station station)
    {
        var views = new List<WorldView>();
        foreach (var name in station.Worlds.List())
        {
            // To look must not wake: an opened world's clock runs, and its timers fire.
            var isDefault = name == station.Worlds.DefaultName;
            views.Add(station.Worlds.FindOpen(name) is { } world
                ? View(station, world)
                : new(name, isDefault, IsOpen: false));
        }
        return Task.FromResult(AdminCall.Json([.. views], AdminJson.Default.WorldViewArray));
    }

    public static async Task<WireResponse> ShowAsync(Station station, string name) =>
        Answer(station, await station.Worlds.FindAsync(name));

    public static async Task<WireResponse> ForkAsync(Station station, AdminCall call, string name)
    {
        var body = await call.ReadAsync(AdminJson.Default.ForkRequest);
        WorldDirectory.Check(body.As);
        await station.SettleAsync();
        return Answer(station, await station.Worlds.ForkAsync(name, body.As!, body.At), 201);
    }

    public static async Task<WireResponse> DeleteAsync(Station station, string name)
    {
        await station.Worlds.DeleteAsync(name);
        return new(204);
    }

    public static async Task<WireResponse> ResetAsync(Station station, AdminCall call) =>
        Answer(station, await station.Worlds.ResetAsync(call.World));

    /// <summary>An answer that shows a world.</summary>
    public static WireResponse Answer(Station station, World world, int status = 200) =>
        AdminCall.Json(View(station, world), AdminJson.Default.WorldView, status);

    private static WorldView View(Station station, World world)
    {
        var scopes = world.Current.Scopes.Where(scope => scope.Account.Length > 0).ToList();
        return new(
            world.Name, world.Name == station.Worlds.DefaultName, true, world.Clock.Now, world.Current.Sequence,
            scopes.DistinctBy(scope => scope.Account).Count(),
            scopes.Where(scope => !scope.IsGlobal).DistinctBy(scope => scope.Region).Count());
    }
}
