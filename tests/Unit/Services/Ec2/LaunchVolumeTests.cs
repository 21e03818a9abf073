using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Fleets;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Services.Ec2.Operations.Volumes;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>The volumes that launches make, and what becomes of them.</summary>
public sealed class LaunchVolumeTests
{
    [Fact]
    public void An_image_of_the_catalogue_gives_its_root_volume()
    {
        var cloud = Fleet.Slow();
        var image = cloud.ImageNamed("al2023-ami-*-x86_64");
        var launched = cloud.Launch(Fleet.One() with { ImageId = image.ImageId });
        Assert.Equal("/dev/xvda", launched.RootDeviceName);
        var mapping = Assert.Single(launched.BlockDeviceMappings!);
        Assert.Equal(
            ("/dev/xvda", true, AttachmentStatus.Attaching),
            (mapping.DeviceName, mapping.Ebs!.DeleteOnTermination, mapping.Ebs.Status));
        cloud.Advance(TimeSpan.FromMinutes(1));
        var volume = cloud.DiskOf(mapping.Ebs.VolumeId!);
        Assert.Equal(
            (8, VolumeType.Gp3, 3000, VolumeState.InUse, Disks.Zone),
            (volume.Size, volume.VolumeType, volume.Iops, volume.State, volume.AvailabilityZone));
        Assert.Equal(VolumeAttachmentState.Attached, Assert.Single(volume.Attachments!).State);
        Assert.Equal([volume.VolumeId!], cloud.DisksFound("attachment.instance-id", launched.InstanceId!));
    }

    // EC2 User Guide, "Block device mappings for volumes on Amazon EC2 instances".
    [Fact]
    public void A_launch_lays_its_devices_over_those_of_the_image()
    {
        var devices = BlockDevices.Merge(
            "/dev/xvda",
            [
                new() { Device = "/dev/xvda", Size = 8, Type = VolumeType.Gp2, FirstBytes = 7 },
                new() { Device = "/dev/sdb", Size = 9, Type = VolumeType.Io1, Iops = 200, DeleteOnTermination = false },
                new() { Device = "/dev/sdc", Size = 10 },
                new() { Device = "/dev/sdd", VirtualName = "ephemeral0" },
            ],
            [
                new() { DeviceName = "/dev/sdf", Ebs = new() { VolumeSize = 5, DeleteOnTermination = false } },
                new() { DeviceName = "xvda", Ebs = new() { VolumeSize = 20, VolumeType = VolumeType.Gp3 } },
                new() { DeviceName = "/dev/sdc", NoDevice = "" },
                new() { DeviceName = "/dev/sdb", Ebs = new() { Encrypted = true } },
            ]);
        Assert.Equal(
            [
                new("/dev/xvda", new() { Size = 20, Type = VolumeType.Gp3, Encrypted = false, FirstBytes = 7 }, true),
                new("/dev/sdb", new() { Size = 9, Type = VolumeType.Io1, Iops = 200, Encrypted = true }, false),
                new("/dev/sdf", new() { Size = 5 }, false),
            ],
            devices);
    }

    [Fact]
    public void Devices_that_cannot_be_are_refused_and_nothing_is_launched()
    {
        var cloud = Fleet.New();
        BlockDeviceMapping At(string device, EbsBlockDevice? ebs) => new() { DeviceName = device, Ebs = ebs };
        (BlockDeviceMapping[] Mappings, string Code)[] rows =
        [
            ([At("/dev/xvda", new() { VolumeSize = 7 })], "InvalidBlockDeviceMapping"),
            ([new() { DeviceName = "/dev/xvda", NoDevice = "" }], "InvalidBlockDeviceMapping"),
            ([At("/dev/sdb", new() { VolumeSize = 7 }), At("sdb", new() { VolumeSize = 8 })],
                "InvalidBlockDeviceMapping"),
            ([At("/dev/sdb", new())], "MissingParameter"),
            ([At("/dev/sdb", null)], "MissingParameter"),
            ([new() { Ebs = new() { VolumeSize = 1 } }], "MissingParameter"),
            ([At("sda/1", new() { VolumeSize = 7 })], "InvalidParameterValue"),
            ([At("/dev/sdb", new() { SnapshotId = "snap-0123456789abcdef0" })], "InvalidSnapshot.NotFound"),
            ([At("/dev/sdb", new() { VolumeSize = 8, VolumeType = VolumeType.Io1 })], "MissingParameter"),
            ([At("/dev/sdb", new() { VolumeSize = 8, AvailabilityZone = Disks.Zone })], "UnsupportedOperation"),
            ([At("/dev/xvda", new() { VolumeSize = 200, VolumeType = VolumeType.St1 })],
                "InvalidParameterCombination"),
            ([At("/dev/sdb", new() { VolumeSize = 8, KmsKeyId = "x" })], "InvalidParameterDependency"),
        ];
        Assert.All(rows, row => Assert.Equal(row.Code, cloud.Refused(
            new RunInstances(), Fleet.One() with { BlockDeviceMappings = row.Mappings })));
        Assert.Empty(cloud.Run(new DescribeInstances(), new DescribeInstancesRequest()).Reservations!);
        Assert.Empty(cloud.Run(new DescribeVolumes(), new DescribeVolumesRequest()).Volumes!);
    }

