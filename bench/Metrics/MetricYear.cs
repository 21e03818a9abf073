using System.Diagnostics;
using Orrery.Bench.Report;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Stores.Sqlite;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Bench.Metrics;

/// <summary>A world in a SQLite file with one metric, a value a minute, filled day by day as time passes.</summary>
public sealed class MetricYear : IAsyncDisposable
{
    private const int Minutes = 24 * 60;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly CallInfo Info =
        new(new Scope("123456789012", "eu-west-1"), Caller.Root("123456789012"), "cloudwatch:Bench", "bench");

    private readonly Worlds _worlds;
    private readonly World _world;
    private readonly int _days;

    private MetricYear(Worlds worlds, World world, int days)
    {
        _worlds = worlds;
        _world = world;
        _days = days;
    }

    /// <summary>Fills it.</summary>
    public static async Task<MetricYear> FillAsync(string folder, int days)
    {
        var house = new House([CloudWatchService.Registration], Ports.None);
        var settings = new WorldSettings
        {
            Start = Start, Mode = ClockMode.Stepped, History = TimeSpan.FromDays(1),
        };
        var worlds = new Worlds(house.Blueprint, new SqliteStorage(folder), settings);
        var world = await worlds.CreateAsync("bench");
        for (var day = 0; day < days; day++)
        {
            await world.Clock.AdvanceAsync(TimeSpan.FromDays(1));
            for (var half = 0; half < 2; half++)
                await world.ExecuteAsync(Info, call => new PutMetricData().Run(HalfDay(day, half), call));
        }

        await world.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        return new(worlds, world, days);
    }

    /// <summary>Milliseconds, in the middle, that GetMetricData takes over all of it.</summary>
    public double Read(string statistic, int period, int times)
    {
        var request = new GetMetricDataRequest
        {
            StartTime = Start,
            EndTime = Start.AddDays(_days),
            MetricDataQueries =
            [
                new()
                {
                    Id = "m",
                    MetricStat = new()
                    {
                        Metric = new() { Namespace = "Bench", MetricName = "m" }, Period = period, Stat = statistic,
                    },
                },
            ],
        };
        var least = _days * 86_400 / period * 9 / 10;
        return Median.Of([.. Enumerable.Range(0, times).Select(_ =>
        {
            var begin = Stopwatch.GetTimestamp();
            var result = _world.Query(Info, call => new GetMetricData().Run(request, call));
            var took = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            return result.MetricDataResults![0].Values!.Count >= least
                ? took
                : throw new InvalidOperationException("Points are missing.");
        })]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _worlds.DisposeAsync();
    }

    private static PutMetricDataRequest HalfDay(int day, int half) => new()
    {
        Namespace = "Bench",
        MetricData =
        [
            .. Enumerable.Range(half * Minutes / 2, Minutes / 2).Select(minute => new MetricDatum
            {
                MetricName = "m", Value = minute % 97, Timestamp = Start.AddDays(day).AddMinutes(minute),
            }),
        ],
    };
}
