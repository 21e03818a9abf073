using System.Globalization;
using Orrery.Bench.Report;
using Orrery.Bench.Scaling;

namespace Orrery.Bench.Cases;

/// <summary>Whether groups that follow their demand over weeks of virtual time cost no more than seconds.</summary>
public sealed class ScalingBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "scaling";

    /// <inheritdoc/>
    public string Title => "Auto Scaling over virtual time, in process, durable";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        // Another world first, so that code is compiled before anything is measured.
        await TurnAsync(options.Sized(2, 1), options.Sized(50, 3), options.Sized(7, 1));
        var rows = new List<Row>();
        foreach (var size in options.Sized<int[]>([100, 200, 400, 800], [3]))
        {
            var days = options.Sized(30, 1);
            var figures = await TurnAsync(1, size, days);
            var what = string.Create(CultureInfo.InvariantCulture, $"a group of {size}, {days} days");
            rows.Add(new(what, figures.Seconds, "s", "limit", 1, size <= 100 ? Bar.Ceiling(1) : null));
            var each = figures.Processor / figures.Commits * 1e6;
            rows.Add(new($"{what}: a commit", each, "us", "commits", figures.Commits, null));
        }

        await ServeAsync(options, rows);
        rows.Add(await ScaleOutAsync(options.Sized(1000, 3), options.Sized(7, 1)));

        // At the end, since it leaves gigabytes to be collected.
        var (groups, week) = options.Sized((1000, 7), (2, 1));
        var many = await TurnAsync(groups, options.Sized(100, 3), week);
        rows.Add(new(
            $"{groups} such groups, {week} days, {many.Commits} commits", many.Seconds, "s", "limit", 30,
            Bar.Ceiling(1)));
        return rows;
    }

    /// <summary>Month after month: what was is kept, and makes none of them slower.</summary>
    private static async Task ServeAsync(BenchOptions options, List<Row> rows)
    {
        using var group = await ServedGroup.StartAsync(options.Orrery, options.Sized(100, 3));
        var days = options.Sized(30, 1);
        var months = new List<double>();
        for (var month = 0; month < options.Sized(4, 2); month++) months.Add(await group.TurnAsync(days));
        rows.Add(new("in the program, its first month", months[0], "s", "limit", 1, Bar.Ceiling(1)));
        rows.Add(new("in the program, its last month", months[^1], "s", "the month before", months[^2], null));
    }

    private static async Task<ScalingFigures> TurnAsync(int groups, int size, int days)
    {
        await using var bench = await ScalingBench.StartAsync();
        for (var number = 0; number < groups; number++) await bench.MakeAsync(number, size);
        for (var number = 0; number < groups; number++) await bench.DriveAsync(number, size);
        return await bench.TurnAsync(TimeSpan.FromDays(days));
    }

    private static async Task<Row> ScaleOutAsync(int size, int times)
    {
        await using var bench = await ScalingBench.StartAsync();
        await bench.MakeAsync(0, size);
        var took = new List<double>();
        for (var time = 0; time < times; time++)
        {
            await bench.ScaleAsync(0, 1);
            took.Add(await bench.ScaleAsync(0, size + 1));
        }

        return new(
            $"a scale-out of {size} instances, until they serve", Median.Of(took), "ms", "limit", 200, Bar.Ceiling(1));
    }
}
