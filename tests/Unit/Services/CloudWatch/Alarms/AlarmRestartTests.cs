using Orrery.Contracts.Metrics;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Stores.Sqlite;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch.Alarms;

public sealed class AlarmRestartTests
{
    private static readonly CallInfo Info =
        new(new("123456789012", "eu-west-1"), Caller.Root("123456789012"), "test:Test", "request");

    [Fact]
    public async Task A_restart_in_the_middle_keeps_states_timers_and_what_is_held_back()
    {
        var folder = Directory.CreateTempSubdirectory("orrery-alarms");
        try
        {
            var house = new House([CloudWatchService.Registration], Ports.None.Also<IMetricSource>(new Ramp()));
            var settings = new WorldSettings { Start = Rig.Start, Mode = ClockMode.Stepped };
            await using (var worlds = new Worlds(house.Blueprint, new SqliteStorage(folder.FullName), settings))
            {
                var world = await worlds.CreateAsync("w");
                await world.ExecuteAsync(Info, Make);
                await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(150));
                Assert.Equal(StateValue.Alarm, State(world, "quiet"));
            }

            await using var again = new Worlds(house.Blueprint, new SqliteStorage(folder.FullName), settings);
            var opened = await again.GetAsync("w");
            Assert.Equal(StateValue.Ok, State(opened, "high"));
            await opened.Clock.AdvanceAsync(TimeSpan.FromMinutes(10));
            var above = opened.Query(Info, call => new DescribeAlarms().Run(
                new() { AlarmTypes = [AlarmType.CompositeAlarm] }, call)).CompositeAlarms!;
            Assert.Equal(StateValue.Ok, Assert.Single(above).StateValue);
            await opened.Clock.AdvanceAsync(TimeSpan.FromHours(3));
            Assert.Equal(StateValue.Alarm, State(opened, "high"));
            var history = opened.Query(Info, call => new DescribeAlarmHistory().Run(
                new() { AlarmName = "high", HistoryItemType = HistoryItemType.StateUpdate }, call)).AlarmHistoryItems!;
            Assert.Equal(
                [Rig.Start.AddMinutes(302), Rig.Start.AddMinutes(1)], history.Select(item => item.Timestamp!.Value));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Make(Call call)
    {
        var high = new PutMetricAlarmRequest
        {
            AlarmName = "high",
            Namespace = "AWS/Ramp",
            MetricName = "Height",
            Statistic = Statistic.Maximum,
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 300,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        };
        new PutMetricAlarm().Run(high, call);
        new PutMetricAlarm().Run(high with { AlarmName = "quiet", Threshold = 100 }, call);
        new PutCompositeAlarm().Run(new() { AlarmName = "above", AlarmRule = "ALARM(high)" }, call);
        return true;
    }

    private static StateValue? State(World world, string name) => world.Query(Info, call =>
        new DescribeAlarms().Run(new() { AlarmNames = [name] }, call)).MetricAlarms!.Single().StateValue;

    /// <summary>A metric that rises by one a minute.</summary>
    private sealed class Ramp : IMetricSource
    {
        public IReadOnlyList<string> Namespaces => ["AWS/Ramp"];

        public IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace) => [];

        public MetricDescription? Find(ReadCall call, MetricId metric) => new(metric, "None", TimeSpan.FromMinutes(1));

        public IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to)
        {
            for (var at = from; at < to; at = at.AddMinutes(1))
                yield return MetricSample.Of(at, (at - Rig.Start).TotalMinutes);
        }
    }
}