    [Fact]
    public void Storage_that_the_quota_does_not_leave_keeps_the_launch_from_happening()
    {
        var cloud = Cloud.New(quotas: [("L-1216C47A", 1000), ("L-D18FCD1D", 1)]);
        RunInstancesRequest Of(int count) => Fleet.One() with { MinCount = count, MaxCount = count };
        Assert.Equal("VolumeLimitExceeded", cloud.Refused(new RunInstances(), Of(129)));
        cloud.Run(new RunInstances(), Of(128));
        Assert.Equal("VolumeLimitExceeded", cloud.Refused(new RunInstances(), Of(1)));
        Assert.Equal("VolumeLimitExceeded", cloud.Refused(new CreateVolume(), Disks.Ten));
    }

    [Fact]
    public void Terminating_deletes_what_goes_with_the_instance_and_frees_the_rest()
    {
        var cloud = Fleet.Slow();
        var launched = cloud.Launch(Fleet.One() with
        {
            BlockDeviceMappings =
            [
                new() { DeviceName = "/dev/sdb", Ebs = new() { VolumeSize = 1, DeleteOnTermination = false } },
                new() { DeviceName = "/dev/sdc", Ebs = new() { VolumeSize = 2 } },
                new() { DeviceName = "/dev/sdd", Ebs = new() { VolumeSize = 3 } },
            ],
            TagSpecifications =
                [new() { ResourceType = ResourceType.Volume, Tags = [new() { Key = "of", Value = "launch" }] }],
        }).InstanceId!;
        cloud.Advance(TimeSpan.FromMinutes(1));
        var attached = cloud.Disk();
        cloud.Advance(TimeSpan.FromMinutes(1));
        cloud.AttachDisk(attached, launched, "/dev/sdf");
        Assert.Equal(4, cloud.DisksFound("tag:of", "launch").Count);
        cloud.Modify(new()
        {
            InstanceId = launched,
            BlockDeviceMappings = [new() { DeviceName = "/dev/sdd", Ebs = new() { DeleteOnTermination = false } }],
        });
        Assert.Equal("InvalidInstanceAttributeValue", cloud.Refused(new ModifyInstanceAttribute(), new()
        {
            InstanceId = launched, BlockDeviceMappings = [new() { DeviceName = "/dev/sdz" }],
        }));
        Assert.Equal("UnsupportedOperation", cloud.Refused(new ModifyInstanceAttribute(), new()
        {
            InstanceId = launched, BlockDeviceMappings = [new() { DeviceName = "/dev/sdd", NoDevice = "" }],
        }));
        Assert.Equal([false, false, true], new[] { "/dev/sdb", "/dev/sdd", "/dev/sdc" }.Select(device =>
            cloud.DiskOf(cloud.DiskAt(launched, device)).Attachments![0].DeleteOnTermination));
        Assert.Equal(5, cloud.Run(new DescribeInstanceAttribute(), new()
        {
            InstanceId = launched, Attribute = InstanceAttributeName.BlockDeviceMapping,
        }).BlockDeviceMappings!.Count);
        var stay = new[] { attached, cloud.DiskAt(launched, "/dev/sdb"), cloud.DiskAt(launched, "/dev/sdd") };
        cloud.Terminate(launched);
        Assert.Equal(5, cloud.Run(new DescribeVolumes(), new DescribeVolumesRequest()).Volumes!.Count);
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(stay.Order(StringComparer.Ordinal), cloud.DisksFound("status", "available"));
        Assert.Equal(3, cloud.Run(new DescribeVolumes(), new DescribeVolumesRequest()).Volumes!.Count);
        Assert.Empty(cloud.Instance(launched).BlockDeviceMappings!);
        Assert.All(stay, id => Assert.Null(cloud.DiskRecord(id)!.WritingSince));
    }

