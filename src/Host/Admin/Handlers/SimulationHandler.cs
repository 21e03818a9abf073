using Orrery.Contracts.Scaling;
using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Host.Simulating;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/simulate/asg</c>: what would become of groups, tried on a fork that is deleted after.</summary>
internal static class SimulationHandler
{
    private const int MostSteps = 20_000;
    private static int _count;

    public static async Task<WireResponse> RunAsync(Station station, AdminCall call)
    {
        var body = await call.ReadAsync(AdminJson.Default.SimulationRequest, AdminCall.MostWithLoads);
        var world = await station.Worlds.FindAsync(call.World);
        var plan = PlanOf(body);
        var info = Inquiry.Info(station, call, world, "orrery:Simulate");
        var groups = Inquiry.Port<IScalingGroups>(world);
        foreach (var name in plan.Groups)
        {
            if (world.Query(info, read => groups.SizeOf(read, name)) is null)
            {
                throw new ServiceException(
                    "NoSuchGroup", $"There is no Auto Scaling group {name} in {info.Scope}.", 404);
            }
        }

        var fork = await station.Worlds.ForkAsync(world.Name, FreeName(station), null);
        try
        {
            var view = await new Simulation(fork, info, plan).RunAsync(call.Gone);
            return AdminCall.Json(view, AdminJson.Default.SimulationView);
        }
        finally
        {
            await station.Worlds.DeleteAsync(fork.Name);
        }
    }

    private static SimulationPlan PlanOf(SimulationRequest body)
    {
        if (body.Groups is not { Count: > 0 } groups) throw Missing("groups");
        if (groups.Distinct(StringComparer.Ordinal).Count() < groups.Count)
            throw new ServiceException("InvalidParameter", "A group is named twice.");
        var (length, step) = (Duration(body.For, "for"), Duration(body.Every ?? "5m", "every"));
        if (step < TimeSpan.FromMinutes(1) || step.Ticks % TimeSpan.TicksPerMinute != 0)
            throw new ServiceException("InvalidParameter", "'every' is a number of whole minutes.");
        if (length < step || length / step > MostSteps)
            throw new ServiceException("InvalidParameter", $"That is no step, or more than {MostSteps}.");
        if (body.FailZone is null && (body.FailAfter ?? body.FailFor) is not null) throw Missing("failZone");
        return new(groups, body.Loads ?? [], length, step)
        {
            Lost = body.FailZone is not { } zone ? null
                : new(zone, Duration(body.FailAfter, "failAfter"), Duration(body.FailFor, "failFor")),
        };
    }

    private static TimeSpan Duration(string? text, string name) => text is null ? throw Missing(name)
        : Durations.TryParse(text, out var duration) && duration > TimeSpan.Zero ? duration
        : throw new ServiceException("InvalidParameter", $"'{name}' is not {Durations.Help}: {text}");

    private static ServiceException Missing(string name) =>
        new("MissingParameter", $"The body needs the member '{name}'.");

    private static string FreeName(Station station)
    {
        while (true)
        {
            var name = $"simulation-{Interlocked.Increment(ref _count)}";
            if (!station.Worlds.List().Contains(name)) return name;
        }
    }
}
