using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch.Alarms;

public sealed class AnomalyTests
{
    private static readonly SingleMetricAnomalyDetector Tide = new()
    {
        Namespace = "AWS/Tide", MetricName = "Level", Stat = "Average",
    };

    [Fact]
    public void A_detector_learns_the_hours_and_an_alarm_notices_what_does_not_fit()
    {
        var tide = new Sea();
        var rig = new AlarmRig(tide);
        rig.Rig.Advance(TimeSpan.FromDays(14));
        rig.Put(Alarm());
        var detector = Assert.Single(rig.Rig.Run(new DescribeAnomalyDetectors(), new()).AnomalyDetectors!);
        Assert.Equal(AnomalyDetectorStateValue.Trained, detector.StateValue);

        // A swing that comes every day is expected.
        rig.Rig.Advance(TimeSpan.FromDays(2));
        Assert.Equal(StateValue.Ok, rig.Metric("odd").StateValue);
        Assert.Equal(2, rig.History("odd").Count);
        rig.Rig.Do(call =>
        {
            tide.Flood = call.Now;
            call.Port<IMetrics>().Changed(call, "AWS/Tide");
            return true;
        });
        rig.Advance(1200);
        Assert.Equal(StateValue.Alarm, rig.Metric("odd").StateValue);
        Assert.StartsWith("Thresholds Crossed: 2 out of the last 2 datapoints", rig.Metric("odd").StateReason);
        Assert.Contains("recentUpperThresholds", rig.Metric("odd").StateReasonData, StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_is_data_like_any_other()
    {
        var rig = new AlarmRig(new Sea());
        rig.Rig.Advance(TimeSpan.FromDays(14));
        rig.Rig.Run(new PutAnomalyDetector(), new PutAnomalyDetectorRequest { SingleMetricAnomalyDetector = Tide });
        var now = rig.Rig.Ask(call => call.Now);
        var results = rig.Rig.Run(new GetMetricData(), new GetMetricDataRequest
        {
            StartTime = now.AddHours(-6), EndTime = now, MetricDataQueries = Alarm().Metrics,
        }).MetricDataResults!;
        Assert.Equal(3, results.Count);
        var value = results[0].Values![0];
        Assert.InRange(value, results.Skip(1).Min(r => r.Values![0]), results.Skip(1).Max(r => r.Values![0]));
    }

    [Fact]
    public void A_detector_without_data_says_so_and_leaves_the_alarm_without()
    {
        var rig = new AlarmRig(new Sea());
        rig.Put(Alarm());
        rig.Advance(3600);
        Assert.Equal(StateValue.InsufficientData, rig.Metric("odd").StateValue);
        var detector = Assert.Single(rig.Rig.Run(new DescribeAnomalyDetectors(), new()).AnomalyDetectors!);
        Assert.Equal(AnomalyDetectorStateValue.TrainedInsufficientData, detector.StateValue);

        // A day later there is something to learn from.
        rig.Rig.Advance(TimeSpan.FromDays(1));
        Assert.Equal(StateValue.Ok, rig.Metric("odd").StateValue);
        var delete = new DeleteAnomalyDetectorRequest { SingleMetricAnomalyDetector = Tide };
        rig.Rig.Run(new DeleteAnomalyDetector(), delete);
        rig.Advance(3600);
        Assert.Equal(StateValue.InsufficientData, rig.Metric("odd").StateValue);
        Assert.Equal("ResourceNotFoundException", rig.Rig.Refused(new DeleteAnomalyDetector(), delete));
    }

    [Fact]
    public void A_configuration_leaves_times_out_and_is_checked()
    {
        var tide = new Sea { Flood = Rig.Start.AddDays(13) };
        var rig = new AlarmRig(tide);
        rig.Rig.Advance(TimeSpan.FromDays(14));
        double Width(PutAnomalyDetectorRequest request)
        {
            rig.Rig.Run(new PutAnomalyDetector(), request);
            return rig.Rig.Ask(call => call.Read(AlarmTables.Detectors).All().Single().Model!.Spreads.Max());
        }

        var plain = new PutAnomalyDetectorRequest { SingleMetricAnomalyDetector = Tide };
        var all = Width(plain);
        var some = Width(plain with
        {
            Configuration = new()
            {
                ExcludedTimeRanges = [new() { StartTime = Rig.Start.AddDays(13), EndTime = Rig.Start.AddDays(14) }],
                MetricTimezone = "Europe/Dublin",
            },
        });
        Assert.True(some < all / 2, $"{some} {all}");
        Assert.Equal("InvalidParameterValue", rig.Rig.Refused(
            new PutAnomalyDetector(), plain with { Configuration = new() { MetricTimezone = "Mars/Olympus" } }));
        Assert.Equal(
            "InvalidParameterCombination", rig.Rig.Refused(new PutAnomalyDetector(), plain with { Stat = "Sum" }));
        Assert.Equal("MissingParameter", rig.Rig.Refused(new PutAnomalyDetector(), new() { Namespace = "AWS/Tide" }));
    }

    private static PutMetricAlarmRequest Alarm() => new()
    {
        AlarmName = "odd",
        EvaluationPeriods = 2,
        ComparisonOperator = ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold,
        ThresholdMetricId = "ad1",
        Metrics =
        [
            new()
            {
                Id = "m1",
                ReturnData = true,
                MetricStat = new()
                {
                    Metric = new() { Namespace = "AWS/Tide", MetricName = "Level" }, Period = 300, Stat = "Average",
                },
            },
            new() { Id = "ad1", Expression = "ANOMALY_DETECTION_BAND(m1, 4)", ReturnData = true },
        ],
    };

    /// <summary>A metric that swings every day, a little noisy, and may rise out of all proportion.</summary>
    private sealed class Sea : IMetricSource
    {
        public DateTimeOffset Flood { get; set; } = DateTimeOffset.MaxValue;

        public IReadOnlyList<string> Namespaces => ["AWS/Tide"];

        public IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace) => [];

        public MetricDescription? Find(ReadCall call, MetricId metric) => new(metric, "None", TimeSpan.FromMinutes(5));

        public IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to)
        {
            for (var at = from; at < to; at = at.AddMinutes(5))
            {
                if (at < Rig.Start) continue;
                var noise = (at.ToUnixTimeSeconds() / 300 * 31 % 17 / 8.0) - 1;
                var level = 50 + (30 * Math.Sin(at.UtcDateTime.TimeOfDay.TotalDays * 2 * Math.PI)) + noise;
                yield return MetricSample.Of(at, at >= Flood ? level + 500 : level);
            }
        }
    }
}
