using Orrery.Services.Ec2.Operations.Volumes;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Volumes that change.</summary>
public sealed class VolumeModificationTests
{
    // Amazon EBS User Guide, "Monitor the progress of Amazon EBS volume modifications".
    [Fact]
    public void A_change_is_modifying_then_optimizing_then_completed()
    {
        var cloud = Fleet.Slow();
        var id = cloud.Disk();
        cloud.Advance(TimeSpan.FromMinutes(1));
        var begun = cloud.Run(new ModifyVolume(), new()
        {
            VolumeId = id, Size = 20, VolumeType = VolumeType.Gp3,
        }).VolumeModification!;
        Assert.Equal(
            (VolumeModificationState.Modifying, 10, 20, 100, 3000, 125, 0L),
            (begun.ModificationState, begun.OriginalSize, begun.TargetSize, begun.OriginalIops, begun.TargetIops,
                begun.TargetThroughput, begun.Progress));
        Assert.Equal(10, cloud.DiskOf(id).Size);
        Assert.Equal("IncorrectModificationState", cloud.Refused(
            new ModifyVolume(), new() { VolumeId = id, Size = 30 }));
        cloud.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(VolumeModificationState.Optimizing, Latest(cloud).ModificationState);
        Assert.Equal((20, VolumeType.Gp3), (cloud.DiskOf(id).Size, cloud.DiskOf(id).VolumeType));
        cloud.Advance(TimeSpan.FromSeconds(30));
        Assert.InRange(Latest(cloud).Progress!.Value, 50, 99);
        Assert.Equal("IncorrectModificationState", cloud.Refused(
            new ModifyVolume(), new() { VolumeId = id, Size = 30 }));
        cloud.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((VolumeModificationState.Completed, 100L), (Latest(cloud).ModificationState, Latest(cloud).Progress));
        Assert.NotNull(Latest(cloud).EndTime);
    }

    // EC2 API Reference, ModifyVolume: up to four times in a rolling period of 24 hours.
    [Fact]
    public void A_volume_changes_four_times_in_a_day_at_most()
    {
        var cloud = Fleet.New();
        var id = cloud.Disk();
        for (var size = 11; size <= 14; size++)
        {
            cloud.Run(new ModifyVolume(), new() { VolumeId = id, Size = size });
            cloud.Advance(TimeSpan.FromHours(1));
        }

        var fifth = new ModifyVolumeRequest { VolumeId = id, Size = 15 };
        Assert.Equal("VolumeModificationRateExceeded", cloud.Refused(new ModifyVolume(), fifth));
        cloud.Advance(TimeSpan.FromHours(19));
        Assert.Equal("VolumeModificationRateExceeded", cloud.Refused(new ModifyVolume(), fifth));
        cloud.Advance(TimeSpan.FromHours(1));
        cloud.Run(new ModifyVolume(), fifth);
        Assert.Equal("VolumeModificationRateExceeded", cloud.Refused(
            new ModifyVolume(), fifth with { Size = 16 }));
        Assert.Equal(15, cloud.DiskOf(id).Size);
    }

    // EC2 API Reference, ModifyVolume (what each parameter is by default).
    [Theory]
    [InlineData(VolumeType.Gp2, null, VolumeType.Io2, 100, 3000, null)]
    [InlineData(VolumeType.Gp2, null, VolumeType.Gp3, 100, 3000, 125)]
    [InlineData(VolumeType.Gp2, null, null, 200, 600, null)]
    [InlineData(VolumeType.Gp3, 4000, null, 200, 4000, 125)]
    [InlineData(VolumeType.Gp3, 4000, VolumeType.Gp2, 100, 300, null)]
    [InlineData(VolumeType.Io1, 4000, VolumeType.St1, 125, null, null)]
    public void What_is_not_named_stays_or_is_what_the_type_gives(
        VolumeType from, int? iops, VolumeType? to, int size, int? does, int? moves)
    {
        var shape = VolumeShapes.Complete(new(from, 100, iops, null, false));
        var target = VolumeModifications.Target(Of(shape), new() { Size = size, VolumeType = to });
        Assert.Equal((size, does, moves), (target.Size, target.Iops, target.Throughput));
    }

