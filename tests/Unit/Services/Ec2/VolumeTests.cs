using Orrery.Contracts.Instances;
using Orrery.Services.Ec2.Operations.Tags;
using Orrery.Services.Ec2.Operations.Volumes;
using Orrery.Services.Ec2.Ports;
using Orrery.Services.Ec2;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Volumes: made, listed, encrypted, deleted.</summary>
public sealed class VolumeTests
{
    [Fact]
    public void A_volume_is_creating_then_available_then_deleting_then_gone()
    {
        var cloud = Fleet.Slow();
        var made = cloud.Run(new CreateVolume(), Disks.Ten with { VolumeType = VolumeType.Gp3 });
        Assert.Equal((VolumeState.Creating, 3000, 125), (made.State, made.Iops, made.Throughput));
        Assert.Equal("IncorrectState", cloud.Refused(new DeleteVolume(), new() { VolumeId = made.VolumeId }));
        Assert.Equal(VolumeStatusInfoStatus.InsufficientData, Status(cloud).VolumeStatus!.Status);
        cloud.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(VolumeState.Available, cloud.DiskOf(made.VolumeId!).State);
        Assert.Equal(VolumeStatusInfoStatus.Ok, Status(cloud).VolumeStatus!.Status);
        cloud.Run(new DeleteVolume(), new() { VolumeId = made.VolumeId });
        Assert.Equal(VolumeState.Deleting, cloud.DiskOf(made.VolumeId!).State);
        Assert.Equal("IncorrectState", cloud.Refused(new DeleteVolume(), new() { VolumeId = made.VolumeId }));
        cloud.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("InvalidVolume.NotFound", cloud.Refused(
            new DescribeVolumes(), new DescribeVolumesRequest { VolumeIds = [made.VolumeId!] }));
    }

    [Fact]
    public void A_volume_stalls_while_its_instance_cannot_reach_its_volumes_and_is_well_again_when_that_is_mended()
    {
        var cloud = Fleet.New();
        var instance = cloud.Launch();
        var (told, untold) = (
            cloud.Disk(Disks.Ten with { VolumeType = VolumeType.Gp3 }),
            cloud.Disk(Disks.Ten with { VolumeType = VolumeType.Gp2 }));
        cloud.AttachDisk(told, instance, "/dev/sdf");
        cloud.AttachDisk(untold, instance, "/dev/sdg");
        Assert.Equal((VolumeStatusInfoStatus.Ok, "normal"), At(told));
        cloud.Do(call => new ImpairmentDesk().Impair(call, instance, CheckKind.Ebs, null, isSilent: false));
        Assert.Equal((VolumeStatusInfoStatus.Impaired, "stalled"), At(told));
        Assert.Equal((VolumeStatusInfoStatus.Ok, "not-applicable"), At(untold));
        Assert.Contains(told, Found("impaired"));
        cloud.Do(call => new ImpairmentDesk().Mend(call, instance));
        Assert.Equal((VolumeStatusInfoStatus.Ok, "normal"), At(told));
        Assert.Empty(Found("impaired"));

        (VolumeStatusInfoStatus, string) At(string id)
        {
            var status = Assert.Single(
                cloud.Run(new DescribeVolumeStatus(), new() { VolumeIds = [id] }).VolumeStatuses!).VolumeStatus!;
            var performance = status.Details!.Single(d => d.Name == VolumeStatusName.IoPerformance);
            return (status.Status!.Value, performance.Status!);
        }

        IEnumerable<string> Found(string status) => cloud.Run(new DescribeVolumeStatus(), new()
        {
            Filters = [new() { Name = "volume-status.status", Values = [status] }],
        }).VolumeStatuses!.Select(v => v.VolumeId!);
    }

