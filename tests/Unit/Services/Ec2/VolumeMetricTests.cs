using Orrery.Contracts;
using Orrery.Contracts.Events;
using Orrery.Contracts.Loads;
using Orrery.Contracts.Metrics;
using Orrery.Kernel;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Volumes;
using Orrery.Services.Ec2.Ports;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>What the metrics and the events say of volumes.</summary>
public sealed class VolumeMetricTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void The_bytes_that_the_metric_tells_are_those_that_were_written()
    {
        var cloud = Fleet.New();
        var (disk, instance) = (cloud.Disk(), cloud.Launch());
        Assert.Empty(Metric(cloud, "VolumeWriteBytes", disk));
        cloud.AttachDisk(disk, instance, "/dev/sdf");
        cloud.Advance(TimeSpan.FromHours(3));
        cloud.Stop(instance);
        cloud.Advance(TimeSpan.FromHours(3));
        cloud.Start(instance);
        cloud.Advance(TimeSpan.FromHours(1));
        cloud.Run(new DetachVolume(), new() { VolumeId = disk });
        cloud.Advance(TimeSpan.FromHours(1));
        var samples = Metric(cloud, "VolumeWriteBytes", disk);
        Assert.Equal(4 * 60, samples.Count);
        Assert.Equal(
            WrittenBytes.Written(cloud.DiskRecord(disk)!, cloud.Ask(c => c.Now)), samples.Sum(s => s.Sum), 0);
        Assert.Equal(0, Metric(cloud, "VolumeReadOps", disk).Sum(s => s.Sum));
    }

    [Fact]
    public void The_root_volume_serves_the_load_of_its_instance()
    {
        var cloud = Fleet.New();
        var instance = cloud.Launch();
        var root = cloud.DiskAt(instance, "/dev/xvda");
        cloud.Apply(Demand.Of(20, instance));
        Assert.Equal(20 * 0.5 * 60, Metric(cloud, "VolumeReadOps", root)[100].Sum, 6);
        Assert.Equal(cloud.Metric("EBSReadOps", Day, instance)[20].Sum / 5, Metric(cloud, "VolumeReadOps", root)[100].Sum, 6);
        var source = new VolumeMetrics();
        Assert.Equal(
            ["VolumeReadOps", "VolumeWriteOps", "VolumeReadBytes", "VolumeWriteBytes", "BurstBalance"],
            cloud.Ask(call => source.List(call, "AWS/EBS").Select(m => m.Id.Name).ToList()));
        Assert.Equal("Percent", cloud.Ask(call => source.Find(call, Id("BurstBalance", root)))!.Unit);
        Assert.Null(cloud.Ask(call => source.Find(call, Id("VolumeConsumedReadWriteOps", root))));
        Assert.Null(cloud.Ask(call => source.Find(call, Id("VolumeQueueLength", root))));
        Assert.Null(cloud.Ask(call => source.Find(call, Id("BurstBalance", "vol-0123456789abcdef0"))));
    }

    // Amazon EBS User Guide, "Amazon EBS General Purpose SSD volumes": 5.4 million operations, 3,000 a second for half
    // an hour, filled at the baseline.
    [Fact]
    public void A_bucket_of_gp2_runs_dry_under_load_and_the_volume_falls_to_its_baseline()
    {
        var cloud = Fleet.New();
        var instance = cloud.Launch(Fleet.One() with
        {
            InstanceType = InstanceType.M52xlarge,
            BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { VolumeSize = 100 } }],
        }).InstanceId!;
        var root = cloud.DiskAt(instance, "/dev/xvda");
        cloud.Apply(new LoadDeclaration
        {
            Name = "db", Targets = [new(Instance: instance)], Rate = new() { Kind = "constant", Value = 100 },
            Cost = new(CpuSeconds: 0.001, BytesIn: 0, BytesOut: 0, DiskReads: 40),
        });
        var (ops, balance) = (Metric(cloud, "VolumeReadOps", root), Metric(cloud, "BurstBalance", root));
        Assert.InRange(ops[10].Sum, (3000 * 60) - 60, 3000 * 60);
        Assert.Equal(100 - (100 * (3000 - 300) * 60 / 5_400_000.0), balance[0].Sum, 6);
        Assert.Equal(0, balance[60].Sum, 6);
        Assert.InRange(ops[60].Sum, (300 * 60) - 60, 300 * 60);
    }

    // Amazon EBS User Guide, "Amazon EventBridge events for Amazon EBS".
    [Fact]
    public void The_bus_hears_what_becomes_of_volumes()
    {
        var bus = new HeardEvents();
        var rig = Rig.Of(
            [Ec2Service.Registration],
            Ports.None.With<IQuotas>(new Quotas([KeyValuePair.Create("L-1216C47A", 100)])).With<IEventBus>(bus));
        var disk = rig.Run(new CreateVolume(), Disks.Ten).VolumeId!;
        var instance = Assert.Single(rig.Run(new RunInstances(), Fleet.One()).Instances!).InstanceId!;
        rig.Run(new AttachVolume(), Disks.Attachment(disk, instance, "/dev/sdf"));
        rig.Run(new ModifyVolume(), new() { VolumeId = disk, Size = 11 });
        rig.Run(new DetachVolume(), new() { VolumeId = disk });
        rig.Run(new DeleteVolume(), new() { VolumeId = disk });
        var told = bus.Events.Where(e => e.DetailType == "EBS Volume Notification").ToList();
        Assert.Equal(
            ["createVolume available", "attachVolume attached", "modifyVolume optimizing", "modifyVolume completed",
                "detachVolume detached", "deleteVolume deleted"],
            told.Select(e =>
            {
                var detail = System.Text.Json.JsonDocument.Parse(e.Detail).RootElement;
                return $"{detail.GetProperty("event")} {detail.GetProperty("result")}";
            }));
        Assert.All(told, e => Assert.Equal($"arn:aws:ec2:eu-west-1:123456789012:volume/{disk}", e.Resources[0]));
    }

    private static MetricId Id(string name, string volume) => new("AWS/EBS", name, [new("VolumeId", volume)]);

    private static IReadOnlyList<MetricSample> Metric(Cloud cloud, string name, string volume) =>
        cloud.Samples(new VolumeMetrics(), Id(name, volume), Day);
}
