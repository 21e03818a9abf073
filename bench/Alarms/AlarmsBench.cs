using System.Diagnostics;
using System.Globalization;
using Orrery.Bench.Servers;
using Orrery.Contracts.Metrics;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Stores.Sqlite;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Bench.Alarms;

/// <summary>
/// A world in its SQLite file, with alarms on diurnal metrics, and its clock turned by days. One in ten of the alarms
/// goes off and recovers once a day; the thresholds of the others are out of reach. A change of state is what costs: it
/// is written to the disk with its history, so the figure grows with how many there are.
/// </summary>
public static class AlarmsBench
{
    private static readonly CallInfo Info =
        new(new("123456789012", "eu-west-1"), Caller.Root("123456789012"), "cloudwatch:Bench", "bench");

    /// <summary>Measures.</summary>
    /// <param name="alarms">How many alarms.</param>
    /// <param name="days">How many days.</param>
    public static async Task<AlarmsFigures> MeasureAsync(int alarms, int days)
    {
        var house = new House([CloudWatchService.Registration], Ports.None.Also<IMetricSource>(new DiurnalSource()));
        var settings = new WorldSettings
        {
            Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Mode = ClockMode.Stepped,
            Delays = Delays.None,
        };
        using var folder = new TemporaryFolder();
        await using var worlds = new Worlds(house.Blueprint, new SqliteStorage(folder.Path), settings);
        var world = await worlds.CreateAsync("bench");
        var put = new PutMetricAlarm();
        for (var i = 0; i < alarms; i++)
        {
            var request = Alarm(i);
            await world.ExecuteAsync(Info, call => put.Run(request, call));
        }

        using var self = Process.GetCurrentProcess();
        var (before, began) = (world.Current.Sequence, self.TotalProcessorTime);
        await world.Clock.AdvanceAsync(TimeSpan.FromDays(days));
        self.Refresh();
        return new((self.TotalProcessorTime - began).TotalSeconds, world.Current.Sequence - before);
    }

    private static PutMetricAlarmRequest Alarm(int number) => new()
    {
        AlarmName = string.Create(CultureInfo.InvariantCulture, $"alarm-{number:D5}"),
        Namespace = DiurnalSource.Namespace,
        MetricName = "Load",
        Dimensions = [new() { Name = "Number", Value = number.ToString(CultureInfo.InvariantCulture) }],
        Statistic = Statistic.Average,
        Period = 300,
        EvaluationPeriods = 3,
        DatapointsToAlarm = 2,
        Threshold = number % 10 == 0 ? 60 + (number % 30) : 95,
        ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
    };
}
