using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Which images can be launched by whom, and what their instances have of them.</summary>
public sealed class ImagesLaunchTests
{
    // "Error codes for the Amazon EC2 API": AuthFailure, InvalidAMIID.Malformed, InvalidAMIID.Unavailable.
    [Theory]
    [InlineData("own", null)]
    [InlineData("shared", null)]
    [InlineData("public", null)]
    [InlineData("private", "AuthFailure")]
    [InlineData("disabled", "InvalidAMIID.Unavailable")]
    [InlineData("deregistered", "InvalidAMIID.Unavailable")]
    [InlineData("unknown", null)]
    [InlineData("malformed", "InvalidAMIID.Malformed")]
    public void An_image_is_launched_if_it_is_there_and_permitted(string which, string? refusal)
    {
        var shelf = Shelf.New();
        var other = shelf.In("eu-west-1", Shelf.Other);
        string Theirs() => other.Register("theirs");
        var id = which switch
        {
            "shared" or "public" or "private" => Theirs(),
            "unknown" => Fleet.Image,
            "malformed" => "ami-1",
            _ => shelf.Register("mine"),
        };
        switch (which)
        {
            case "shared":
                other.Share(id, "123456789012");
                break;
            case "public":
                other.Publish(id);
                break;
            case "disabled":
                shelf.Rig.Run(new DisableImage(), new() { ImageId = id });
                break;
            case "deregistered":
                shelf.Rig.Run(new DeregisterImage(), new() { ImageId = id });
                break;
        }

        // A template may name any image; it warns of what keeps it from being launched.
        var warning = shelf.Rig.Run(new CreateLaunchTemplate(), new()
        {
            LaunchTemplateName = "t", LaunchTemplateData = new() { ImageId = id },
        }).Warning;
        Assert.Equal(refusal, warning?.Errors![0].Code);
        var request = Fleet.One() with { ImageId = id };
        if (refusal is not null)
        {
            Assert.Equal(refusal, shelf.Rig.Refused(new RunInstances(), request));
            return;
        }

        Assert.Equal(id, shelf.Rig.Run(new RunInstances(), request).Instances![0].ImageId);
    }

    [Fact]
    public void An_instance_has_architecture_boot_mode_and_root_device_of_its_image()
    {
        var shelf = Shelf.New();
        var snapshot = shelf.Take(shelf.Volume()).SnapshotId!;
        var id = shelf.Rig.Run(new RegisterImage(), Shelf.Order("mine", snapshot) with
        {
            BootMode = BootModeValues.Uefi, ImdsSupport = ImdsSupportValues.V20, SriovNetSupport = "simple",
        }).ImageId!;
        var instance = shelf.Rig.Run(new RunInstances(), Fleet.One() with { ImageId = id }).Instances![0];
        Assert.Equal(
            (ArchitectureValues.X8664, BootModeValues.Uefi, InstanceBootModeValues.Uefi, "/dev/xvda"),
            (instance.Architecture, instance.BootMode, instance.CurrentInstanceBootMode, instance.RootDeviceName));
        Assert.Equal(
            (HttpTokensState.Required, 2),
            (instance.MetadataOptions!.HttpTokens, instance.MetadataOptions.HttpPutResponseHopLimit));
        Assert.Equal("simple", shelf.Rig.Run(new DescribeInstanceAttribute(), new()
        {
            InstanceId = instance.InstanceId, Attribute = InstanceAttributeName.SriovNetSupport,
        }).SriovNetSupport!.Value);
    }

    [Fact]
    public void An_image_of_an_instance_gives_its_own_instances_what_was_on_the_volumes()
    {
        var shelf = Shelf.New();
        var first = shelf.Rig.Run(new RunInstances(), Fleet.One() with
        {
            ImageId = shelf.Listed().ImageId,
            BlockDeviceMappings = [new() { DeviceName = "/dev/sdf", Ebs = new() { VolumeSize = 3 } }],
        }).Instances![0].InstanceId!;
        shelf.Rig.Advance(TimeSpan.FromHours(1));
        var image = shelf.Rig.Run(new CreateImage(), new() { InstanceId = first, Name = "mine" }).ImageId!;
        var second = shelf.Rig.Run(new RunInstances(), Fleet.One() with { ImageId = image }).Instances![0].InstanceId!;
        var volumes = shelf.Rig.Ask(call => InstanceVolumes.Of(call, new(second)));
        Assert.Equal(["/dev/sdf", "/dev/xvda"], volumes.Select(v => v.Attachment.Device));
        Assert.Equal([3, 8], volumes.Select(v => v.Volume.Size));
        var mappings = shelf.Image(image).BlockDeviceMappings!;
        Assert.Equal(
            mappings.Select(m => m.Ebs!.SnapshotId).Order(), volumes.Select(v => v.Volume.SnapshotId).Order());

        // What the image of the catalogue holds, and an hour of writing at the standard rate.
        Assert.Equal(
            (8 * Shelf.Gib / 5) + (WrittenBytes.StandardMibPerHour << 20),
            shelf.Now(mappings[0].Ebs!.SnapshotId!).FullSnapshotSizeInBytes);
        Assert.Equal(shelf.Now(mappings[0].Ebs!.SnapshotId!).FullSnapshotSizeInBytes, volumes[1].Volume.FirstBytes);
    }

    [Fact]
    public void A_type_that_does_not_go_with_the_image_is_refused()
    {
        var shelf = Shelf.New();
        var snapshot = shelf.Take(shelf.Volume()).SnapshotId!;
        var order = Shelf.Order("mine", snapshot);
        var micro = InstanceType.T3Micro;
        string Refused(RegisterImageRequest request, InstanceType type) =>
            shelf.Rig.Refused(new RunInstances(), Fleet.One() with
            {
                ImageId = shelf.Rig.Run(new RegisterImage(), request).ImageId, InstanceType = type,
            });
        Assert.Equal(
            "InvalidParameterValue", Refused(order with { Architecture = ArchitectureValues.Arm64 }, micro));
        Assert.Equal(
            "InvalidParameterCombination", Refused(order with { Name = "plain", EnaSupport = false }, micro));
        Assert.Equal(
            "Unsupported", Refused(order with { Name = "uefi", BootMode = BootModeValues.Uefi }, InstanceType.T2Micro));
    }

    // EC2 API Reference, DescribeImageAttribute (lastLaunchedTime): told of a day after.
    [Fact]
    public void A_launch_is_told_of_a_day_later()
    {
        var shelf = Shelf.New();
        var id = shelf.Register("mine");
        shelf.Rig.Run(new RunInstances(), Fleet.One() with { ImageId = id });
        Assert.Null(shelf.Image(id).LastLaunchedTime);
        shelf.Rig.Advance(TimeSpan.FromHours(24));
        Assert.Equal("2026-01-01T00:00:00.000Z", shelf.Image(id).LastLaunchedTime);
        shelf.Rig.Run(new RunInstances(), Fleet.One() with { ImageId = id });
        Assert.Equal("2026-01-01T00:00:00.000Z", shelf.Image(id).LastLaunchedTime);
        shelf.Rig.Advance(TimeSpan.FromHours(24));
        Assert.Equal("2026-01-02T00:00:00.000Z", shelf.Image(id).LastLaunchedTime);
    }
}
