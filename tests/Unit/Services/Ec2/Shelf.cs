using System.Collections.Immutable;
using Orrery.Contracts;
using Orrery.Contracts.Events;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Snapshots;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Short ways to what tests of snapshots and images begin with: volumes with bytes in them.</summary>
internal sealed class Shelf
{
    public const long Gib = 1L << 30;

    /// <summary>Stands for AWS's own key of the account in the region.</summary>
    public const string AwsKey = "aws";

    /// <summary>An account that is not the shelf's own.</summary>
    public const string Other = "210987654321";

    private readonly HeardEvents _bus;

    private Shelf(Rig rig, HeardEvents bus) => (Rig, _bus) = (rig, bus);

    /// <summary>The world.</summary>
    public Rig Rig { get; }

    /// <summary>A new world, seen from Ireland.</summary>
    public static Shelf New(Delays delays = Delays.None, params (string Code, int Limit)[] quotas)
    {
        var bus = new HeardEvents();
        var limits = new Quotas(quotas.Append(("L-1216C47A", 1000))
            .Select(q => KeyValuePair.Create(q.Item1, q.Item2)));
        return new(Rig.Of(
            [Ec2Service.Registration], Ports.None.With<IQuotas>(limits).With<IEventBus>(bus), delays), bus);
    }

    /// <summary>The same world, seen from elsewhere.</summary>
    public Shelf In(string region, string? account = null) => new(Rig.In(region, account), _bus);

    /// <summary>The details of the events of a type so far.</summary>
    public IReadOnlyList<ServiceEvent> Heard(string type) => [.. _bus.Events.Where(e => e.DetailType == type)];

    /// <summary>A volume of 8 GiB of which some bytes are written.</summary>
    public string Volume(long gib = 1, string? key = null) => Rig.Do(call =>
    {
        var volume = new VolumeRecord
        {
            Id = call.NewId<VolumeId>(),
            Size = 8,
            Type = VolumeType.Gp3,
            Iops = 3000,
            Throughput = 125,
            Encrypted = key is not null,
            KmsKeyId = key == AwsKey ? EbsKeys.Resolve(call, null) : key,
            AvailabilityZone = $"{call.Region}a",
            AvailabilityZoneId = "euw1-az1",
            CreateTime = call.Now,
            WrittenBytes = gib * Gib,
        };
        call.Write(VolumeTables.Volumes).Put(volume);
        return volume.Id.Value;
    });

    /// <summary>Writes to a volume.</summary>
    public void Write(string volume, long gib) => Rig.Do(call =>
    {
        var record = call.Read(VolumeTables.Volumes).Find(new(volume))!;
        call.Write(VolumeTables.Volumes).Put(record with { WrittenBytes = record.WrittenBytes + (gib * Gib) });
        return true;
    });

    /// <summary>An instance with a root volume and as many data volumes as named, and no others.</summary>
    public string Instance(string image, params string[] dataDevices)
    {
        var launched = Assert.Single(Rig.Run(new RunInstances(), Fleet.One() with { ImageId = image }).Instances!);
        var id = launched.InstanceId!;
        Rig.Do(call =>
        {
            foreach (var old in call.Read(VolumeTables.Volumes).By(VolumeTables.VolumesByInstance, id).ToList())
            {
                call.Write(VolumeTables.Volumes).Remove(old.Id);
            }

            return true;
        });
        foreach (var device in dataDevices.Prepend(launched.RootDeviceName ?? "/dev/xvda"))
        {
            Attach(Volume(), id, device);
        }

        return id;
    }

    /// <summary>Takes a snapshot.</summary>
    public Snapshot Take(string volume) => Now(
        Rig.Run(new CreateSnapshot(), new CreateSnapshotRequest { VolumeId = volume }).SnapshotId!);

    /// <summary>A snapshot as it is now.</summary>
    public Snapshot Now(string snapshot) => Assert.Single(Rig.Run(
        new DescribeSnapshots(), new DescribeSnapshotsRequest { SnapshotIds = [snapshot] }).Snapshots!);

    /// <summary>Registers an image of a new snapshot.</summary>
    public string Register(string name, string? snapshot = null) =>
        Rig.Run(new RegisterImage(), Order(name, snapshot ?? Take(Volume()).SnapshotId!)).ImageId!;

    /// <summary>An order for an image of a snapshot.</summary>
    public static RegisterImageRequest Order(string name, string snapshot) => new()
    {
        Name = name,
        Architecture = ArchitectureValues.X8664,
        VirtualizationType = "hvm",
        EnaSupport = true,
        RootDeviceName = "/dev/xvda",
        BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { SnapshotId = snapshot } }],
    };

    /// <summary>An image as it is now.</summary>
    public Image Image(string id) => Assert.Single(Rig.Run(
        new DescribeImages(), new DescribeImagesRequest { ImageIds = [id] }).Images!);

    /// <summary>Lets an account launch an image.</summary>
    public void Share(string image, params string[] users) => Rig.Run(new ModifyImageAttribute(), new()
    {
        ImageId = image, OperationType = OperationType.Add, UserIds = users,
    });

    /// <summary>Lets everybody launch an image.</summary>
    public void Publish(string image) => Rig.Run(new ModifyImageAttribute(), new()
    {
        ImageId = image, LaunchPermission = new() { Add = [new() { Group = PermissionGroup.All }] },
    });

    /// <summary>A public image of the catalogue.</summary>
    public Image Listed() => Rig.Run(new DescribeImages(), new DescribeImagesRequest
    {
        Owners = ["amazon"], Filters = [new() { Name = "name", Values = ["al2023-ami-*x86_64"] }],
    }).Images![0];

    private void Attach(string volume, string instance, string device) => Rig.Do(call =>
    {
        var record = call.Read(VolumeTables.Volumes).Find(new(volume))!;
        ImmutableArray<VolumeAttachmentRecord> attached =
            [new() { InstanceId = new(instance), Device = device, AttachTime = call.Now, DeleteOnTermination = true }];
        call.Write(VolumeTables.Volumes).Put(record with { Attachments = attached });
        return true;
    });
}
