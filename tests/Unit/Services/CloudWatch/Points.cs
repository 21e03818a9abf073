using Orrery.Contracts.Metrics;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Services.CloudWatch.Ports;
using Orrery.Services.CloudWatch.Rules.Reading;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch;

/// <summary>Puts points and reads them back, as tests do.</summary>
internal static class Points
{
    public const string Namespace = "Shop";

    /// <summary>A metric without dimensions.</summary>
    public static MetricId Metric(string name = "Latency") => new(Namespace, name, []);

    public static Rig Rig() => Services.Rig.Of(CloudWatchService.Registration);

    /// <summary>Puts points.</summary>
    public static void Put(this Rig rig, params IReadOnlyList<MetricDatum> data) =>
        rig.Run(new PutMetricData(), new PutMetricDataRequest { Namespace = Namespace, MetricData = data });

    /// <summary>Puts values into one metric at an instant.</summary>
    public static void Put(this Rig rig, DateTimeOffset at, params IReadOnlyList<double> values) =>
        rig.Put(new MetricDatum { MetricName = "Latency", Timestamp = at, Values = values });

    /// <summary>Reads a statistic.</summary>
    public static IReadOnlyList<PeriodValue> Read(
        this Rig rig, string statistic, int period, DateTimeOffset from, TimeSpan length) =>
        rig.Ask(call => MetricReader.Read(call, new StatQuery(Metric(), statistic, period), from, from + length));

    /// <summary>The values that queries give, one list a series.</summary>
    public static IReadOnlyList<QueryResult> Query(
        this Rig rig, DateTimeOffset from, TimeSpan length, params MetricQuery[] queries) =>
        rig.Ask(call => MetricReader.Read(call, queries, from, from + length));

    /// <summary>What other services use.</summary>
    public static IMetrics Port { get; } = new MetricsPort();
}
