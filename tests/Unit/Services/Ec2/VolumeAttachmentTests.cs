using Orrery.Services.Ec2.Operations.Tags;
using Orrery.Services.Ec2.Operations.Volumes;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Catalog;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Volumes that instances have.</summary>
public sealed class VolumeAttachmentTests
{
    [Fact]
    public void A_volume_is_attached_and_taken_away_again()
    {
        var cloud = Fleet.Slow();
        var (disk, instance) = (cloud.Disk(), cloud.Launch());
        Assert.Equal("IncorrectState", cloud.Refused(
            new AttachVolume(), Disks.Attachment(disk, instance, "/dev/sdf")));
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(VolumeAttachmentState.Attaching, cloud.AttachDisk(disk, instance, "/dev/sdf").State);
        var volume = cloud.DiskOf(disk);
        Assert.Equal(
            (VolumeState.InUse, VolumeAttachmentState.Attaching),
            (volume.State, Assert.Single(volume.Attachments!).State));
        cloud.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(VolumeAttachmentState.Attached, cloud.DiskOf(disk).Attachments![0].State);
        Assert.Equal([disk], cloud.DisksFound("attachment.device", "/dev/sdf"));
        Assert.Equal(
            (disk, false), cloud.Instance(instance).BlockDeviceMappings!.Where(m => m.DeviceName == "/dev/sdf")
                .Select(m => (m.Ebs!.VolumeId, m.Ebs.DeleteOnTermination)).Single());
        Assert.Equal([instance], cloud.Found("block-device-mapping.volume-id", disk));
        Assert.Equal("VolumeInUse", cloud.Refused(new DeleteVolume(), new() { VolumeId = disk }));
        Assert.Equal(
            VolumeAttachmentState.Detaching, cloud.Run(new DetachVolume(), new() { VolumeId = disk }).State);
        Assert.Equal("IncorrectState", cloud.Refused(new DetachVolume(), new() { VolumeId = disk }));
        cloud.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(VolumeState.Available, cloud.DiskOf(disk).State);
        Assert.Equal("IncorrectState", cloud.Refused(new DetachVolume(), new() { VolumeId = disk }));
    }

    // "Error codes for the Amazon EC2 API" and what users of AWS report.
    [Fact]
    public void What_cannot_be_attached_is_refused_with_the_code_of_aws()
    {
        var cloud = Fleet.New();
        var (disk, instance) = (cloud.Disk(), cloud.Launch());
        var far = cloud.Disk(Disks.Ten with { AvailabilityZone = "eu-west-1b" });
        var other = cloud.Launch();
        cloud.AttachDisk(disk, instance, "/dev/sdf");
        var ended = cloud.Launch();
        cloud.Terminate(ended);
        (string Volume, string Instance, string Device, string Code)[] rows =
        [
            (disk, other, "/dev/sdf", "VolumeInUse"),
            (disk, instance, "/dev/sdg", "VolumeInUse"),
            (far, instance, "/dev/sdg", "InvalidVolume.ZoneMismatch"),
            (cloud.Disk(), instance, "/dev/sdf", "InvalidParameterValue"),
            (cloud.Disk(), instance, "xvda", "InvalidParameterValue"),
            (cloud.Disk(), instance, "nvme0", "InvalidParameterValue"),
            (cloud.Disk(), ended, "/dev/sdf", "IncorrectState"),
            ("vol-0123456789abcdef0", instance, "/dev/sdg", "InvalidVolume.NotFound"),
            (far, "i-0123456789abcdef0", "/dev/sdg", "InvalidInstanceID.NotFound"),
        ];
        Assert.All(rows, row => Assert.Equal(row.Code, cloud.Refused(
            new AttachVolume(), Disks.Attachment(row.Volume, row.Instance, row.Device))));
        Assert.Equal("InvalidAttachment.NotFound", cloud.Refused(
            new DetachVolume(), new() { VolumeId = disk, InstanceId = other }));
        Assert.Equal("InvalidAttachment.NotFound", cloud.Refused(
            new DetachVolume(), new() { VolumeId = disk, Device = "/dev/sdg" }));
    }

