using Orrery.Core;
using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Public images that nothing here knows are taken to exist by all who are given their ids.</summary>
public sealed class PresumedImageTests
{
    [Fact]
    public void It_is_described_as_its_instances_are_launched()
    {
        var shelf = Shelf.New();
        var image = shelf.Image(Fleet.Image);
        Assert.Equal(
            (ImageState.Available, true, ArchitectureValues.X8664, "amazon"),
            (image.State, image.Public, image.Architecture, image.ImageOwnerAlias));
        var root = Assert.Single(image.BlockDeviceMappings!);
        var id = Assert.Single(shelf.Rig.Run(new RunInstances(), Fleet.One()).Instances!).InstanceId!;
        var instance = Assert.Single(Assert.Single(shelf.Rig.Run(
            new DescribeInstances(), new() { InstanceIds = [id] }).Reservations!).Instances!);
        Assert.Equal(
            (image.RootDeviceName, image.PlatformDetails, image.UsageOperation, image.Architecture, image.BootMode),
            (instance.RootDeviceName, instance.PlatformDetails, instance.UsageOperation, instance.Architecture,
                instance.BootMode));
        Assert.Equal(
            (root.DeviceName, root.Ebs!.VolumeSize, root.Ebs.VolumeType),
            shelf.Rig.Ask(call => call.Read(Orrery.Services.Ec2.VolumeTables.Volumes).All()
                .Select(v => ((string?)v.Attachments[0].Device, (int?)v.Size, (VolumeType?)v.Type)).Single()));
    }

    [Fact]
    public void It_has_the_architecture_of_the_type_that_it_is_launched_on()
    {
        var instance = Assert.Single(Shelf.New().Rig.Run(
            new RunInstances(), Fleet.One() with { InstanceType = InstanceType.T4gMicro }).Instances!);
        Assert.Equal(ArchitectureValues.Arm64, instance.Architecture);
    }

    [Theory]
    [InlineData("ami-0123456789abcdef0", 1)]
    [InlineData("ami-0123456789abcdef*", 0)]
    [InlineData("ami-0123456789abcdef", 0)]
    [InlineData(null, 0)]
    public void It_is_listed_only_when_a_filter_gives_its_whole_id(string? id, int found) => Assert.Equal(
        found, Shelf.New().Rig.Run(new DescribeImages(), new()
        {
            Filters = id is null ? null : [new() { Name = "image-id", Values = [id] }],
        }).Images!.Count(image => image.ImageId == Fleet.Image));

    [Theory]
    [InlineData("amazon", 1)]
    [InlineData("137112412989", 1)]
    [InlineData("self", 0)]
    [InlineData("099720109477", 0)]
    public void It_is_one_of_Amazon(string owner, int found) => Assert.Equal(
        found, Shelf.New().Rig.Run(new DescribeImages(), new()
        {
            ImageIds = [Fleet.Image], Owners = [owner],
        }).Images!.Count);

    [Fact]
    public void One_that_is_known_elsewhere_or_was_deregistered_does_not_exist()
    {
        var shelf = Shelf.New();
        var elsewhere = shelf.In("us-east-1").Listed().ImageId!;
        var gone = shelf.Register("mine");
        shelf.Rig.Run(new DeregisterImage(), new() { ImageId = gone });
        Assert.Equal("InvalidAMIID.NotFound", Rig.Refusal(() => shelf.Image(elsewhere)));
        Assert.Equal("InvalidAMIID.NotFound", Rig.Refusal(() => shelf.Image(gone)));
        Assert.Equal("InvalidAMIID.NotFound", shelf.Rig.Refused(
            new RunInstances(), Fleet.One() with { ImageId = elsewhere }));
        Assert.Equal("InvalidAMIID.Malformed", Rig.Refusal(() => shelf.Image("ami-12345")));
    }

    [Fact]
    public void Only_its_owner_would_be_told_of_its_attributes()
    {
        var refusal = Assert.Throws<ServiceException>(() => Shelf.New().Rig.Run(new DescribeImageAttribute(), new()
        {
            ImageId = Fleet.Image, Attribute = ImageAttributeName.Description,
        }));
        Assert.Equal(("AuthFailure", $"Not authorized for image:{Fleet.Image}"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public void A_copy_of_it_is_an_image_of_the_account_with_a_snapshot()
    {
        var shelf = Shelf.New();
        var copy = shelf.Image(shelf.Rig.Run(new CopyImage(), new()
        {
            SourceImageId = Fleet.Image, SourceRegion = "us-east-1", Name = "copy",
        }).ImageId!);
        Assert.Equal(("123456789012", false, "/dev/xvda"), (copy.OwnerId, copy.Public, copy.RootDeviceName));
        Assert.StartsWith("snap-", Assert.Single(copy.BlockDeviceMappings!).Ebs!.SnapshotId, StringComparison.Ordinal);
        shelf.Rig.Run(new RunInstances(), Fleet.One() with { ImageId = copy.ImageId });
    }
}
