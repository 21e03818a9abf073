using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Images that are disabled, deprecated, protected.</summary>
public sealed class ImagesLifeTests
{
    // EC2 API Reference, DisableImage and EnableImage.
    [Fact]
    public void A_disabled_image_cannot_be_launched_or_shared_and_loses_its_permissions()
    {
        var shelf = Shelf.New();
        var snapshot = shelf.Take(shelf.Volume()).SnapshotId!;
        var id = shelf.Register("mine", snapshot);
        var other = shelf.In("eu-west-1", Shelf.Other);
        shelf.Share(id, Shelf.Other);
        Assert.Equal(id, other.Image(id).ImageId);
        shelf.Rig.Run(new DisableImage(), new() { ImageId = id });
        Assert.Equal(ImageState.Disabled, shelf.Image(id).State);
        Assert.Empty(Own(shelf, new()));
        Assert.Equal([id], Own(shelf, new() { IncludeDisabled = true }));
        Assert.Equal("InvalidAMIID.NotFound", Rig.Refusal(() => other.Image(id)));
        Assert.Equal("InvalidAMIID.Unavailable", shelf.Rig.Refused(new RunInstances(), Fleet.One() with
        {
            ImageId = id,
        }));
        Assert.Equal("IncorrectState", Rig.Refusal(() =>
        {
            shelf.Share(id, Shelf.Other);
            return null;
        }));
        Assert.Equal("InvalidSnapshot.InUse", shelf.Rig.Refused(new DeleteSnapshot(), new() { SnapshotId = snapshot }));
        shelf.Rig.Run(new EnableImage(), new() { ImageId = id });
        Assert.Equal("InvalidAMIID.NotFound", Rig.Refusal(() => other.Image(id)));
        shelf.Rig.Run(new RunInstances(), Fleet.One() with { ImageId = id });
        Assert.Equal(
            ["available", "disabled", "available"],
            shelf.Heard("EC2 AMI State Change").Select(e => e.Detail.Split("\"State\":\"")[1].Split('"')[0]));
    }

    // EC2 API Reference, EnableImageDeprecation: to the nearest minute, not in the past, within ten years; a public
    // image two years from its creation.
    [Theory]
    [InlineData("2026-02-01T00:00:29Z", false, "2026-02-01T00:00:00.000Z")]
    [InlineData("2026-02-01T00:00:30Z", false, "2026-02-01T00:01:00.000Z")]
    [InlineData("2025-12-31T00:00:00Z", false, null)]
    [InlineData("2036-01-01T00:00:00Z", false, "2036-01-01T00:00:00.000Z")]
    [InlineData("2036-01-01T00:01:00Z", false, null)]
    [InlineData("2028-01-01T00:00:00Z", true, "2028-01-01T00:00:00.000Z")]
    [InlineData("2028-01-01T00:01:00Z", true, null)]
    public void A_date_of_deprecation_is_rounded_and_has_limits(string date, bool isPublic, string? kept)
    {
        var shelf = Shelf.New();
        var id = shelf.Register("mine");
        if (isPublic)
        {
            shelf.Publish(id);
            Assert.Equal("2028-01-01T00:00:00.000Z", shelf.Image(id).DeprecationTime);
            Assert.Equal(
                "OperationNotPermitted", shelf.Rig.Refused(new DisableImageDeprecation(), new() { ImageId = id }));
        }

        var request = new EnableImageDeprecationRequest
        {
            ImageId = id,
            DeprecateAt = DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture),
        };
        if (kept is null)
        {
            Assert.Equal("InvalidParameterValue", shelf.Rig.Refused(new EnableImageDeprecation(), request));
        }
        else
        {
            shelf.Rig.Run(new EnableImageDeprecation(), request);
            Assert.Equal(kept, shelf.Image(id).DeprecationTime);
        }
    }

    // EC2 User Guide, "Deprecate an Amazon EC2 AMI".
    [Fact]
    public void A_deprecated_image_is_shown_to_others_only_if_asked_for_and_can_still_be_launched()
    {
        var shelf = Shelf.New();
        var id = shelf.Register("mine");
        var other = shelf.In("eu-west-1", Shelf.Other);
        shelf.Share(id, Shelf.Other);
        shelf.Rig.Run(new EnableImageDeprecation(), new() { ImageId = id, DeprecateAt = Rig.Start.AddDays(1) });
        var owned = new DescribeImagesRequest { Owners = ["123456789012"] };
        Assert.Equal([id], Own(other, owned));
        shelf.Rig.Advance(TimeSpan.FromDays(1));
        Assert.Empty(Own(other, owned));
        Assert.Equal([id], Own(other, owned with { IncludeDeprecated = true }));
        Assert.Equal([id], Own(shelf, new()));
        other.Rig.Run(new RunInstances(), Fleet.One() with { ImageId = id });
        shelf.Rig.Run(new DisableImageDeprecation(), new() { ImageId = id });
        Assert.Equal([id], Own(other, owned));
    }

    // EC2 User Guide, "Protect an Amazon EC2 AMI from deregistration".
    [Theory]
    [InlineData(false, "enabled-without-cooldown")]
    [InlineData(true, "enabled-with-cooldown")]
    public void A_protected_image_is_kept_and_one_with_a_cooldown_a_day_longer(bool cooldown, string text)
    {
        var shelf = Shelf.New();
        var id = shelf.Register("mine");
        string Refused() => shelf.Rig.Refused(new DeregisterImage(), new() { ImageId = id });
        shelf.Rig.Run(new EnableImageDeregistrationProtection(), new() { ImageId = id, WithCooldown = cooldown });
        Assert.Equal(text, shelf.Image(id).DeregistrationProtection);
        Assert.Equal(text, shelf.Rig.Run(new DescribeImageAttribute(), new()
        {
            ImageId = id, Attribute = ImageAttributeName.DeregistrationProtection,
        }).DeregistrationProtection!.Value);
        Assert.Equal("OperationNotPermitted", Refused());
        shelf.Rig.Run(new DisableImageDeregistrationProtection(), new() { ImageId = id });
        if (cooldown)
        {
            shelf.Rig.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
            Assert.Equal("OperationNotPermitted", Refused());
            shelf.Rig.Advance(TimeSpan.FromSeconds(1));
        }

        shelf.Rig.Run(new DeregisterImage(), new() { ImageId = id });
    }

    private static IReadOnlyList<string?> Own(Shelf shelf, DescribeImagesRequest request) =>
        [.. shelf.Rig.Run(new DescribeImages(), request.Owners is null ? request with { Owners = ["self"] } : request)
            .Images!.Select(i => i.ImageId)];
}
