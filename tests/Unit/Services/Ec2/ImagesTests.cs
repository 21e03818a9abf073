using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Images: made of instances, registered, deregistered.</summary>
public sealed class ImagesTests
{
    [Fact]
    public void An_image_of_an_instance_is_pending_until_its_snapshots_are_there()
    {
        var shelf = Shelf.New(Delays.Aws);
        var listed = shelf.Listed();
        var instance = shelf.Instance(listed.ImageId!, "/dev/sdf");
        shelf.Rig.Advance(TimeSpan.FromMinutes(5));
        var id = shelf.Rig.Run(new CreateImage(), new()
        {
            InstanceId = instance,
            Name = "mine",
            Description = "made",
            NoReboot = true,
            TagSpecifications =
            [
                new() { ResourceType = ResourceType.Image, Tags = [new() { Key = "for", Value = "image" }] },
                new() { ResourceType = ResourceType.Snapshot, Tags = [new() { Key = "for", Value = "snapshot" }] },
            ],
        }).ImageId!;
        var image = shelf.Image(id);
        Assert.Equal((ImageState.Pending, "made", "image"), (image.State, image.Description, image.Tags![0].Value));
        Assert.Equal(
            (listed.Architecture, listed.RootDeviceName, listed.BootMode, listed.ImdsSupport, listed.PlatformDetails),
            (image.Architecture, image.RootDeviceName, image.BootMode, image.ImdsSupport, image.PlatformDetails));
        Assert.Equal((instance, listed.ImageId, "eu-west-1"),
            (image.SourceInstanceId, image.SourceImageId, image.SourceImageRegion));
        Assert.Equal(["/dev/xvda", "/dev/sdf"], image.BlockDeviceMappings!.Select(d => d.DeviceName));
        var snapshot = shelf.Now(image.BlockDeviceMappings![1].Ebs!.SnapshotId!);
        Assert.Equal(
            ($"Created by CreateImage({instance}) for {id}", "snapshot"),
            (snapshot.Description, snapshot.Tags![0].Value));
        Assert.Equal("InvalidAMIID.Unavailable", shelf.Rig.Refused(new RunInstances(), Fleet.One() with
        {
            ImageId = id,
        }));

        shelf.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ImageState.Available, shelf.Image(id).State);
        var told = Assert.Single(shelf.Heard("EC2 AMI State Change"));
        Assert.Equal(
            $$"""{"RequestId":"request","ImageId":"{{id}}","State":"available","ErrorMessage":""}""", told.Detail);
        Assert.Equal([$"arn:aws:ec2:eu-west-1::image/{id}"], told.Resources);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void An_instance_reboots_for_its_image_unless_it_must_not(bool? noReboot, bool checksPass)
    {
        var shelf = Shelf.New(Delays.Aws);
        var instance = shelf.Instance(Fleet.Image);
        shelf.Rig.Advance(TimeSpan.FromMinutes(5));
        shelf.Rig.Run(new CreateImage(), new() { InstanceId = instance, Name = "mine", NoReboot = noReboot });
        var passed = shelf.Rig.Run(new DescribeInstanceStatus(), new() { InstanceIds = [instance] })
            .InstanceStatuses![0].InstanceStatusValue!.Status == SummaryStatus.Ok;
        Assert.Equal(checksPass, passed);
    }

    [Fact]
    public void Devices_of_an_instance_can_be_left_out_and_others_added()
    {
        var shelf = Shelf.New();
        var instance = shelf.Instance(Fleet.Image, "/dev/sdf", "/dev/sdg");
        var id = shelf.Rig.Run(new CreateImage(), new()
        {
            InstanceId = instance,
            Name = "mine",
            BlockDeviceMappings =
            [
                new() { DeviceName = "/dev/sdf", NoDevice = "" },
                new() { DeviceName = "/dev/sdg", Ebs = new() { DeleteOnTermination = false } },
                new() { DeviceName = "/dev/sdh", Ebs = new() { VolumeSize = 5, VolumeType = VolumeType.Gp3 } },
                new() { DeviceName = "/dev/sdi", VirtualName = "ephemeral0" },
            ],
        }).ImageId!;
        var devices = shelf.Image(id).BlockDeviceMappings!;
        Assert.Equal(["/dev/xvda", "/dev/sdg", "/dev/sdh", "/dev/sdi"], devices.Select(d => d.DeviceName));
        Assert.Equal([true, false, true], devices.Take(3).Select(d => d.Ebs!.DeleteOnTermination == true));
        Assert.Equal((null, 5), (devices[2].Ebs!.SnapshotId, devices[2].Ebs!.VolumeSize));
        Assert.Equal("ephemeral0", devices[3].VirtualName);
        string Refused(BlockDeviceMapping mapping) => shelf.Rig.Refused(new CreateImage(), new()
        {
            InstanceId = instance, Name = "other", BlockDeviceMappings = [mapping],
        });

        // EC2 API Reference, CreateImage: neither size nor encryption of what there is can be changed.
        Assert.Equal("InvalidBlockDeviceMapping", Refused(new()
        {
            DeviceName = "/dev/sdf", Ebs = new() { VolumeSize = 20 },
        }));
        Assert.Equal("InvalidBlockDeviceMapping", Refused(new()
        {
            DeviceName = "/dev/sdf", Ebs = new() { Encrypted = true },
        }));
        Assert.Equal("InvalidBlockDeviceMapping", Refused(new() { DeviceName = "/dev/xvda", NoDevice = "" }));
        Assert.Equal("UnsupportedOperation", Refused(new()
        {
            DeviceName = "/dev/sdj", Ebs = new() { VolumeSize = 1, KmsKeyId = "key" },
        }));
    }

