using CsCheck;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Services.CloudWatch.Rules.Reading;
using Orrery.Services.CloudWatch.Rules.Storing;
using Orrery.Stores.Sqlite;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch;

public sealed class RetentionTests
{
    private static readonly DateTimeOffset Start = Rig.Start;

    // Source: CloudWatch User Guide, "Metrics concepts", Metrics retention.
    [Theory]
    [InlineData(14, 60, true)]
    [InlineData(16, 60, false)]
    [InlineData(16, 300, true)]
    [InlineData(62, 300, true)]
    [InlineData(64, 300, false)]
    [InlineData(64, 3600, true)]
    [InlineData(454, 3600, true)]
    [InlineData(456, 3600, false)]
    public void Points_are_seen_in_coarser_periods_as_they_age(int days, int period, bool seen)
    {
        var rig = Points.Rig();
        rig.Put(Start, 1, 2, 3);
        rig.Advance(TimeSpan.FromDays(days));
        var points = rig.Read("Sum", period, Start, TimeSpan.FromHours(1));
        Assert.Equal(seen ? [6.0] : [], points.Select(point => point.Value));
    }

    [Fact]
    public void Roll_up_changes_no_sum_count_minimum_or_maximum()
    {
        string[] statistics = ["SampleCount", "Sum", "Minimum", "Maximum", "Average", "p50", "tm90"];
        var point = Gen.Select(Gen.Int[0, 300], Gen.Int[0, 50], Gen.Bool);
        point.List[1, 60].Sample(
            points =>
            {
                var rig = Points.Rig();
                foreach (var (minute, value, high) in points)
                {
                    rig.Put(new MetricDatum
                    {
                        MetricName = "Latency",
                        Value = value,
                        Timestamp = Start.AddMinutes(-minute),
                        StorageResolution = high ? 1 : 60,
                    });
                }

                IReadOnlyList<PeriodValue>[] Seen() =>
                    [.. statistics.Select(each => rig.Read(each, 3600, Start.AddHours(-6), TimeSpan.FromHours(7)))];
                var before = Seen();
                foreach (var days in new[] { 1, 16, 60, 100, 200 })
                {
                    rig.Advance(TimeSpan.FromDays(days));
                    Assert.Equal(before, Seen());
                }

                Assert.All(Rows(rig), key => Assert.Equal('3', key[8]));
                rig.Advance(TimeSpan.FromDays(100));
                Assert.Empty(Rows(rig));
                Assert.Empty(rig.Ask(call => call.Read(MetricTables.Metrics).All().ToList()));
            },
            iter: 20);
    }

    [Fact]
    public void What_waits_and_what_is_filed_reads_alike()
    {
        var point = Gen.Select(Gen.Int[0, 100], Gen.Double[-9, 9].List[1, 5], Gen.Bool);
        point.List[1, 40].Sample(
            points =>
            {
                var rig = Points.Rig();
                foreach (var (minute, values, high) in points)
                {
                    rig.Put(new MetricDatum
                    {
                        MetricName = "Latency",
                        Values = values,
                        Timestamp = Start.AddMinutes(-minute),
                        StorageResolution = high ? 1 : 60,
                    });
                }

                IReadOnlyList<PeriodValue> Seen(string statistic) =>
                    rig.Read(statistic, 60, Start.AddHours(-2), TimeSpan.FromHours(3));
                var (sums, means) = (Seen("Sum"), Seen("IQM"));
                Assert.Equal(points.Count, rig.Ask(Intake.StateOf).Batches);
                rig.Advance(TimeSpan.FromMinutes(15));
                Assert.Equal(0, rig.Ask(Intake.StateOf).Batches);
                foreach (var (before, after) in sums.Concat(means).Zip(Seen("Sum").Concat(Seen("IQM"))))
                {
                    Assert.Equal(before.At, after.At);
                    Assert.Equal(before.Value, after.Value, 1e-9);
                }
            },
            iter: 30);
    }

    [Fact]
    public void Many_batches_are_filed_at_once()
    {
        var rig = Points.Rig();
        for (var i = 0; i < 300; i++)
            rig.Put(Start.AddMinutes(-i % 7), i);
        Assert.InRange(rig.Ask(Intake.StateOf).Batches, 0, 255);
        Assert.Equal(300, rig.Read("SampleCount", 3600, Start.AddHours(-1), TimeSpan.FromHours(2)).Sum(p => p.Value));
    }

    [Fact]
    public async Task A_restart_loses_no_acknowledged_point()
    {
        var folder = Directory.CreateTempSubdirectory("orrery-metrics");
        try
        {
            var house = new House([CloudWatchService.Registration], Ports.None);
            var settings = new WorldSettings { Start = Start, Mode = ClockMode.Stepped };
            var info = new CallInfo(
                new("123456789012", "eu-west-1"), Caller.Root("123456789012"), "test:Test", "request");
            const int Calls = 40;
            await using (var worlds = new Worlds(house.Blueprint, new SqliteStorage(folder.FullName), settings))
            {
                var world = await worlds.CreateAsync("w");
                await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => world.ExecuteAsync(info, call =>
                    new PutMetricData().Run(
                        new()
                        {
                            Namespace = "Shop",
                            MetricData = [new() { MetricName = "Latency", Value = i }],
                        },
                        call))));
                await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(11));
                await world.ExecuteAsync(info, call => new PutMetricData().Run(
                    new() { Namespace = "Shop", MetricData = [new() { MetricName = "Latency", Value = 1000 }] }, call));
            }

            await using var again = new Worlds(house.Blueprint, new SqliteStorage(folder.FullName), settings);
            var opened = await again.GetAsync("w");
            var query = new StatQuery(Points.Metric(), "Sum", 3600);
            var points = opened.Query(info, call => MetricReader.Read(call, query, Start, Start.AddHours(1)));
            Assert.Equal((Calls * (Calls - 1) / 2) + 1000, Assert.Single(points).Value);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Rows(Rig rig) =>
        rig.Ask(call => call.Read(MetricTables.Points).All().Select(row => row.Key.Value).ToList());
}
