using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Metrics;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Operations.Filters;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Tests.Unit.Services.Logs;

public sealed class FilterTests
{
    private const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:f";

    [Fact]
    public void A_metric_filter_puts_what_it_finds()
    {
        var metrics = new Metrics();
        var rig = LogWorld.New(Ports.None.With<IMetrics>(metrics));
        rig.Run(new PutMetricFilter(), Filter("{ $.latency = * }", new()
        {
            MetricName = "m", MetricNamespace = "n", MetricValue = "$.latency", Unit = StandardUnit.Milliseconds,
            Dimensions = new Dictionary<string, string> { ["Path"] = "$.path" },
        }));
        rig.Put(
            "s",
            (LogWorld.Start, """{"latency":5,"path":"a"}"""),
            (LogWorld.Start + 1, """{"latency":7,"path":"a"}"""),
            (LogWorld.Start + 2, """{"latency":9}"""));
        var put = Assert.Single(metrics.All, p => p.Id.Namespace == "n");
        Assert.Equal(
            ("m", "Path", "a", 12d, 2d, "Milliseconds"),
            (put.Id.Name, put.Id.Dimensions[0].Name, put.Id.Dimensions[0].Value, put.Sample.Sum, put.Sample.Count,
                put.Unit));
        Assert.Contains(metrics.All, p => p.Id is { Namespace: "AWS/Logs", Name: "IncomingLogEvents" }
            && p.Sample.Sum == 3);
        var described = Assert.Single(
            rig.Run(new DescribeMetricFilters(), new DescribeMetricFiltersRequest { LogGroupName =
                "g" }).MetricFilters!);
        Assert.Equal("{ $.latency = * }", described.FilterPattern);
        rig.Run(new DeleteMetricFilter(), new() { LogGroupName = "g", FilterName = "f" });
        Assert.Equal("ResourceNotFoundException", rig.Refused(
            new DeleteMetricFilter(), new DeleteMetricFilterRequest { LogGroupName = "g", FilterName = "f" }));
    }

    [Fact]
    public void A_minute_without_a_match_has_the_default_value()
    {
        var metrics = new Metrics();
        var rig = LogWorld.New(Ports.None.With<IMetrics>(metrics));
        rig.Run(new PutMetricFilter(), Filter("ERROR", new()
        {
            MetricName = "m", MetricNamespace = "n", MetricValue = "1", DefaultValue = 0,
        }));
        rig.Put("s", (LogWorld.Start, "fine"), (LogWorld.Start + 60_000, "ERROR"));
        Assert.Equal([0d, 1d], metrics.All.Where(p => p.Id.Namespace == "n").Select(p => p.Sample.Sum));
    }

    [Fact]
    public void A_metric_that_cannot_be_is_refused()
    {
        var rig = LogWorld.New();
        var fine = new MetricTransformation { MetricName = "m", MetricNamespace = "n", MetricValue = "1" };
        Refused(fine with { MetricValue = "x" });
        Refused(fine with
        {
            DefaultValue = 1, Dimensions = new Dictionary<string, string> { ["a"] = "$.a" },
        });
        Refused(fine with
        {
            Dimensions = "abcd".ToDictionary(c => $"{c}", c => $"$.{c}"),
        });

        void Refused(MetricTransformation metric) => Assert.Equal(
            "InvalidParameterException", rig.Refused(new PutMetricFilter(), Filter("x", metric)));
    }

    [Fact]
    public void A_subscription_sends_gzipped_json()
    {
        var taker = new Taker();
        var rig = LogWorld.New(Ports.None.Also<IDestination>(taker));
        var request = new PutSubscriptionFilterRequest
        {
            LogGroupName = "g", FilterName = "f", FilterPattern = "ERROR", DestinationArn = Function,
        };
        Assert.Equal("InvalidParameterException", rig.Refused(
            new PutSubscriptionFilter(), request with { DestinationArn = "arn:aws:kinesis:eu-west-1:1:stream/s" }));
        rig.Run(new PutSubscriptionFilter(), request);
        rig.Put("s", (LogWorld.Start, "fine"), (LogWorld.Start + 1, "ERROR 1"));
        using var outer = JsonDocument.Parse(Assert.Single(taker.Taken).Body);
        var data = outer.RootElement.GetProperty("awslogs").GetProperty("data").GetString()!;
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(data)), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        using var inner = JsonDocument.Parse(reader.ReadToEnd());
        Assert.Equal("DATA_MESSAGE", inner.RootElement.GetProperty("messageType").GetString());
        Assert.Equal("ERROR 1", inner.RootElement.GetProperty("logEvents")[0].GetProperty("message").GetString());
        Assert.Single(rig.Run(
            new DescribeSubscriptionFilters(), new DescribeSubscriptionFiltersRequest { LogGroupName = "g" })
            .SubscriptionFilters!);
        rig.Run(new DeleteSubscriptionFilter(), new() { LogGroupName = "g", FilterName = "f" });
    }

    private static PutMetricFilterRequest Filter(string pattern, MetricTransformation metric) => new()
    {
        LogGroupName = "g", FilterName = "f", FilterPattern = pattern, MetricTransformations = [metric],
    };

    private sealed class Metrics : IMetrics
    {
        public List<(MetricId Id, MetricSample Sample, string Unit)> All { get; } = [];

        public void Put(Call call, MetricId metric, MetricSample sample, string unit) =>
            All.Add((metric, sample, unit));

        public void Changed(Call call, string metricNamespace, MetricDimension? dimension = null)
        {
        }

        public void Changed(Call call, string metricNamespace, string dimension, Func<string, bool> concerns)
        {
        }

        public IReadOnlyList<MetricPoint> Read(ReadCall call, MetricQuestion question) => [];
    }

    private sealed class Taker : IDestination
    {
        public List<Delivery> Taken { get; } = [];

        public string Service => "lambda";

        public DeliveryObstacle? Obstacle(ReadCall call, Delivery delivery) => null;

        public void Deliver(Call call, Delivery delivery) => Taken.Add(delivery);
    }
}
