using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Following;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Replication metrics. Source: S3 user guide, "Using S3 Replication metrics".</summary>
public sealed class ReplicaMetricsTests
{
    private const string There = "a-replica";
    private const string Latency = "ReplicationLatency";
    private const string Bytes = "BytesPendingReplication";
    private const string Operations = "OperationsPendingReplication";
    private const string Failed = "OperationsFailedReplication";
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Shop _shop = new(Delays.Aws, CloudWatchService.Registration);
    private readonly Rig _there;

    public ReplicaMetricsTests()
    {
        _there = _shop.Rig.In("eu-central-1");
        _there.Run(new CreateBucket(), new CreateBucketRequest
        {
            Bucket = There,
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuCentral1 },
        });
        foreach (var (rig, bucket) in new[] { (_shop.Rig, Shop.Bucket), (_there, There) })
        {
            rig.Run(new PutBucketVersioning(), new PutBucketVersioningRequest
            {
                Bucket = bucket, VersioningConfiguration = new() { Status = BucketVersioningStatus.Enabled },
            });
        }
    }

    [Fact]
    public void What_waits_is_told_where_it_goes_to_minute_by_minute()
    {
        _shop.Rig.Advance(TimeSpan.FromSeconds(20));
        Replicate(MetricsStatus.Enabled);
        _shop.Put("a", "12345");
        _shop.Rig.Advance(TimeSpan.FromSeconds(5));
        _shop.Put("b", "123");
        Assert.Equal([8], Read(_there, Bytes));
        Assert.Equal([2], Read(_there, Operations));
        _shop.Rig.Advance(Minute + Minute);
        Assert.Equal([8, 0, 0], Read(_there, Bytes));
        Assert.Equal([2, 0, 0], Read(_there, Operations));
        Assert.Equal([15, 0, 0], Read(_there, Latency));
        Assert.Equal([0], Read(_shop.Rig, Failed, "Sum"));
        Assert.Equal([2], Read(_shop.Rig, Failed, "SampleCount"));
        Assert.Empty(Read(_shop.Rig, Bytes));
        Assert.Equal([Bytes, Operations, Latency], Listed().Order());
    }

    [Fact]
    public void What_waits_over_the_end_of_a_minute_counts_in_both()
    {
        Replicate(MetricsStatus.Enabled);
        _shop.Rig.Advance(Minute - TimeSpan.FromSeconds(10));
        _shop.Put("a", "12345");
        _shop.Rig.Advance(Step);
        _shop.Put("b", "1");
        _shop.Rig.Advance(Minute);
        Assert.Equal([5, 5, 0], Read(_there, Bytes));
        Assert.Equal([0, 15, 0], Read(_there, Latency));
    }

    [Fact]
    public void Time_control_is_measured_from_a_quarter_of_an_hour_on()
    {
        Replicate(MetricsStatus.Enabled, isTimed: true);
        _shop.Put("a", "12345");
        _shop.Rig.Advance(TimeSpan.FromMinutes(14));
        Assert.Empty(Read(_there, Bytes));
        Assert.Empty(Listed());
        _shop.Rig.Advance(Minute);
        _shop.Put("b", "1");
        Assert.Equal([1], Read(_there, Bytes));
        Assert.Equal(3, Listed().Count());
    }

    [Fact]
    public void What_is_not_measured_has_no_metrics_and_they_go_with_their_rule_and_bucket()
    {
        Replicate(MetricsStatus.Disabled);
        _shop.Put("a", "12345");
        _shop.Rig.Advance(Minute);
        Assert.Empty(Read(_there, Bytes));
        Assert.Empty(Read(_shop.Rig, Failed));
        Replicate(MetricsStatus.Enabled);
        Assert.Equal(3, Listed().Count());
        Replicate(MetricsStatus.Disabled);
        Assert.Empty(Listed());
        Replicate(MetricsStatus.Enabled);
        _shop.Rig.Run(new DeleteBucketReplication(), new DeleteBucketReplicationRequest { Bucket = Shop.Bucket });
        Assert.Empty(Listed());
    }

    [Fact]
    public void What_fails_is_counted_where_it_comes_from()
    {
        Replicate(MetricsStatus.Enabled);
        _there.Run(new DeleteBucket(), new DeleteBucketRequest { Bucket = There });
        Assert.Empty(Listed());
        _shop.Put("a", "12345");
        _shop.Rig.Advance(Minute);
        Assert.Equal([1], Read(_shop.Rig, Failed, "Sum"));
        Assert.Empty(Read(_there, Operations));
    }

    private IEnumerable<string> Listed() => _there.Ask(static call => call.PortsOf<IMetricSource>()
        .SelectMany(source => source.List(call, "AWS/S3")).Select(static one => one.Id)
        .Where(static id => id.Dimensions[0].Name == "DestinationBucket").Select(static id => id.Name).ToList());

    private double[] Read(Rig rig, string name, string statistic = "Maximum") => rig.Ask(call =>
        call.Port<IMetrics>().Read(call, new(
            new("AWS/S3", name, [
                new("DestinationBucket", There), new("RuleId", "a rule/1"), new("SourceBucket", Shop.Bucket),
            ]),
            statistic, Minute, Rig.Start, call.Now + TimeSpan.FromSeconds(1)))
            .Select(static point => point.Value).ToArray());

    private void Replicate(MetricsStatus status, bool isTimed = false) => _shop.Rig.Run(
        new PutBucketReplication(),
        new PutBucketReplicationRequest
        {
            Bucket = Shop.Bucket,
            ReplicationConfiguration = new()
            {
                Role = "arn:aws:iam::123456789012:role/replicates",
                Rules =
                [
                    new()
                    {
                        ID = "a rule/1",
                        Status = ReplicationRuleStatus.Enabled,
                        Priority = 1,
                        Filter = new() { Prefix = "" },
                        DeleteMarkerReplication = new() { Status = DeleteMarkerReplicationStatus.Disabled },
                        Destination = new()
                        {
                            Bucket = $"arn:aws:s3:::{There}",
                            Metrics = new()
                            {
                                Status = status, EventThreshold = isTimed ? new() { Minutes = 15 } : null,
                            },
                            ReplicationTime = !isTimed ? null : new()
                            {
                                Status = ReplicationTimeStatus.Enabled, Time = new() { Minutes = 15 },
                            },
                        },
                    },
                ],
            },
        });
}