    [Fact]
    public void A_stop_keeps_all_volumes_for_the_next_start()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        var root = cloud.DiskAt(id, "/dev/xvda");
        cloud.Stop(id);
        Assert.Equal(VolumeState.InUse, cloud.DiskOf(root).State);
        cloud.Start(id);
        Assert.Equal(root, cloud.DiskAt(id, "/dev/xvda"));
    }

    [Fact]
    public void Templates_and_overrides_of_fleets_name_volumes_too()
    {
        var cloud = Fleet.New();
        var template = cloud.Run(new CreateLaunchTemplate(), new()
        {
            LaunchTemplateName = "web",
            LaunchTemplateData = new()
            {
                ImageId = Fleet.Image, InstanceType = InstanceType.T3Micro,
                BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { VolumeSize = 30 } }],
            },
        }).LaunchTemplate!.LaunchTemplateId;
        var launched = cloud.Launch(new RunInstancesRequest
        {
            MinCount = 1, MaxCount = 1, LaunchTemplate = new() { LaunchTemplateId = template },
            BlockDeviceMappings = [new() { DeviceName = "/dev/sdb", Ebs = new() { VolumeSize = 3 } }],
        }).InstanceId!;
        Assert.Equal(30, cloud.DiskOf(cloud.DiskAt(launched, "/dev/xvda")).Size);
        Assert.Equal(3, cloud.DiskOf(cloud.DiskAt(launched, "/dev/sdb")).Size);
        Assert.Equal([("/dev/sdb", 3), ("/dev/xvda", 30)], cloud.Run(
            new GetLaunchTemplateData(), new() { InstanceId = launched }).LaunchTemplateData!.BlockDeviceMappings!
            .Select(m => (m.DeviceName!, m.Ebs!.VolumeSize!.Value)));
        var request = new CreateFleetRequest
        {
            Type = FleetType.Instant,
            LaunchTemplateConfigs =
            [
                new()
                {
                    LaunchTemplateSpecification = new() { LaunchTemplateId = template, Version = "1" },
                    Overrides =
                    [
                        new()
                        {
                            BlockDeviceMappings =
                                [new() { DeviceName = "/dev/xvda", Ebs = new() { VolumeSize = 40 } }],
                        },
                    ],
                },
            ],
            TargetCapacitySpecification = new()
            {
                TotalTargetCapacity = 1, DefaultTargetCapacityType = DefaultTargetCapacityType.OnDemand,
            },
        };
        var fleet = cloud.Run(new CreateFleet(), request);
        var one = Assert.Single(Assert.Single(fleet.Instances!).InstanceIds!);
        Assert.Equal(40, cloud.DiskOf(cloud.DiskAt(one, "/dev/xvda")).Size);
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            new CreateFleet(), request with { Type = FleetType.Request }));
    }

    [Fact]
    public void An_image_of_ones_own_gives_its_volumes_with_what_is_in_them()
    {
        var cloud = Fleet.New();
        cloud.Do(call =>
        {
            call.Write(VolumeTables.Snapshots).Put(new SnapshotRecord
            {
                Id = new("snap-0123456789abcdef0"), OwnerId = call.Account, Lineage = "vol-0123456789abcdef0",
                VolumeId = "vol-0123456789abcdef0", VolumeSize = 20,
                State = SnapshotState.Completed, StartTime = call.Now, DueTime = call.Now, FullBytes = 2000L << 20,
                WrittenBytes = 0,
            });
            call.Write(VolumeTables.Images).Put(new ImageRecord
            {
                Id = new(Fleet.Image), OwnerId = call.Account, Name = "mine", Architecture = "x86_64",
                RootDevice = "/dev/sda1", CreationDate = "2026-01-01T00:00:00.000Z",
                Devices =
                [
                    new()
                    {
                        Device = "/dev/sda1", SnapshotId = "snap-0123456789abcdef0", Size = 20,
                        Type = VolumeType.Gp3, DeleteOnTermination = false,
                    },
                ],
                Users = ["210987654321"],
            });
            return true;
        });
        var instance = cloud.Launch();
        Assert.Equal("/dev/sda1", cloud.Instance(instance).RootDeviceName);
        var root = cloud.DiskAt(instance, "/dev/sda1");
        Assert.Equal("snap-0123456789abcdef0", cloud.DiskOf(root).SnapshotId);
        Assert.Equal(2000L << 20, WrittenBytes.Full(cloud.DiskRecord(root)!, cloud.Ask(call => call.Now)));
        cloud.Terminate(instance);
        Assert.Equal(VolumeState.Available, cloud.DiskOf(root).State);
        var other = cloud.In("eu-west-1", "210987654321");
        Assert.Equal(20, other.DiskOf(other.DiskAt(other.Launch(), "/dev/sda1")).Size);
        var stranger = cloud.In("eu-west-1", "310987654321");
        Assert.Equal("AuthFailure", Cloud.Refusal(() => stranger.Launch()));
    }
}