    // EC2 API Reference, CreateImage (Name); codes as public logs of clients show them.
    [Theory]
    [InlineData("ab", "InvalidAMIName.Malformed")]
    [InlineData("a:b:c", "InvalidAMIName.Malformed")]
    [InlineData("abc", null)]
    [InlineData("a-b_c/d.e (f) [g] 'h'@i", null)]
    [InlineData("taken", "InvalidAMIName.Duplicate")]
    public void A_name_has_3_to_128_of_some_characters_and_no_twin(string name, string? refusal)
    {
        var shelf = Shelf.New();
        var taken = shelf.Register("taken");
        var order = Shelf.Order(name, shelf.Take(shelf.Volume()).SnapshotId!);
        if (refusal is not null)
        {
            Assert.Equal(refusal, shelf.Rig.Refused(new RegisterImage(), order));
        }
        else
        {
            shelf.Rig.Run(new RegisterImage(), order);
        }

        Assert.Equal("InvalidAMIName.Malformed", shelf.Rig.Refused(new RegisterImage(), order with
        {
            Name = new('a', 129),
        }));
        shelf.In("us-east-1").Register("taken");
        shelf.Rig.Run(new DeregisterImage(), new() { ImageId = taken });
        shelf.Register("taken");
    }

    [Fact]
    public void A_registered_image_has_what_it_was_registered_with()
    {
        var shelf = Shelf.New();
        var snapshot = shelf.Take(shelf.Volume()).SnapshotId!;
        var id = shelf.Rig.Run(new RegisterImage(), Shelf.Order("mine", snapshot) with
        {
            Architecture = ArchitectureValues.Arm64,
            BootMode = BootModeValues.Uefi,
            TpmSupport = TpmSupportValues.V20,
            ImdsSupport = ImdsSupportValues.V20,
            SriovNetSupport = "simple",
        }).ImageId!;
        var image = shelf.Image(id);
        Assert.Equal(
            (ImageState.Available, ArchitectureValues.Arm64, BootModeValues.Uefi, TpmSupportValues.V20),
            (image.State, image.Architecture, image.BootMode, image.TpmSupport));
        Assert.Equal(("simple", true, false), (image.SriovNetSupport, image.EnaSupport, image.Public));
        var ebs = image.BlockDeviceMappings![0].Ebs!;
        Assert.Equal((snapshot, 8), (ebs.SnapshotId, ebs.VolumeSize));
        Assert.Equal("123456789012/mine", image.ImageLocation);
    }

