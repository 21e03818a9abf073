using Orrery.Contracts.Metrics;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Services.CloudWatch.Ports;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch;

public sealed class PutMetricDataTests
{
    private static readonly DateTimeOffset Start = Rig.Start;

    [Fact]
    public void Values_sets_and_arrays_of_one_minute_become_one_period()
    {
        var rig = Points.Rig();
        rig.Put(
            new MetricDatum { MetricName = "Latency", Value = 4 },
            new MetricDatum { MetricName = "Latency", Values = [1, 2], Counts = [3, 1] },
            new MetricDatum
            {
                MetricName = "Latency",
                StatisticValues = new() { SampleCount = 2, Sum = 14, Minimum = 5, Maximum = 9 },
            });
        var result = rig.Run(new GetMetricStatistics(), Statistics("SampleCount,Sum,Minimum,Maximum,Average"));
        var point = Assert.Single(result.Datapoints!);
        Assert.Equal((7, 23, 1, 9), (point.SampleCount, point.Sum, point.Minimum, point.Maximum));
        Assert.Equal(23.0 / 7, point.Average);
        Assert.Equal(StandardUnit.None, point.Unit);
        Assert.Equal(Start, point.Timestamp);
    }

    [Fact]
    public void Units_are_kept_apart()
    {
        var rig = Points.Rig();
        rig.Put(
            new MetricDatum { MetricName = "Latency", Value = 1, Unit = StandardUnit.Seconds },
            new MetricDatum { MetricName = "Latency", Value = 2, Unit = StandardUnit.Milliseconds });
        var request = Statistics("Sum");
        Assert.Equal(2, rig.Run(new GetMetricStatistics(), request).Datapoints!.Count);
        var one = rig.Run(new GetMetricStatistics(), Statistics("Sum", StandardUnit.Seconds));
        Assert.Equal(1, Assert.Single(one.Datapoints!).Sum);
        Assert.Empty(rig.Run(new GetMetricStatistics(), Statistics("Sum", StandardUnit.Count)).Datapoints!);
    }

    [Fact]
    public void What_a_point_may_not_be_is_refused_and_changes_nothing()
    {
        var rig = Points.Rig();
        (string Code, MetricDatum Datum)[] wrong =
        [
            ("MissingParameter", new() { MetricName = "m" }),
            ("InvalidParameterCombination", new() { MetricName = "m", Value = 1, Values = [1] }),
            ("InvalidParameterValue", new() { MetricName = "m", Value = double.NaN }),
            ("InvalidParameterValue", new() { MetricName = "m", Value = double.PositiveInfinity }),
            ("InvalidParameterValue", new() { MetricName = "m", Value = Math.Pow(2, 361) }),
            ("InvalidParameterValue", new() { MetricName = "m", Values = [1, 2], Counts = [1] }),
            ("InvalidParameterValue", new() { MetricName = "m", Values = [.. new double[151]] }),
            ("InvalidParameterValue", new() { MetricName = "m", Values = [1], Counts = [-1] }),
            ("InvalidParameterValue", new() { MetricName = "m", Value = 1, StorageResolution = 30 }),
            ("InvalidParameterValue", new() { MetricName = "m", Value = 1, Timestamp = Start.AddDays(-15) }),
            ("InvalidParameterValue", new() { MetricName = "m", Value = 1, Timestamp = Start.AddHours(3) }),
            ("InvalidParameterValue", new() { MetricName = "m", Value = 1, Dimensions = Many(31) }),
            ("InvalidParameterValue", new() { MetricName = "m", Value = 1, Dimensions = [Of("a", "1"), Of("a", "2")] }),
            ("InvalidParameterValue", new() { MetricName = "m", Value = 1, Dimensions = [Of(":a", "1")] }),
            ("InvalidParameterValue", new() { MetricName = "m", Value = 1, Dimensions = [Of("a", "é")] }),
            ("InvalidParameterValue", new()
            {
                MetricName = "m", StatisticValues = new() { SampleCount = 1, Sum = 1, Minimum = 2, Maximum = 1 },
            }),
        ];
        foreach (var (code, datum) in wrong)
        {
            MetricDatum[] data = [new() { MetricName = "good", Value = 1 }, datum];
            var request = new PutMetricDataRequest { Namespace = "Shop", MetricData = data };
            Assert.Equal(code, rig.Refused(new PutMetricData(), request));
        }

        Assert.Empty(rig.Run(new ListMetrics(), new()).Metrics!);
    }

