using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>Makes an image of an instance, with a snapshot of each of its volumes.</summary>
public sealed class CreateImage : IWriteOperation<CreateImageRequest, CreateImageResult>
{
    /// <inheritdoc/>
    public CreateImageResult Run(CreateImageRequest request, Call call)
    {
        Errors.RefuseUnserved(
            "snapshots in Local Zones (SnapshotLocation local)",
            request.SnapshotLocation == SnapshotLocationEnum.Local);
        var name = ImageNames.Checked(call, request.Name!);
        var instance = InstanceKinds.Instance.Get(call, request.InstanceId!);
        CheckState(instance);
        Hibernation.CheckAwake(instance, "An image");
        var image = ImageOfInstance.Draft(call, instance) with { Name = name, Description = request.Description };
        var devices = ImageMappings.Merge(
            call, ImageOfInstance.Devices(call, instance), request.BlockDeviceMappings);
        if (devices.All(d => d.Device != image.RootDevice))
        {
            throw Errors.InvalidBlockDeviceMapping($"The root device '{image.RootDevice}' must be among the devices.");
        }

        var tags = ImageTags.ForImage(request.TagSpecifications);
        image = image with { Devices = [.. Taken(call, request, (instance, image.Id), devices)] };
        ImageLife.Begin(call, image, ImageTags.Specification(tags));
        if (request.NoReboot != true && instance.State == InstanceStateName.Running)
        {
            InstanceLoop.Boot(call, InstanceStates.Rebooted(instance));
        }

        return new() { ImageId = image.Id.Value };
    }

    private static IEnumerable<ImageDeviceRecord> Taken(
        Call call,
        CreateImageRequest request,
        (InstanceRecord Instance, ImageId Image) of,
        IReadOnlyList<ImageDeviceRecord> devices)
    {
        var volumes = SourceVolumes.Of(call, of.Instance);
        var tags = ImageTags.ForSnapshots(request.TagSpecifications);
        foreach (var device in devices)
        {
            if (volumes.FirstOrDefault(v => v.Attachment.Device == device.Device).Volume is not { } volume)
            {
                yield return device;
                continue;
            }

            var snapshot = SnapshotLife.Take(call, volume, $"Created by CreateImage({of.Instance.Id}) for {of.Image}");
            SnapshotLife.Tag(call, snapshot, tags);
            yield return device with { SnapshotId = snapshot.Id.Value };
        }
    }

    // Source: EC2 API Reference, CreateImage: an instance that runs or is stopped. The wording is guessed.
    private static void CheckState(InstanceRecord instance)
    {
        if (instance.State is not (InstanceStateName.Running or InstanceStateName.Stopped or InstanceStateName.Stopping
            or InstanceStateName.Pending))
        {
            throw new ServiceException(
                "IncorrectInstanceState",
                $"The instance '{instance.Id}' is not in a state from which an image can be made.");
        }
    }
}