    [Fact]
    public void What_cannot_be_registered_is_refused()
    {
        var shelf = Shelf.New();
        var snapshot = shelf.Take(shelf.Volume()).SnapshotId!;
        var order = Shelf.Order("mine", snapshot);
        string Refused(RegisterImageRequest request) => shelf.Rig.Refused(new RegisterImage(), request);
        string Device(EbsBlockDevice ebs) => Refused(order with
        {
            BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = ebs }],
        });
        Assert.Equal("UnsupportedOperation", Refused(order with { VirtualizationType = null }));
        Assert.Equal("UnsupportedOperation", Refused(order with { ImageLocation = "bucket/manifest" }));
        Assert.Equal("UnsupportedOperation", Refused(order with { UefiData = "AA==" }));
        Assert.Equal("InvalidBlockDeviceMapping", Refused(order with { RootDeviceName = "/dev/sda1" }));
        Assert.Equal("InvalidParameterCombination", Refused(order with { TpmSupport = TpmSupportValues.V20 }));
        Assert.Equal("MissingParameter", Refused(order with { BlockDeviceMappings = null }));
        Assert.Equal("InvalidBlockDeviceMapping", Device(new() { SnapshotId = snapshot, VolumeSize = 7 }));
        Assert.Equal("InvalidBlockDeviceMapping", Device(new() { SnapshotId = snapshot, Encrypted = true }));
        Assert.Equal("InvalidBlockDeviceMapping", Device(new() { VolumeSize = 7 }));
        Assert.Equal("InvalidSnapshot.NotFound", Device(new() { SnapshotId = "snap-0123456789abcdef0" }));
    }

    [Fact]
    public void A_deregistered_image_is_gone_but_its_instances_know_it_and_its_snapshot_stays()
    {
        var shelf = Shelf.New();
        var snapshot = shelf.Take(shelf.Volume()).SnapshotId!;
        var id = shelf.Register("mine", snapshot);
        var launch = Fleet.One() with { ImageId = id };
        var instance = shelf.Rig.Run(new RunInstances(), launch).Instances![0].InstanceId!;
        Assert.Equal("InvalidSnapshot.InUse", shelf.Rig.Refused(new DeleteSnapshot(), new() { SnapshotId = snapshot }));
        var result = shelf.Rig.Run(new DeregisterImage(), new() { ImageId = id });
        Assert.Equal((true, null), (result.Return, result.DeleteSnapshotResults));
        Assert.Equal("InvalidAMIID.NotFound", Rig.Refusal(() => shelf.Image(id)));
        Assert.Equal("InvalidAMIID.Unavailable", shelf.Rig.Refused(new DeregisterImage(), new() { ImageId = id }));
        Assert.Equal("InvalidAMIID.Unavailable", shelf.Rig.Refused(new RunInstances(), launch));
        Assert.Equal("/dev/xvda", shelf.Rig.Run(new DescribeInstances(), new() { InstanceIds = [instance] })
            .Reservations![0].Instances![0].RootDeviceName);
        shelf.Rig.Run(new DeleteSnapshot(), new() { SnapshotId = snapshot });
        Assert.Contains(
            "\"State\":\"deregistered\"", shelf.Heard("EC2 AMI State Change")[^1].Detail, StringComparison.Ordinal);
    }

    // EC2 API Reference, DeregisterImage: a snapshot of several images is not deleted.
    [Fact]
    public void Snapshots_go_with_the_image_if_asked_and_if_no_other_needs_them()
    {
        var shelf = Shelf.New();
        var snapshot = shelf.Take(shelf.Volume()).SnapshotId!;
        var images = new[] { shelf.Register("one", snapshot), shelf.Register("two", snapshot) };
        SnapshotReturnCodes? Deregister(string id) => Assert.Single(shelf.Rig.Run(new DeregisterImage(), new()
        {
            ImageId = id, DeleteAssociatedSnapshots = true,
        }).DeleteSnapshotResults!).ReturnCode;
        Assert.Equal(SnapshotReturnCodes.Skipped, Deregister(images[0]));
        Assert.Equal(SnapshotReturnCodes.Success, Deregister(images[1]));
        Assert.Equal("InvalidSnapshot.NotFound", Rig.Refusal(() => shelf.Now(snapshot)));
    }

    [Fact]
    public void Images_of_others_and_of_the_catalogue_are_not_to_be_changed()
    {
        var shelf = Shelf.New();
        var id = shelf.Register("mine");
        var other = shelf.In("eu-west-1", Shelf.Other);
        string Refused(Shelf by, string image) => by.Rig.Refused(new DeregisterImage(), new() { ImageId = image });
        Assert.Equal("InvalidAMIID.NotFound", Refused(other, id));
        shelf.Share(id, Shelf.Other);
        Assert.Equal("AuthFailure", Refused(other, id));
        Assert.Equal("AuthFailure", Refused(shelf, shelf.Listed().ImageId!));
        Assert.Equal("InvalidAMIID.Malformed", Refused(shelf, "ami-x"));
        Assert.Equal("AuthFailure", Refused(shelf, Fleet.Image));
    }

    [Fact]
    public void No_more_images_are_made_than_the_quota_allows()
    {
        var shelf = Shelf.New(Delays.None, ("L-B665C33B", 1));
        var id = shelf.Register("one");
        Assert.Equal("ResourceLimitExceeded", Rig.Refusal(() => shelf.Register("two")));
        shelf.Rig.Run(new DeregisterImage(), new() { ImageId = id });
        shelf.Register("two");
    }
}