    [Fact]
    public void What_cannot_change_is_refused_and_stays()
    {
        var cloud = Fleet.New();
        var id = cloud.Disk();
        var root = cloud.DiskAt(cloud.Launch(), "/dev/xvda");
        var shared = cloud.Disk(Disks.Ten with { VolumeType = VolumeType.Io2, Iops = 500, MultiAttachEnabled = true });
        (ModifyVolumeRequest Request, string Code)[] rows =
        [
            (new() { VolumeId = id }, "InvalidParameterCombination"),
            (new() { VolumeId = id, Size = 9 }, "InvalidParameterValue"),
            (new() { VolumeId = id, Size = 16385 }, "InvalidParameterValue"),
            (new() { VolumeId = id, Iops = 3000 }, "InvalidParameterCombination"),
            (new() { VolumeId = id, VolumeType = VolumeType.St1 }, "InvalidParameterValue"),
            (new() { VolumeId = id, VolumeType = VolumeType.Gp3, Size = 60_000 }, "VolumeLimitExceeded"),
            (new() { VolumeId = id, MultiAttachEnabled = true }, "InvalidParameterCombination"),
            (new() { VolumeId = root, VolumeType = VolumeType.Sc1, Size = 200 }, "InvalidParameterCombination"),
            (new() { VolumeId = shared, VolumeType = VolumeType.Gp3 }, "InvalidParameterCombination"),
            (new() { VolumeId = "vol-0123456789abcdef0", Size = 9 }, "InvalidVolume.NotFound"),
        ];
        Assert.All(rows, row => Assert.Equal(row.Code, cloud.Refused(new ModifyVolume(), row.Request)));
        Assert.Empty(cloud.Run(new DescribeVolumesModifications(), new()).VolumesModifications!);
        Assert.Equal("InvalidVolumeModification.NotFound", cloud.Refused(
            new DescribeVolumesModifications(), new() { VolumeIds = [id] }));
        cloud.Run(new ModifyVolume(), new() { VolumeId = shared, MultiAttachEnabled = false });
        Assert.False(cloud.DiskOf(shared).MultiAttachEnabled);
        Assert.Single(cloud.Run(new DescribeVolumesModifications(), new()
        {
            Filters = [new() { Name = "originalMultiAttachEnabled", Values = ["true"] }],
        }).VolumesModifications!);
    }

    // Amazon EBS User Guide: about six hours for a full TiB; a larger size alone takes effect at once.
    [Fact]
    public void How_long_it_optimizes_follows_from_what_is_in_it()
    {
        var before = new VolumeShapeRecord(VolumeType.Gp3, 1024, 3000, 125, false);
        var faster = before with { Iops = 6000 };
        Assert.Equal(TimeSpan.FromHours(6), VolumeModifications.Optimizing(before, faster, 1L << 40));
        Assert.Equal(TimeSpan.FromHours(3), VolumeModifications.Optimizing(before, faster, 1L << 39));
        Assert.Equal(
            TimeSpan.FromMinutes(1), VolumeModifications.Optimizing(before, before with { Size = 2048 }, 1L << 40));
    }

    private static VolumeModification Latest(Cloud cloud) =>
        Assert.Single(cloud.Run(new DescribeVolumesModifications(), new()).VolumesModifications!);

    private static VolumeRecord Of(VolumeShapeRecord shape) => new()
    {
        Id = new("vol-1"), Size = shape.Size, Type = shape.Type, Iops = shape.Iops, Throughput = shape.Throughput,
        MultiAttach = shape.MultiAttach, AvailabilityZone = "", AvailabilityZoneId = "", CreateTime = Rig.Start,
    };
}
