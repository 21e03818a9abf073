using Orrery.Contracts.Metrics;
using Orrery.Services.CloudWatch;
using Orrery.Services.S3.Operations.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Request metrics. Source: S3 user guide, "Amazon S3 CloudWatch request metrics".</summary>
public sealed class RequestMetricsTests
{
    private readonly Shop _shop = new(false, CloudWatchService.Registration);

    [Fact]
    public void Each_configuration_counts_the_requests_that_match_it()
    {
        Measure("all", null);
        Measure("some", new() { Prefix = "a/" });
        Measure("tagged", new() { And = new() { Prefix = "a/", Tags = [new() { Key = "t", Value = "1" }] } });
        _shop.Put("a/1", "x", static request => request with { Tagging = "t=1" });
        _shop.Note(
            _shop.Visit("GetObject", "GET", "a/1") with { BytesSent = 7, TotalTime = TimeSpan.FromMilliseconds(30) },
            _shop.Visit("GetObject", "GET", "a/2") with { Status = 404, BytesSent = 9 },
            _shop.Visit("PutObject", "PUT", "b") with { BytesReceived = 5 },
            _shop.Visit("DeleteObjects", "POST", null),
            _shop.Visit("ListObjectsV2", "GET", null) with { Status = 503 });
        Assert.Equal(5, Sum("all", "AllRequests"));
        Assert.Equal(2, Sum("some", "AllRequests"));
        Assert.Equal(1, Sum("tagged", "AllRequests"));
        Assert.Equal(2, Sum("all", "GetRequests"));
        Assert.Equal(1, Sum("all", "PutRequests"));
        Assert.Equal(1, Sum("all", "DeleteRequests"));
        Assert.Equal(1, Sum("all", "ListRequests"));
        Assert.Null(Sum("all", "PostRequests"));
        Assert.Equal(1, Sum("all", "4xxErrors"));
        Assert.Equal(1, Sum("all", "5xxErrors"));
        Assert.Equal(0.2, Sum("all", "4xxErrors", "Average"));
        Assert.Equal(0, Sum("tagged", "4xxErrors"));
        Assert.Equal(7, Sum("all", "BytesDownloaded"));
        Assert.Equal(5, Sum("all", "BytesUploaded"));
        Assert.Equal(30, Sum("tagged", "TotalRequestLatency", "Maximum"));
    }

    [Fact]
    public void A_configuration_is_told_and_forgotten_and_access_points_are_refused()
    {
        Measure("all", new() { Tag = new() { Key = "t", Value = "1" } });
        Assert.Equal("t", _shop.Rig.Run(
            new GetBucketMetricsConfiguration(),
            new GetBucketMetricsConfigurationRequest { Bucket = Shop.Bucket, Id = "all" })
            .MetricsConfiguration!.Filter!.Tag!.Key);
        Assert.Equal("NotImplemented", Rig.Refusal(() => Measure("p", new() { AccessPointArn = "arn" })));
        Assert.Equal("MalformedXML", Rig.Refusal(() => Measure("p", new() { And = new() { Prefix = "p" } })));
        _shop.Rig.Run(
            new DeleteBucketMetricsConfiguration(),
            new DeleteBucketMetricsConfigurationRequest { Bucket = Shop.Bucket, Id = "all" });
        Assert.Empty(_shop.Rig.Run(
            new ListBucketMetricsConfigurations(),
            new ListBucketMetricsConfigurationsRequest { Bucket = Shop.Bucket }).MetricsConfigurationList!);
        _shop.Note(_shop.Visit("GetObject", "GET"));
        Assert.Null(Sum("all", "AllRequests"));
    }

    private PutBucketMetricsConfigurationResult Measure(string id, MetricsFilter? filter) => _shop.Rig.Run(
        new PutBucketMetricsConfiguration(), new PutBucketMetricsConfigurationRequest
        {
            Bucket = Shop.Bucket, Id = id, MetricsConfiguration = new() { Id = id, Filter = filter },
        });

    private double? Sum(string filter, string name, string statistic = "Sum") => _shop.Rig.Ask(call =>
        call.Port<IMetrics>().Read(call, new(
            new("AWS/S3", name, [new("BucketName", Shop.Bucket), new("FilterId", filter)]), statistic,
            TimeSpan.FromMinutes(1), Rig.Start, Rig.Start.AddMinutes(1)))
            .Select(static point => (double?)point.Value).SingleOrDefault());
}