    // AWS KMS Developer Guide, "Multi-Region keys": mrk- and 32 hexadecimal digits.
    [Theory]
    [InlineData("mrk-1234abcd12ab34cd56ef1234567890ab", true)]
    [InlineData("mrk-1234ABCD12ab34cd56ef1234567890ab", false)]
    [InlineData("mrk-1234:bcd12ab34cd56ef1234567890ab", false)]
    public void Multi_Region_keys_are_known_by_their_form(string key, bool isKey)
    {
        var cloud = Fleet.New();
        var request = Disks.Ten with { Encrypted = true, KmsKeyId = key };
        if (isKey)
        {
            Assert.EndsWith($":key/{key}", cloud.DiskOf(cloud.Disk(request)).KmsKeyId);
        }
        else
        {
            Assert.Equal("InvalidParameterValue", cloud.Refused(new CreateVolume(), request));
        }
    }

    // EC2 API Reference, CreateVolume; codes: "Error codes for the Amazon EC2 API".
    [Fact]
    public void What_cannot_be_made_is_refused_and_leaves_nothing()
    {
        var cloud = Fleet.New();
        (CreateVolumeRequest Request, string Code)[] rows =
        [
            (new() { Size = 10 }, "MissingParameter"),
            (new() { AvailabilityZone = Disks.Zone }, "MissingParameter"),
            (Disks.Ten with { AvailabilityZone = "eu-west-1z" }, "InvalidZone.NotFound"),
            (Disks.Ten with { AvailabilityZoneId = "euw1-az1" }, "InvalidParameterCombination"),
            (Disks.Ten with { OutpostArn = "arn:aws:outposts:x" }, "UnsupportedOperation"),
            (Disks.Ten with { SnapshotId = "snap-0123456789abcdef0" }, "InvalidSnapshot.NotFound"),
            (Disks.Ten with { SnapshotId = "snap" }, "InvalidSnapshotID.Malformed"),
            (Disks.Ten with { KmsKeyId = Key }, "InvalidParameterDependency"),
            (Disks.Ten with { Encrypted = true, KmsKeyId = "alias/mine" }, "UnsupportedOperation"),
            (Disks.Ten with { Encrypted = true, KmsKeyId = "?" }, "InvalidParameterValue"),
            (Disks.Ten with { VolumeInitializationRate = 100 }, "InvalidParameterCombination"),
        ];
        Assert.All(rows, row => Assert.Equal(row.Code, cloud.Refused(new CreateVolume(), row.Request)));
        Assert.Empty(cloud.Run(new DescribeVolumes(), new DescribeVolumesRequest()).Volumes!);
    }

    // Amazon EBS endpoints and quotas (storage in TiB by type, IOPS).
    [Fact]
    public void Quotas_hold_storage_and_provisioned_iops_by_type()
    {
        var cloud = Cloud.New(quotas: [("L-D18FCD1D", 1), ("L-B3A130E6", 1000)]);
        var first = cloud.Disk(Disks.Ten with { Size = 1000 });
        Assert.Equal("VolumeLimitExceeded", cloud.Refused(new CreateVolume(), Disks.Ten with { Size = 25 }));
        cloud.Disk(Disks.Ten with { Size = 24 });
        cloud.Disk(Disks.Ten with { VolumeType = VolumeType.Gp3, Size = 25 });
        cloud.Run(new DeleteVolume(), new() { VolumeId = first });
        cloud.Disk(Disks.Ten with { Size = 1000 });
        var fast = Disks.Ten with { VolumeType = VolumeType.Io1, Size = 20, Iops = 600 };
        cloud.Disk(fast);
        Assert.Equal("MaxIOPSLimitExceeded", cloud.Refused(new CreateVolume(), fast));
    }

