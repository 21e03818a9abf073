using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>
/// How images come to be and go: pending while their snapshots are, then available, or failed with one of them.
/// Sources: EC2 User Guide, "Create an Amazon EBS-backed AMI", "Deregister an Amazon EC2 AMI", "Disable an Amazon EC2
/// AMI".
/// </summary>
internal static class ImageLife
{
    /// <summary>Puts a new image with its tags; it is available once its snapshots are there.</summary>
    /// <exception cref="ServiceException">ResourceLimitExceeded (guessed), or a tag is not allowed.</exception>
    public static void Begin(Call call, ImageRecord image, IReadOnlyList<TagSpecification>? tags)
    {
        var images = call.Read(VolumeTables.Images).All().Count(i => i.State != ImageState.Deregistered);
        call.Hold(ImageQuotas.Images, images, limit => new(
            "ResourceLimitExceeded", $"The maximum number of AMIs ({limit}) has been reached."));
        image = image with { State = ImageState.Pending, RequestId = call.RequestId };
        call.Write(VolumeTables.Images).Put(image);
        TagStore.PutNew(call, VolumeKinds.Image, image.Id.Value, tags);
        Settle(call, image);
    }

    /// <summary>A snapshot has ended: so may images that wait for it.</summary>
    public static void Follow(Call call, SnapshotRecord snapshot)
    {
        foreach (var image in SnapshotLife.UsersOf(call, snapshot))
        {
            Settle(call, image);
        }
    }

    /// <summary>Deregisters an image. Instances of it go on to know it.</summary>
    /// <exception cref="ServiceException">OperationNotPermitted: it is protected.</exception>
    public static void Deregister(Call call, ImageRecord image)
    {
        ImageProtection.Check(image, call.Now);
        var gone = image with { State = ImageState.Deregistered, Users = [], IsPublic = false };
        TagStore.Forget(call, image.Id.Value);
        Change(call, gone);
    }

    /// <summary>Disables an image: nobody has a permission to launch it any more.</summary>
    /// <exception cref="ServiceException">IncorrectState (guessed).</exception>
    public static void Disable(Call call, ImageRecord image)
    {
        if (image.State == ImageState.Available)
        {
            Change(call, image with { State = ImageState.Disabled, Users = [], IsPublic = false });
        }
        else if (image.State != ImageState.Disabled)
        {
            throw Incorrect(image, "disabled");
        }
    }

    /// <summary>Enables an image that was disabled. Permissions that went do not come back.</summary>
    /// <exception cref="ServiceException">IncorrectState (guessed).</exception>
    public static void Enable(Call call, ImageRecord image)
    {
        if (image.State == ImageState.Disabled)
        {
            Change(call, image with { State = ImageState.Available });
        }
        else if (image.State != ImageState.Available)
        {
            throw Incorrect(image, "enabled");
        }
    }

    private static void Change(Call call, ImageRecord image)
    {
        call.Write(VolumeTables.Images).Put(image);
        ImageEvents.Changed(call, image, call.RequestId);
    }

    private static void Settle(Call call, ImageRecord image)
    {
        if (image.State != ImageState.Pending)
        {
            return;
        }

        // Those of other accounts, which a registered image may use, were there before it.
        var parts = image.Devices.Select(d => d.SnapshotId).OfType<string>()
            .Select(id => call.Read(VolumeTables.Snapshots).Find(new(id))).OfType<SnapshotRecord>().ToList();
        if (parts.Find(s => s.State == SnapshotState.Error) is { } broken)
        {
            image = image with
            {
                State = ImageState.Failed,
                StateReason = new("Client.InvalidSnapshot", $"{broken.Id}: {broken.StateMessage}"),
            };
        }
        else if (parts.TrueForAll(s => s.State == SnapshotState.Completed))
        {
            image = image with { State = ImageState.Available };
        }
        else
        {
            return;
        }

        call.Write(VolumeTables.Images).Put(image);
        ImageEvents.Changed(call, image, image.RequestId ?? call.RequestId);
    }

    private static ServiceException Incorrect(ImageRecord image, string verb) => Errors.IncorrectState(
        $"The image '{image.Id}' cannot be {verb} in the state '{image.State.ToWire()}'.");
}
