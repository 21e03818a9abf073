using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Snapshots;
using Orrery.Services.Ec2.Operations.Tags;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Copies of images, across regions and accounts.</summary>
public sealed class ImagesCopyTests
{
    [Fact]
    public void A_copy_has_snapshots_of_its_own_where_it_was_asked_for()
    {
        var shelf = Shelf.New(Delays.Aws);
        var there = shelf.In("us-east-1");
        var snapshot = shelf.Take(shelf.Volume()).SnapshotId!;
        shelf.Rig.Advance(TimeSpan.FromMinutes(1));
        var id = shelf.Register("mine", snapshot);
        shelf.Rig.Run(new CreateTags(), new() { Resources = [id], Tags = [new() { Key = "a", Value = "b" }] });
        shelf.Share(id, Shelf.Other);
        var copied = there.Rig.Run(new CopyImage(), Order(id) with { CopyImageTags = true, Encrypted = true }).ImageId!;
        var copy = there.Image(copied);
        Assert.Equal((ImageState.Pending, "copy", id, "eu-west-1"),
            (copy.State, copy.Name, copy.SourceImageId, copy.SourceImageRegion));
        Assert.Equal("b", Assert.Single(copy.Tags!).Value);
        var ebs = Assert.Single(copy.BlockDeviceMappings!).Ebs!;
        Assert.True(ebs.Encrypted);
        Assert.NotEqual(snapshot, ebs.SnapshotId);
        Assert.Equal(
            $"Copied for DestinationAmi {copied} from SourceAmi {id} for SourceSnapshot {snapshot}.",
            there.Now(ebs.SnapshotId!).Description);
        Assert.Empty(there.Rig.Run(new DescribeImageAttribute(), new()
        {
            ImageId = copied, Attribute = ImageAttributeName.LaunchPermission,
        }).LaunchPermissions!);
        there.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ImageState.Available, there.Image(copied).State);
        Assert.Equal("us-east-1", shelf.Heard("EC2 AMI State Change")[^1].Scope.Region);
    }

    [Fact]
    public void A_copy_fails_with_its_snapshot()
    {
        var shelf = Shelf.New(Delays.Aws);
        var there = shelf.In("us-east-1");
        var snapshot = shelf.Take(shelf.Volume()).SnapshotId!;
        shelf.Rig.Advance(TimeSpan.FromMinutes(1));
        var id = shelf.Register("mine", snapshot);
        var copied = there.Rig.Run(new CopyImage(), Order(id)).ImageId!;
        shelf.Rig.Run(new DeregisterImage(), new() { ImageId = id, DeleteAssociatedSnapshots = true });
        there.Rig.Advance(TimeSpan.FromMinutes(1));
        var copy = there.Image(copied);
        Assert.Equal(ImageState.Failed, copy.State);
        Assert.Contains("Source snapshot ID is not valid", copy.StateReason!.Message, StringComparison.Ordinal);
        Assert.Contains(
            "\"State\":\"failed\"", shelf.Heard("EC2 AMI State Change")[^1].Detail, StringComparison.Ordinal);
        there.Rig.Run(new DeregisterImage(), new() { ImageId = copied });
    }

    // EC2 User Guide, "Copy an Amazon EC2 AMI": a copy needs a permission for the storage, a launch does not.
    [Fact]
    public void Another_account_copies_what_is_shared_with_its_storage()
    {
        var shelf = Shelf.New();
        var other = shelf.In("us-east-1", Shelf.Other);
        var snapshot = shelf.Take(shelf.Volume()).SnapshotId!;
        var id = shelf.Register("mine", snapshot);
        Assert.Equal("InvalidAMIID.NotFound", other.Rig.Refused(new CopyImage(), Order(id)));
        shelf.Share(id, Shelf.Other);
        Assert.Equal("InvalidRequest", other.Rig.Refused(new CopyImage(), Order(id)));
        shelf.Rig.Run(new ModifySnapshotAttribute(), new()
        {
            SnapshotId = snapshot, OperationType = OperationType.Add, UserIds = [Shelf.Other],
        });
        Assert.Equal(Shelf.Other, other.Image(other.Rig.Run(new CopyImage(), Order(id)).ImageId!).OwnerId);
    }

    [Fact]
    public void An_image_of_the_catalogue_can_be_copied_and_one_of_another_region_cannot()
    {
        var shelf = Shelf.New();
        var listed = shelf.Listed();
        var copy = shelf.Image(shelf.Rig.Run(new CopyImage(), Order(listed.ImageId!)).ImageId!);
        Assert.Equal((ImageState.Available, "123456789012", null), (copy.State, copy.OwnerId, copy.ImageOwnerAlias));
        Assert.StartsWith("snap-", copy.BlockDeviceMappings![0].Ebs!.SnapshotId, StringComparison.Ordinal);
        Assert.Equal("InvalidAMIID.NotFound", shelf.Rig.Refused(
            new CopyImage(), Order(shelf.In("us-east-1").Listed().ImageId!)));
        Assert.Equal("InvalidAMIID.Malformed", shelf.Rig.Refused(new CopyImage(), Order("ami-x")));
        Assert.Equal("InvalidAMIName.Duplicate", shelf.Rig.Refused(new CopyImage(), Order(listed.ImageId!)));
        Assert.Equal("InvalidParameterValue", shelf.Rig.Refused(new CopyImage(), Order(listed.ImageId!) with
        {
            SourceRegion = "moon-1",
        }));
        Assert.Equal("UnsupportedOperation", shelf.Rig.Refused(new CopyImage(), Order(listed.ImageId!) with
        {
            DestinationOutpostArn = "arn",
        }));
    }

    private static CopyImageRequest Order(string source) => new()
    {
        SourceRegion = "eu-west-1", SourceImageId = source, Name = "copy",
    };
}