    // EC2 API Reference, DescribeVolumes (Filters).
    [Fact]
    public void Volumes_are_found_by_what_they_are()
    {
        var cloud = Fleet.New();
        var id = cloud.Disk(Disks.Ten with
        {
            VolumeType = VolumeType.Io2, Iops = 500, MultiAttachEnabled = true, Encrypted = true,
            TagSpecifications =
                [new() { ResourceType = ResourceType.Volume, Tags = [new() { Key = "of", Value = "db" }] }],
        });
        cloud.Disk(Disks.Ten with { Size = 11, AvailabilityZone = "eu-west-1b" });
        var volume = cloud.DiskOf(id);
        (string Name, string Value)[] rows =
        [
            ("availability-zone", Disks.Zone), ("availability-zone-id", volume.AvailabilityZoneId!), ("size", "10"),
            ("encrypted", "true"), ("multi-attach-enabled", "true"), ("volume-type", "io2"), ("volume-id", id),
            ("tag:of", "db"), ("tag-key", "of"),
        ];
        Assert.All(rows, row => Assert.Equal([id], cloud.DisksFound(row.Name, row.Value)));
        Assert.Equal(2, cloud.DisksFound("status", "available").Count);
        Assert.Equal(2, cloud.DisksFound("create-time", "2026-01-01T00:00:00.000Z").Count);
        Assert.Equal(2, cloud.DisksFound("fast-restored", "false").Count);
        Assert.Empty(cloud.DisksFound("attachment.status", "attached"));
        Assert.Empty(cloud.DisksFound("snapshot-id", "snap-*"));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => cloud.DisksFound("nothing", "x")));
        var page = cloud.Run(new DescribeVolumes(), new DescribeVolumesRequest { MaxResults = 1 });
        Assert.Single(page.Volumes!);
        Assert.Single(cloud.Run(
            new DescribeVolumes(), new DescribeVolumesRequest { NextToken = page.NextToken }).Volumes!);
    }

    // Amazon EBS User Guide, "Enable Amazon EBS encryption by default".
    [Fact]
    public void Encryption_by_default_encrypts_what_is_made_from_then_on()
    {
        var cloud = Fleet.New();
        var plain = cloud.Disk();
        Assert.Equal("alias/aws/ebs", cloud.Run(new GetEbsDefaultKmsKeyId(), new()).KmsKeyId);
        Assert.True(cloud.Run(new EnableEbsEncryptionByDefault(), new()).EbsEncryptionByDefault);
        Assert.True(cloud.Run(new GetEbsEncryptionByDefault(), new()).EbsEncryptionByDefault);
        var first = cloud.DiskOf(cloud.Disk(Disks.Ten with { Encrypted = false }));
        Assert.True(first.Encrypted);
        Assert.StartsWith("arn:aws:kms:eu-west-1:123456789012:key/", first.KmsKeyId, StringComparison.Ordinal);
        Assert.Equal(
            $"arn:aws:kms:eu-west-1:123456789012:key/{Key}",
            cloud.Run(new ModifyEbsDefaultKmsKeyId(), new() { KmsKeyId = Key }).KmsKeyId);
        Assert.EndsWith(Key, cloud.DiskOf(cloud.Disk()).KmsKeyId, StringComparison.Ordinal);
        var root = cloud.DiskAt(cloud.Launch(), "/dev/xvda");
        Assert.EndsWith(Key, cloud.DiskOf(root).KmsKeyId, StringComparison.Ordinal);
        cloud.Run(new ResetEbsDefaultKmsKeyId(), new());
        Assert.Equal(first.KmsKeyId, cloud.DiskOf(cloud.Disk()).KmsKeyId);
        Assert.False(cloud.Run(new DisableEbsEncryptionByDefault(), new()).EbsEncryptionByDefault);
        Assert.False(cloud.DiskOf(cloud.Disk()).Encrypted);
        Assert.False(cloud.DiskOf(plain).Encrypted);
        Assert.False(cloud.In("eu-west-2").Run(new GetEbsEncryptionByDefault(), new()).EbsEncryptionByDefault);
    }

    [Fact]
    public void A_volume_of_a_snapshot_is_as_large_and_encrypted_as_it_at_least()
    {
        var cloud = Fleet.New();
        var snapshot = Snapshot(cloud, "snap-0123456789abcdef0");
        var volume = cloud.DiskOf(cloud.Disk(new() { AvailabilityZone = Disks.Zone, SnapshotId = snapshot }));
        Assert.Equal((20, true, snapshot), (volume.Size, volume.Encrypted, volume.SnapshotId));
        Assert.EndsWith(Key, volume.KmsKeyId, StringComparison.Ordinal);
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new CreateVolume(), Disks.Ten with { SnapshotId = snapshot }));
        Assert.Equal("InvalidSnapshot.NotFound", cloud.In("eu-west-1", "210987654321").Refused(
            new CreateVolume(), new() { AvailabilityZone = Disks.Zone, SnapshotId = snapshot }));
        Snapshot(cloud, snapshot, "210987654321");
        var other = cloud.In("eu-west-1", "210987654321");
        Assert.Equal(21, other.DiskOf(other.Disk(
            new() { AvailabilityZone = Disks.Zone, SnapshotId = snapshot, Size = 21 })).Size);
        var rated = cloud.Disk(new()
        {
            AvailabilityZone = Disks.Zone, SnapshotId = snapshot, VolumeInitializationRate = 100,
        });
        InitializationStatusDetails At() => cloud.Run(new DescribeVolumeStatus(), new() { VolumeIds = [rated] })
            .VolumeStatuses![0].InitializationStatusDetails!;
        Assert.Equal((0, 20), (At().Progress, At().EstimatedTimeToCompleteInSeconds));
        cloud.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((25, 15), (At().Progress, At().EstimatedTimeToCompleteInSeconds));
        cloud.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal((100, 0), (At().Progress, At().EstimatedTimeToCompleteInSeconds));
    }

    [Fact]
    public void Attributes_and_tags_are_kept_and_go_with_the_volume()
    {
        var cloud = Fleet.New();
        var id = cloud.Disk();
        cloud.Run(new ModifyVolumeAttribute(), new() { VolumeId = id, AutoEnableIO = new() { Value = true } });
        Assert.True(cloud.Run(new DescribeVolumeAttribute(), new()
        {
            VolumeId = id, Attribute = VolumeAttributeName.AutoEnableIO,
        }).AutoEnableIO!.Value);
        Assert.Equal("MissingParameter", cloud.Refused(new ModifyVolumeAttribute(), new() { VolumeId = id }));
        cloud.Run(new EnableVolumeIO(), new() { VolumeId = id });
        Assert.Equal("InvalidVolumeID.Malformed", cloud.Refused(new EnableVolumeIO(), new() { VolumeId = "vol" }));
        cloud.Run(new CreateTags(), new() { Resources = [id], Tags = [new() { Key = "k", Value = "v" }] });
        Assert.Equal("volume", Assert.Single(cloud.Run(new DescribeTags(), new()).Tags!).ResourceType!.Value.ToWire());
        cloud.Run(new DeleteVolume(), new() { VolumeId = id });
        Assert.Empty(cloud.Run(new DescribeTags(), new()).Tags!);
    }

    private const string Key = "1234abcd-12ab-34cd-56ef-1234567890ab";

    private static VolumeStatusItem Status(Cloud cloud) =>
        Assert.Single(cloud.Run(new DescribeVolumeStatus(), new()).VolumeStatuses!);

    private static string Snapshot(Cloud cloud, string id, params string[] users) => cloud.Do(call =>
    {
        call.Write(VolumeTables.Snapshots).Put(new()
        {
            Id = new(id), OwnerId = call.Account, Lineage = "vol-0123456789abcdef0",
            VolumeId = "vol-0123456789abcdef0", VolumeSize = 20, State = SnapshotState.Completed,
            StartTime = call.Now, DueTime = call.Now, FullBytes = 2000L << 20, WrittenBytes = 0, Encrypted = true,
            KmsKeyId = $"arn:aws:kms:eu-west-1:123456789012:key/{Key}", Users = [.. users],
        });
        return id;
    });
}
