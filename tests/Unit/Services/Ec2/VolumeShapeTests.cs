using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>What volumes can be like.</summary>
public sealed class VolumeShapeTests
{
    // EC2 API Reference, CreateVolume (Size, Iops, Throughput: ranges and defaults).
    [Theory]
    [InlineData(VolumeType.Gp2, 1, null, null, 100, null)]
    [InlineData(VolumeType.Gp2, 100, null, null, 300, null)]
    [InlineData(VolumeType.Gp2, 16384, null, null, 16000, null)]
    [InlineData(VolumeType.Gp3, 1, null, null, 3000, 125)]
    [InlineData(VolumeType.Gp3, 65536, 80000, 2000, 80000, 2000)]
    [InlineData(VolumeType.Gp3, 1, 3000, 750, 3000, 750)]
    [InlineData(VolumeType.Io1, 4, 200, null, 200, null)]
    [InlineData(VolumeType.Io1, 16384, 64000, null, 64000, null)]
    [InlineData(VolumeType.Io2, 4, 100, null, 100, null)]
    [InlineData(VolumeType.Io2, 65536, 256000, null, 256000, null)]
    [InlineData(VolumeType.St1, 125, null, null, null, null)]
    [InlineData(VolumeType.Sc1, 16384, null, null, null, null)]
    [InlineData(VolumeType.Standard, 1024, null, null, null, null)]
    public void What_a_type_allows_is_completed_with_what_it_gives(
        VolumeType type, int size, int? iops, int? throughput, int? does, int? moves)
    {
        var shape = VolumeShapes.Complete(new(type, size, iops, throughput, false));
        Assert.Equal((does, moves), (shape.Iops, shape.Throughput));
    }

    // The same; ratios: Amazon EBS User Guide, "Amazon EBS volume types"; wordings of ratios as users report them.
    [Theory]
    [InlineData(VolumeType.Gp2, 0, null, null, "InvalidParameterValue", "too small")]
    [InlineData(VolumeType.Gp2, 16385, null, null, "InvalidParameterValue", "too large")]
    [InlineData(VolumeType.Gp3, 65537, null, null, "InvalidParameterValue", "maximum is 65536GiB")]
    [InlineData(VolumeType.Io1, 3, 100, null, "InvalidParameterValue", "minimum is 4GiB")]
    [InlineData(VolumeType.St1, 124, null, null, "InvalidParameterValue", "minimum is 125GiB")]
    [InlineData(VolumeType.Standard, 1025, null, null, "InvalidParameterValue", "maximum is 1024GiB")]
    [InlineData(VolumeType.Gp2, 10, 300, null, "InvalidParameterCombination", "iops is not supported for gp2")]
    [InlineData(VolumeType.Gp2, 10, null, 125, "InvalidParameterCombination", "throughput is not supported for gp2")]
    [InlineData(VolumeType.Io1, 10, null, null, "MissingParameter", "iops")]
    [InlineData(VolumeType.Gp3, 100, 2999, null, "InvalidParameterValue", "too low; minimum is 3000")]
    [InlineData(VolumeType.Gp3, 200, 80001, null, "InvalidParameterValue", "too high; maximum is 80000")]
    [InlineData(VolumeType.Gp3, 8, 6000, null, "InvalidParameterValue",
        "Iops to volume size ratio of 750.000000 is too high; maximum is 500")]
    [InlineData(VolumeType.Io1, 4, 201, null, "InvalidParameterValue", "maximum is 50")]
    [InlineData(VolumeType.Io2, 4, 4001, null, "InvalidParameterValue", "maximum is 1000")]
    [InlineData(VolumeType.Gp3, 10, null, 751, "InvalidParameterValue", "Throughput (MiBps) to iops ratio of 0.250333")]
    [InlineData(VolumeType.Gp3, 10, null, 124, "InvalidParameterValue", "minimum is 125")]
    [InlineData(VolumeType.Gp3, 100, 20000, 2001, "InvalidParameterValue", "maximum is 2000")]
    public void What_a_type_does_not_allow_is_refused(
        VolumeType type, int size, int? iops, int? throughput, string code, string says)
    {
        var refusal = Assert.Throws<ServiceException>(
            () => VolumeShapes.Complete(new(type, size, iops, throughput, false)));
        Assert.Equal(code, refusal.Code);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    // Amazon EBS User Guide, "Attach an EBS volume to multiple EC2 instances using EBS Multi-Attach".
    [Theory]
    [InlineData(VolumeType.Io1, true)]
    [InlineData(VolumeType.Io2, true)]
    [InlineData(VolumeType.Gp3, false)]
    [InlineData(VolumeType.St1, false)]
    public void Multi_Attach_is_for_provisioned_iops_only(VolumeType type, bool works)
    {
        var wish = new VolumeShapeRecord(
            type, 200, type is VolumeType.Io1 or VolumeType.Io2 ? 1000 : null, null, true);
        Assert.Equal(works, Record.Exception(() => VolumeShapes.Complete(wish)) is null);
    }

    // EC2 User Guide, "Device names for volumes on Amazon EC2 instances".
    [Theory]
    [InlineData("/dev/sdf", true)]
    [InlineData("sdf", true)]
    [InlineData("/dev/sda1", true)]
    [InlineData("/dev/sdf15", true)]
    [InlineData("xvdba", true)]
    [InlineData("/dev/sdf16", false)]
    [InlineData("/dev/nvme1n1", false)]
    [InlineData("", false)]
    [InlineData("/dev/SDF", false)]
    public void Device_names_have_a_form(string device, bool isOne) =>
        Assert.Equal(isOne, Record.Exception(() => VolumeDevices.CheckForm(device)) is null);

    [Fact]
    public void What_is_written_grows_with_time_and_what_is_held_ends_at_the_size()
    {
        var volume = new VolumeRecord
        {
            Id = new("vol-1"), Size = 1, Type = VolumeType.Gp3, AvailabilityZone = "", AvailabilityZoneId = "",
            CreateTime = Rig.Start, FirstBytes = 100L << 20, WrittenBytes = 5, WritingSince = Rig.Start,
            WriteMibPerHour = 64,
        };
        Assert.Equal(5, WrittenBytes.Written(volume, Rig.Start));
        Assert.Equal((32L << 20) + 5, WrittenBytes.Written(volume, Rig.Start.AddMinutes(30)));
        Assert.Equal((132L << 20) + 5, WrittenBytes.Full(volume, Rig.Start.AddMinutes(30)));
        Assert.Equal((6400L << 20) + 5, WrittenBytes.Written(volume, Rig.Start.AddHours(100)));
        Assert.Equal(1L << 30, WrittenBytes.Full(volume, Rig.Start.AddHours(100)));
        var settled = WrittenBytes.Settled(volume, Rig.Start.AddHours(1), goesOn: false);
        Assert.Equal((64L << 20) + 5, WrittenBytes.Written(settled, Rig.Start.AddYears(1)));
    }
}
