using System.Globalization;
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
    [InlineData("gp2 1", 100, null)]
    [InlineData("gp2 100", 300, null)]
    [InlineData("gp2 16384", 16000, null)]
    [InlineData("gp3 1", 3000, 125)]
    [InlineData("gp3 65536 80000 2000", 80000, 2000)]
    [InlineData("gp3 1 3000 750", 3000, 750)]
    [InlineData("io1 4 200", 200, null)]
    [InlineData("io1 16384 64000", 64000, null)]
    [InlineData("io2 4 100", 100, null)]
    [InlineData("io2 65536 256000", 256000, null)]
    [InlineData("st1 125", null, null)]
    [InlineData("sc1 16384", null, null)]
    [InlineData("standard 1024", null, null)]
    public void What_a_type_allows_is_completed_with_what_it_gives(string wish, int? does, int? moves)
    {
        var shape = VolumeShapes.Complete(Wish(wish));
        Assert.Equal((does, moves), (shape.Iops, shape.Throughput));
    }

    // The same; ratios: Amazon EBS User Guide, "Amazon EBS volume types"; wordings of ratios as users report them.
    [Theory]
    [InlineData("gp2 0", "InvalidParameterValue", "too small")]
    [InlineData("gp2 16385", "InvalidParameterValue", "too large")]
    [InlineData("gp3 65537", "InvalidParameterValue", "maximum is 65536GiB")]
    [InlineData("io1 3 100", "InvalidParameterValue", "minimum is 4GiB")]
    [InlineData("st1 124", "InvalidParameterValue", "minimum is 125GiB")]
    [InlineData("standard 1025", "InvalidParameterValue", "maximum is 1024GiB")]
    [InlineData("gp2 10 300", "InvalidParameterCombination", "iops is not supported for gp2")]
    [InlineData("gp2 10 - 125", "InvalidParameterCombination", "throughput is not supported for gp2")]
    [InlineData("io1 10", "MissingParameter", "iops")]
    [InlineData("gp3 100 2999", "InvalidParameterValue", "too low; minimum is 3000")]
    [InlineData("gp3 200 80001", "InvalidParameterValue", "too high; maximum is 80000")]
    [InlineData("gp3 8 6000", "InvalidParameterValue",
        "Iops to volume size ratio of 750.000000 is too high; maximum is 500")]
    [InlineData("io1 4 201", "InvalidParameterValue", "maximum is 50")]
    [InlineData("io2 4 4001", "InvalidParameterValue", "maximum is 1000")]
    [InlineData("gp3 10 - 751", "InvalidParameterValue", "Throughput (MiBps) to iops ratio of 0.250333")]
    [InlineData("gp3 10 - 124", "InvalidParameterValue", "minimum is 125")]
    [InlineData("gp3 100 20000 2001", "InvalidParameterValue", "maximum is 2000")]
    public void What_a_type_does_not_allow_is_refused(string wish, string code, string says)
    {
        var refusal = Assert.Throws<ServiceException>(() => VolumeShapes.Complete(Wish(wish)));
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

    // Type, size, IOPS, throughput; - for none.
    private static VolumeShapeRecord Wish(string wish)
    {
        var parts = wish.Split(' ');
        int? At(int place) => place < parts.Length && int.TryParse(
            parts[place], CultureInfo.InvariantCulture, out var number) ? number : null;
        return new(VolumeTypeWire.Parse(parts[0])!.Value, At(1)!.Value, At(2), At(3), false);
    }
}
