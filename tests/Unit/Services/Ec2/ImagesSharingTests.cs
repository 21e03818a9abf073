using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Tags;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Who may launch an image, and who sees which images.</summary>
public sealed class ImagesSharingTests
{
    private const string Own = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    [Fact]
    public void Permissions_are_given_told_and_taken_back()
    {
        var shelf = Shelf.New();
        var id = shelf.Register("mine");
        shelf.Share(id, Shelf.Other, "111122223333");
        shelf.Publish(id);
        IReadOnlyList<(string?, PermissionGroup?)> Told() => [.. shelf.Rig.Run(new DescribeImageAttribute(), new()
        {
            ImageId = id, Attribute = ImageAttributeName.LaunchPermission,
        }).LaunchPermissions!.Select(p => (p.UserId, p.Group))];
        Assert.Equal([(null, PermissionGroup.All), ("111122223333", null), (Shelf.Other, null)], Told());
        shelf.Rig.Run(new ModifyImageAttribute(), new()
        {
            ImageId = id,
            LaunchPermission = new()
            {
                Remove = [new() { UserId = "111122223333" }, new() { Group = PermissionGroup.All }],
            },
        });
        Assert.Equal([(Shelf.Other, null)], Told());
        shelf.Rig.Run(new ResetImageAttribute(), new()
        {
            ImageId = id, Attribute = ResetImageAttributeName.LaunchPermission,
        });
        Assert.Empty(Told());
        Assert.Equal("UnsupportedOperation", shelf.Rig.Refused(new ModifyImageAttribute(), new()
        {
            ImageId = id,
            LaunchPermission = new() { Add = [new() { OrganizationArn = "arn" }] },
        }));
        Assert.Equal("UnsupportedOperation", shelf.Rig.Refused(new ModifyImageAttribute(), new()
        {
            ImageId = id, OperationType = OperationType.Add, OrganizationArns = ["arn"],
        }));
        Assert.Equal("InvalidUserID.Malformed", shelf.Rig.Refused(new ModifyImageAttribute(), new()
        {
            ImageId = id, OperationType = OperationType.Add, UserIds = ["bob"],
        }));
    }

    // EC2 User Guide, "Make your AMI publicly available": not with encrypted volumes; "Share an AMI": not
    // with AWS's key.
    [Theory]
    [InlineData(null, false, null)]
    [InlineData(null, true, null)]
    [InlineData(Own, false, null)]
    [InlineData(Own, true, "InvalidParameter")]
    [InlineData(Shelf.AwsKey, false, "InvalidParameter")]
    public void An_image_is_shared_unless_its_keys_forbid_it(string? key, bool everybody, string? refusal)
    {
        var shelf = Shelf.New();
        var id = shelf.Register("mine", shelf.Take(shelf.Volume(key: key)).SnapshotId!);
        var request = new ModifyImageAttributeRequest
        {
            ImageId = id,
            OperationType = OperationType.Add,
            UserGroups = everybody ? ["all"] : null,
            UserIds = everybody ? null : [Shelf.Other],
        };
        if (refusal is not null)
        {
            Assert.Equal(refusal, shelf.Rig.Refused(new ModifyImageAttribute(), request));
            return;
        }

        shelf.Rig.Run(new ModifyImageAttribute(), request);
        Assert.Equal(id, shelf.In("eu-west-1", Shelf.Other).Image(id).ImageId);
    }

    [Fact]
    public void One_attribute_is_changed_at_a_time_and_the_wish_for_metadata_is_for_good()
    {
        var shelf = Shelf.New();
        var id = shelf.Register("mine");
        shelf.Rig.Run(new ModifyImageAttribute(), new() { ImageId = id, Description = new() { Value = "new" } });
        shelf.Rig.Run(new ModifyImageAttribute(), new() { ImageId = id, Attribute = "imdsSupport", Value = "v2.0" });
        var image = shelf.Image(id);
        Assert.Equal(("new", ImdsSupportValues.V20), (image.Description, image.ImdsSupport));
        Assert.Equal("InvalidParameterValue", shelf.Rig.Refused(new ModifyImageAttribute(), new()
        {
            ImageId = id, Attribute = "imdsSupport", Value = "v1.0",
        }));
        Assert.Equal("InvalidParameterCombination", shelf.Rig.Refused(new ModifyImageAttribute(), new()
        {
            ImageId = id, Description = new() { Value = "x" }, ImdsSupport = new() { Value = "v2.0" },
        }));
        Assert.Equal("MissingParameter", shelf.Rig.Refused(new ModifyImageAttribute(), new() { ImageId = id }));
        Assert.Equal("InvalidParameterValue", shelf.Rig.Refused(new ModifyImageAttribute(), new()
        {
            ImageId = id, Attribute = "colour", Value = "red",
        }));
        Assert.Equal("new", shelf.Rig.Run(new DescribeImageAttribute(), new()
        {
            ImageId = id, Attribute = ImageAttributeName.Description,
        }).Description!.Value);
    }

