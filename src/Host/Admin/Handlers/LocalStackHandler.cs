using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary>What tools made for LocalStack wait for (LocalStack docs, "Internal endpoints").</summary>
internal static class LocalStackHandler
{
    public static Task<WireResponse> HealthAsync(Station station)
    {
        var services = station.Services.ToDictionary(name => name, _ => "running");
        return Task.FromResult(AdminCall.Json(
            new(services, "community", BuildInfo.Version), AdminJson.Default.LocalStackHealth));
    }

    public static async Task<WireResponse> InfoAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        return AdminCall.Json(
            new(
                BuildInfo.Version, "community", false, $"{world.Name}-{world.Seed}",
                (long)station.Clock.GetElapsedTime(station.Started).TotalSeconds, "orrery"),
            AdminJson.Default.LocalStackInfo);
    }
}
