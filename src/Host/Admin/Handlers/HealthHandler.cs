using Orrery.Host.Admin.Shapes;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/health</c>.</summary>
internal static class HealthHandler
{
    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call) =>
        AdminCall.Json(View(station, await station.Worlds.FindAsync(call.World)), AdminJson.Default.HealthView);

    /// <summary>How Orrery runs.</summary>
    public static HealthView View(Station station, World world)
    {
        var options = station.Options;
        var uptime = station.Clock.GetElapsedTime(station.Started).TotalSeconds;
        return new(
            "running",
            BuildInfo.Version,
            station.Endpoint.ToString().TrimEnd('/'),
            world.Name,
            options.Account,
            options.Strict,
            options.Delays == Delays.Aws ? "aws" : "none",
            options.Ephemeral ? "memory" : options.Store!,
            world.Seed,
            Math.Round(uptime, 3),
            ClockHandler.View(world),
            station.Services);
    }
}