    [Fact]
    public void Images_are_listed_by_owner_permission_filter_and_page()
    {
        var shelf = Shelf.New();
        var own = new[] { shelf.Register("own-one"), shelf.Register("own-two") };
        var other = shelf.In("eu-west-1", Shelf.Other);
        var shared = other.Register("other-shared");
        other.Share(shared, "123456789012");
        var open = other.Register("other-open");
        other.Publish(open);
        other.Register("other-private");
        shelf.In("us-east-1").Register("own-far");
        shelf.Share(own[0], Shelf.Other);
        shelf.Rig.Run(new CreateTags(), new() { Resources = [own[1]], Tags = [new() { Key = "a", Value = "b" }] });
        IReadOnlyList<string?> Found(DescribeImagesRequest request) =>
            [.. shelf.Rig.Run(new DescribeImages(), request).Images!.Where(i => i.ImageOwnerAlias is null
                && i.OwnerId is "123456789012" or Shelf.Other).Select(i => i.ImageId)];
        IReadOnlyList<string?> Filtered(string name, params string[] values) =>
            Found(new() { Filters = [new() { Name = name, Values = values }] });
        IEnumerable<string?> Sorted(params string[] ids) => ids.Order(StringComparer.Ordinal);
        Assert.Equal(Sorted([.. own, shared, open]), Found(new()));
        Assert.Equal(Sorted(own), Found(new() { Owners = ["self"] }));
        Assert.Equal(Sorted(shared, open), Found(new() { Owners = [Shelf.Other] }));
        Assert.Empty(Found(new() { Owners = ["amazon"] }));
        Assert.Equal([shared], Found(new() { ExecutableUsers = ["self"] }));
        Assert.Equal([own[0]], Found(new() { ExecutableUsers = [Shelf.Other] }));
        Assert.Equal([open], Found(new() { ExecutableUsers = ["all"] }));
        Assert.Equal(Sorted(own), Filtered("name", "own-*"));
        Assert.Equal([own[1]], Filtered("tag:a", "b"));
        Assert.Equal([own[1]], Filtered("tag-key", "a"));
        Assert.Equal(Sorted(own), Filtered("owner-id", "123456789012"));
        Assert.Equal(4, Filtered("block-device-mapping.device-name", "/dev/xvda").Count);
        Assert.Equal(4, Filtered("creation-date", "2026-01-01T*").Count);
        Assert.Equal([own[0]], Filtered(
            "block-device-mapping.snapshot-id", shelf.Image(own[0]).BlockDeviceMappings![0].Ebs!.SnapshotId!));
        Assert.Empty(Filtered("state", "pending"));
        var page = shelf.Rig.Run(new DescribeImages(), new() { Owners = ["self"], MaxResults = 1 });
        Assert.Equal(
            [Sorted(own).Last()], Found(new() { Owners = ["self"], MaxResults = 1, NextToken = page.NextToken }));
        Assert.NotEmpty(shelf.Rig.Run(new DescribeImages(), new() { Owners = ["amazon"] }).Images!);
    }

    [Fact]
    public void No_more_images_are_public_than_the_quota_allows()
    {
        var shelf = Shelf.New(Delays.None, ("L-0E3CBAB9", 1));
        shelf.Publish(shelf.Register("one"));
        Assert.Equal("ResourceLimitExceeded", Rig.Refusal(() =>
        {
            shelf.Publish(shelf.Register("two"));
            return null;
        }));
    }
}
