using Orrery.Contracts.Capacity;
using Orrery.Contracts.Loads;
using Orrery.Contracts.Scaling;
using Orrery.Host.Admin.Handlers;
using Orrery.Host.Admin.Shapes;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.Time;

namespace Orrery.Host.Simulating;

/// <summary>Turns the clock of a fork in steps, and writes down what becomes of groups.</summary>
internal sealed class Simulation(World fork, CallInfo info, SimulationPlan plan)
{
    private const string GroupTag = "aws:autoscaling:groupName=";
    private readonly IScalingGroups _groups = Inquiry.Port<IScalingGroups>(fork);

    /// <summary>Runs it.</summary>
    public async Task<SimulationView> RunAsync(CancellationToken stop)
    {
        // A live clock would go on between two steps, so that no two runs were alike.
        await fork.Clock.UseAsync(ClockMode.Stepped);
        var from = Begin(fork.Clock.Now, plan.Step);
        await fork.Clock.SetAsync(from, stop);
        if (plan.Loads.Count > 0)
        {
            var loads = Inquiry.Port<ILoads>(fork);
            await fork.ExecuteAsync(info, call => loads.Apply(call, plan.AimedLoads), stop);
        }

        var sizes = new List<GroupSize?[]>();
        for (var at = plan.Step; at <= plan.Length; at += plan.Step)
        {
            await LoseAsync(from, at, stop);
            await fork.Clock.SetAsync(from + at, stop);
            sizes.Add(fork.Query(info, read => plan.Groups.Select(name => _groups.SizeOf(read, name)).ToArray()));
        }

        var to = from + (sizes.Count * plan.Step);
        var lost = plan.Lost is { } zone
            ? $"{zone.Zone} lost from {from + zone.After:yyyy-MM-dd HH:mm} to {from + zone.After + zone.For:HH:mm}"
            : null;
        return new(
            from, to, (int)plan.Step.TotalSeconds, lost,
            [.. plan.Groups.Select((name, place) => Told(name, from, to, [.. sizes.Select(all => all[place])]))]);
    }

    // Points begin at round instants, as periods of metrics do.
    private static DateTimeOffset Begin(DateTimeOffset now, TimeSpan step) =>
        new((now.UtcTicks + step.Ticks - 1) / step.Ticks * step.Ticks, TimeSpan.Zero);

    private async Task LoseAsync(DateTimeOffset from, TimeSpan end, CancellationToken stop)
    {
        if (plan.Lost is not { } lost || lost.After >= end || lost.After < end - plan.Step) return;
        await fork.Clock.SetAsync(from + lost.After, stop);
        var zones = Inquiry.Port<IZoneFailures>(fork);
        await fork.ExecuteAsync(info, call => zones.Fail(call, lost.Zone, lost.For), stop);
    }

    private SimulatedGroup Told(
        string name, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<GroupSize?> sizes)
    {
        var history = Inquiry.Port<IRunHistory>(fork);
        var question = new RunQuestion(GroupTag + name, from, to, (int)plan.Step.TotalMinutes);
        var runs = fork.Query(info, read => history.Read(read, question));
        var points = runs.Select((run, place) => new SimulationPoint(
            run.At, run.Requests, sizes[place]?.Desired ?? 0, sizes[place]?.InService ?? 0, run.Utilization * 100,
            Math.Max(0, run.Requests - run.Served), run.Cost)).ToList();
        return new(name, sizes[^1]?.Policies ?? [], points, Total(points, runs));
    }

    private SimulationTotal Total(List<SimulationPoint> points, IReadOnlyList<RunPoint> runs)
    {
        var asked = points.Sum(point => point.Demand);
        var ran = runs.Sum(run => run.Instances);
        return new(
            ran * plan.Step.TotalHours,
            points.Sum(point => point.Cost),
            asked > 0 ? points.Sum(point => point.Errors) / asked : 0,
            ran > 0 ? runs.Sum(run => run.Instances * (run.Utilization ?? 0)) / ran * 100 : null,
            points.Min(point => point.InService),
            points.Max(point => point.InService),
            points.Zip(points.Skip(1)).Count(pair => pair.First.Desired != pair.Second.Desired));
    }
}