    [Fact]
    public void Namespaces_of_AWS_entities_and_too_many_metrics_are_refused()
    {
        var rig = Points.Rig();
        MetricDatum[] one = [new() { MetricName = "m", Value = 1 }];
        PutMetricDataRequest[] wrong =
        [
            new() { Namespace = "AWS/EC2", MetricData = one },
            new() { Namespace = "Shop", EntityMetricData = [new()] },
            new() { Namespace = "Shop", MetricData = [.. Enumerable.Repeat(one[0], 1001)] },
        ];
        Assert.All(wrong, request => Assert.Equal("InvalidParameterValue", rig.Refused(new PutMetricData(), request)));
        Assert.Equal("MissingParameter", rig.Refused(new PutMetricData(), new() { Namespace = "Shop" }));
    }

    [Fact]
    public void Points_by_the_second_are_seen_by_the_second_for_three_hours()
    {
        var rig = Points.Rig();
        for (var second = 0; second < 10; second++)
            rig.Put(new MetricDatum
            {
                MetricName = "Latency", Value = second, StorageResolution = 1, Timestamp = Start.AddSeconds(second),
            });
        Assert.Equal([0.0, 1, 2, 3, 4, 5, 6, 7, 8, 9], Values(rig, 1));
        Assert.Equal([10.0, 35], Values(rig, 5));
        rig.Advance(TimeSpan.FromHours(4));
        Assert.Empty(Values(rig, 5));
        Assert.Equal([45.0], Values(rig, 60));

        static IEnumerable<double> Values(Rig rig, int period) =>
            rig.Read("Sum", period, Start, TimeSpan.FromMinutes(1)).Select(point => point.Value);
    }

    [Fact]
    public void Alarms_are_told_of_what_is_put_and_of_what_changes()
    {
        var watcher = new Watcher();
        var rig = Rig.Of([CloudWatchService.Registration], Ports.None.Also<IMetricWatcher>(watcher));
        rig.Put(new MetricDatum { MetricName = "a", Value = 1 }, new MetricDatum { MetricName = "a", Value = 2 });
        rig.Do(call =>
        {
            Points.Port.Put(call, Points.Metric("b"), MetricSample.Of(call.Now, 1), "Count");
            Points.Port.Changed(call, "AWS/EC2", new("InstanceId", "i-1"));
            return true;
        });
        Assert.Equal(["a", "b", "AWS/EC2 i-1"], watcher.Told);
        var read = rig.Ask(call => Points.Port.Read(
            call, new(Points.Metric("b"), "Sum", TimeSpan.FromMinutes(1), Start, Start.AddMinutes(5))));
        Assert.Equal([new MetricPoint(Start, 1)], read);
    }

    private static GetMetricStatisticsRequest Statistics(string statistics, StandardUnit? unit = null) => new()
    {
        Namespace = Points.Namespace,
        MetricName = "Latency",
        StartTime = Start,
        EndTime = Start.AddMinutes(10),
        Period = 60,
        Statistics = [.. statistics.Split(',').Select(each => StatisticWire.Parse(each)!.Value)],
        Unit = unit,
    };

    private static Dimension Of(string name, string value) => new() { Name = name, Value = value };

    private static Dimension[] Many(int count) => [.. Enumerable.Range(0, count).Select(i => Of($"d{i}", "v"))];

    private sealed class Watcher : IMetricWatcher
    {
        public List<string> Told { get; } = [];

        public void Put(Call call, IReadOnlyList<MetricId> metrics) =>
            Told.AddRange(metrics.Select(metric => metric.Name));

        public void Changed(Call call, string metricNamespace, MetricDimension? dimension) =>
            Told.Add($"{metricNamespace} {dimension?.Value}");

        public void Changed(Call call, string metricNamespace, string dimension, Func<string, bool> concerns) =>
            Told.Add($"{metricNamespace} {dimension}");
    }
}
