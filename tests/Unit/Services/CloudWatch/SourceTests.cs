using CsCheck;
using Orrery.Contracts.Metrics;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Services.CloudWatch.Rules.Reading;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch;

public sealed class SourceTests
{
    private static readonly DateTimeOffset Start = Rig.Start;

    [Fact]
    public void A_metric_that_is_worked_out_has_the_statistics_of_its_sampled_twin()
    {
        string[] statistics = ["SampleCount", "Sum", "Minimum", "Maximum", "Average", "p50", "tm90"];
        var (some, none) = (0, 0);
        Gen.Select(Gen.Int[1, 1000], Gen.Int[0, 80], Gen.OneOfConst(60, 300, 3600)).Sample(
            (seed, days, period) =>
            {
                var source = new Wave(seed);
                var rig = Rig.Of([CloudWatchService.Registration], Ports.None.Also<IMetricSource>(source));
                foreach (var sample in source.Between(Start, Start.AddHours(2)))
                {
                    rig.Do(call =>
                    {
                        Points.Port.Put(call, Points.Metric(), sample, "Percent");
                        return true;
                    });
                }

                rig.Advance(TimeSpan.FromDays(days));
                foreach (var statistic in statistics)
                {
                    var put = rig.Read(statistic, period, Start, TimeSpan.FromHours(2));
                    var told = rig.Ask(call => MetricReader.Read(
                        call, new StatQuery(Wave.Metric, statistic, period), Start, Start.AddHours(2)));
                    Assert.Equal(put, told);
                    Interlocked.Increment(ref put.Count > 0 ? ref some : ref none);
                }
            },
            iter: 60);
        Assert.True(some > 20 && none > 20);
    }

    [Fact]
    public void Metrics_of_a_source_are_listed_and_tell_the_future()
    {
        var rig = Rig.Of([CloudWatchService.Registration], Ports.None.Also<IMetricSource>(new Wave(1)));
        rig.Put(new MetricDatum { MetricName = "Hits", Value = 1 });
        var listed = rig.Run(new ListMetrics(), new()).Metrics!;
        Assert.Equal(["AWS/Wave", "Shop"], listed.Select(metric => metric.Namespace));
        Assert.Single(rig.Run(new ListMetrics(), new ListMetricsRequest { Namespace = "AWS/Wave" }).Metrics!);
        var ahead = rig.Ask(call => MetricReader.Read(
            call, new StatQuery(Wave.Metric, "Sum", 60), call.Now.AddHours(1), call.Now.AddHours(2)));
        Assert.NotEmpty(ahead);
    }

    [Fact]
    public void Nobody_is_told_the_future_whatever_end_he_asks_for()
    {
        var rig = Rig.Of([CloudWatchService.Registration], Ports.None.Also<IMetricSource>(new Wave(1)));
        rig.Advance(TimeSpan.FromMinutes(90.5));
        var now = rig.Ask(call => call.Now);
        var statistics = rig.Run(new GetMetricStatistics(), new GetMetricStatisticsRequest
        {
            Namespace = Wave.Metric.Namespace, MetricName = Wave.Metric.Name, Period = 60,
            Statistics = [Statistic.Sum], StartTime = now.AddHours(-1), EndTime = now.AddHours(2),
        }).Datapoints!;
        var data = rig.Run(new GetMetricData(), new GetMetricDataRequest
        {
            StartTime = now.AddHours(-1), EndTime = now.AddHours(2),
            MetricDataQueries =
            [
                new()
                {
                    Id = "m", MetricStat = new()
                    {
                        Metric = new() { Namespace = Wave.Metric.Namespace, MetricName = Wave.Metric.Name },
                        Period = 60, Stat = "Sum",
                    },
                },
            ],
        }).MetricDataResults![0];
        Assert.InRange(statistics.Max(point => point.Timestamp!.Value), now.AddMinutes(-4), now.AddMinutes(-1));
        Assert.Equal(statistics.Count, data.Timestamps!.Count);
        Assert.Equal(statistics.Max(point => point.Timestamp!.Value), data.Timestamps!.Max());
    }

    /// <summary>A metric that is a function of time, with holes.</summary>
    private sealed class Wave(int seed) : IMetricSource
    {
        public static readonly MetricId Metric = new("AWS/Wave", "Height", []);

        public IReadOnlyList<string> Namespaces => ["AWS/Wave"];

        public IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace) => [Find(call, Metric)!];

        public MetricDescription? Find(ReadCall call, MetricId metric) =>
            metric.Key == Metric.Key ? new(Metric, "Percent", TimeSpan.FromMinutes(1)) : null;

        public IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to) =>
            Between(from, to);

        public IEnumerable<MetricSample> Between(DateTimeOffset from, DateTimeOffset to)
        {
            for (var at = from; at < to; at = at.AddMinutes(1))
            {
                var hash = (((at.ToUnixTimeSeconds() / 60) * 31) + seed) % 17;
                if (hash == 0) continue;
                yield return hash % 3 == 0 ? new(at, hash * 5, hash, hash * 2, 4) : MetricSample.Of(at, hash);
            }
        }
    }
}