    // EC2 API Reference, DetachVolume: the root volume while the instance is stopped only.
    [Fact]
    public void A_root_volume_is_taken_from_a_stopped_instance_only_and_missed_at_its_start()
    {
        var cloud = Fleet.New();
        var instance = cloud.Launch();
        var root = cloud.DiskAt(instance, "/dev/xvda");
        Assert.Equal("OperationNotPermitted", cloud.Refused(
            new DetachVolume(), new() { VolumeId = root, Force = true }));
        cloud.Stop(instance);
        cloud.Run(new DetachVolume(), new() { VolumeId = root });
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => cloud.Start(instance)));
        cloud.AttachDisk(root, instance, "/dev/xvda");
        cloud.Start(instance);
        Assert.Equal(InstanceStateName.Running, cloud.StateOf(instance));
    }

    // Amazon EBS User Guide, "Attach an EBS volume to multiple EC2 instances using EBS Multi-Attach".
    [Fact]
    public void A_Multi_Attach_volume_is_had_by_several_instances_of_nitro()
    {
        var cloud = Fleet.New();
        var disk = cloud.Disk(Disks.Ten with
        {
            VolumeType = VolumeType.Io2, Iops = 500, MultiAttachEnabled = true,
        });
        var (first, second) = (cloud.Launch(), cloud.Launch());
        cloud.AttachDisk(disk, first, "/dev/sdf");
        cloud.AttachDisk(disk, second, "/dev/sdg");
        Assert.Equal(2, cloud.DiskOf(disk).Attachments!.Count);
        Assert.Equal("VolumeInUse", cloud.Refused(new AttachVolume(), Disks.Attachment(disk, first, "/dev/sdh")));
        Assert.Equal("MissingParameter", cloud.Refused(new DetachVolume(), new() { VolumeId = disk }));
        var xen = cloud.Launch(Fleet.One() with { InstanceType = InstanceType.T2Micro }).InstanceId!;
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            new AttachVolume(), Disks.Attachment(disk, xen, "/dev/sdf")));
        cloud.Run(new DetachVolume(), new() { VolumeId = disk, InstanceId = first });
        Assert.Equal(second, Assert.Single(cloud.DiskOf(disk).Attachments!).InstanceId);
    }

    // EBS User Guide, "Amazon EBS volume limits for Amazon EC2 instances"; DescribeInstanceTypes.
    [Theory]
    [InlineData("t3.micro", 1, 27)]
    [InlineData("t3.micro", 2, 26)]
    [InlineData("m7i.large", 3, 32)]
    [InlineData("m7i.48xlarge", 1, 128)]
    [InlineData("r7a.16xlarge", 1, 48)]
    [InlineData("m5d.4xlarge", 1, 25)]
    [InlineData("c5.metal", 2, 31)]
    [InlineData("m8i.large", 3, 32)]
    [InlineData("p5.48xlarge", 1, 64)]
    [InlineData("d3.8xlarge", 1, 3)]
    [InlineData("g4dn.xlarge", 2, 24)]
    [InlineData("t2.micro", 1, null)]
    public void How_many_volumes_an_instance_may_have_depends_on_its_type(string type, int interfaces, int? most) =>
        Assert.Equal(most, AttachmentLimits.Of(InstanceTypeCatalog.Get(type), interfaces));

    [Fact]
    public void More_volumes_than_a_type_has_places_for_are_refused()
    {
        var cloud = Fleet.New();
        var instance = cloud.Launch();
        for (var letter = 'b'; letter <= 'z'; letter++)
        {
            cloud.AttachDisk(cloud.Disk(), instance, $"/dev/sd{letter}");
        }

        cloud.AttachDisk(cloud.Disk(), instance, "/dev/xvdb");
        Assert.Equal("AttachmentLimitExceeded", cloud.Refused(
            new AttachVolume(), Disks.Attachment(cloud.Disk(), instance, "/dev/xvdc")));
    }

    [Fact]
    public void A_volume_is_written_to_while_its_instance_is_up_at_the_rate_that_a_tag_declares()
    {
        var cloud = Fleet.New();
        var (disk, instance) = (cloud.Disk(), cloud.Launch());
        long Mib() => WrittenBytes.Written(cloud.DiskRecord(disk)!, cloud.Ask(c => c.Now)) >> 20;
        void Rate(string rate) => cloud.Run(new CreateTags(), new()
        {
            Resources = [disk], Tags = [new() { Key = "orrery:write-mib-per-hour", Value = rate }],
        });
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, Mib());
        cloud.AttachDisk(disk, instance, "/dev/sdf");
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal(16, Mib());
        Rate("100");
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal(116, Mib());
        cloud.Stop(instance);
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal(116, Mib());
        cloud.Start(instance);
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal(216, Mib());
        cloud.Run(new DeleteTags(), new() { Resources = [disk] });
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal(232, Mib());
        cloud.Run(new DetachVolume(), new() { VolumeId = disk });
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal(232, Mib());
    }
}
