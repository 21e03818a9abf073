using System.Globalization;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// The volumes of an instance, and what its life does to them: they are written to while it is up, stay when it stops,
/// and go or become free when it ends. Source: EC2 User Guide, "Preserve data when an instance is terminated".
/// </summary>
internal static class InstanceVolumes
{
    /// <summary>Its volumes with their attachments, in the order of their device names.</summary>
    public static IReadOnlyList<(VolumeRecord Volume, VolumeAttachmentRecord Attachment)> Of(
        ReadCall call, InstanceId instance) =>
    [
        .. call.Read(VolumeTables.Volumes).By(VolumeTables.VolumesByInstance, instance.Value)
            .Select(v => (v, AttachmentTo(v, instance)!))
            .OrderBy(pair => pair.Item2.Device, StringComparer.Ordinal),
    ];

    /// <summary>The name of an instance's root device: that which it was launched with, or else its image's.</summary>
    public static string RootOf(ReadCall call, InstanceRecord instance) =>
        instance.RootDevice ?? ImageDevices.Of(call, instance.ImageId).Root;

    /// <summary>The attachment of a volume to an instance, or null.</summary>
    public static VolumeAttachmentRecord? AttachmentTo(VolumeRecord volume, InstanceId instance) =>
        volume.Attachments.FirstOrDefault(a => a.InstanceId == instance);

    /// <summary>The state of an attachment: those of a launch take until the instance runs.</summary>
    public static VolumeAttachmentState StateOf(VolumeAttachmentRecord attachment, InstanceRecord? instance) =>
        attachment.State == VolumeAttachmentState.Attached
            && instance is { State: InstanceStateName.Pending, Boots: 1 }
            ? VolumeAttachmentState.Attaching
            : attachment.State;

    /// <summary>Takes note of an instance that came up or went down.</summary>
    public static void Changed(Call call, InstanceRecord instance)
    {
        foreach (var (volume, _) in Of(call, instance.Id))
        {
            Put(call, volume);
        }
    }

    /// <summary>Puts a volume whose attachments, their instances or rate of writing may have changed.</summary>
    public static void Put(Call call, VolumeRecord volume)
    {
        var before = call.Read(VolumeTables.Volumes).Find(volume.Id);
        var goesOn = volume.Attachments.Any(a => IsUp(call, a));
        if (goesOn != volume.WritingSince.HasValue || before?.WriteMibPerHour != volume.WriteMibPerHour)
        {
            var rate = volume.WriteMibPerHour;
            volume = WrittenBytes.Settled(
                volume with { WriteMibPerHour = before is null ? rate : before.WriteMibPerHour }, call.Now, goesOn)
                with { WriteMibPerHour = rate };
        }

        if (!ReferenceEquals(before, volume))
        {
            call.Write(VolumeTables.Volumes).Put(before is null ? volume : VolumeSpans.Noted(call, before, volume));
            VolumeSpans.Tell(call, volume.Id);
        }
    }

    /// <summary>Takes note of the tags of a volume: one of them declares how much is written.</summary>
    public static void NoteTags(Call call, string id)
    {
        if (id.StartsWith("vol-", StringComparison.Ordinal)
            && call.Read(VolumeTables.Volumes).Find(new(id)) is { } volume)
        {
            int? rate = TagStore.Of(call, id).TryGetValue(WrittenBytes.Tag, out var text)
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
            if (rate != volume.WriteMibPerHour)
            {
                Put(call, volume with { WriteMibPerHour = rate });
            }
        }
    }

    /// <summary>
    /// Takes the volumes from an instance that ends: those made to go with it go, the others are free.
    /// </summary>
    public static void Release(Call call, InstanceRecord instance)
    {
        foreach (var (volume, attachment) in Of(call, instance.Id))
        {
            var left = volume with { Attachments = volume.Attachments.Remove(attachment) };
            if (attachment.DeleteOnTermination && left.Attachments.IsEmpty)
            {
                Remove(call, volume);
            }
            else
            {
                Put(call, left);
            }
        }
    }

    /// <summary>Removes a volume with all that is known of it.</summary>
    public static void Remove(Call call, VolumeRecord volume)
    {
        call.Write(VolumeTables.Volumes).Remove(volume.Id);
        if (call.Read(VolumeTables.Modifications).Contains(volume.Id))
        {
            call.Write(VolumeTables.Modifications).Remove(volume.Id);
        }

        VolumeUsage.Count(call, VolumePlans.ShapeOf(volume), -1);
        TagStore.Forget(call, volume.Id.Value);
    }

    /// <summary>Refuses to start an instance whose root volume was taken away.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue; the wording is AWS's as users report it.</exception>
    public static void CheckRoot(ReadCall call, InstanceRecord instance)
    {
        if (instance.RootDevice is { } root
            && !Of(call, instance.Id).Any(v => VolumeDevices.AreSame(v.Attachment.Device, root)))
        {
            throw Errors.InvalidParameterValue(
                $"Invalid value '{instance.Id}' for instanceId. Instance does not have a volume attached at root "
                + $"({root})");
        }
    }

    /// <summary>The root volume of an instance, if it is attached.</summary>
    public static VolumeRecord? Root(ReadCall call, InstanceRecord instance) =>
        Of(call, instance.Id)
            .FirstOrDefault(v => VolumeDevices.AreSame(v.Attachment.Device, RootOf(call, instance))).Volume;

    private static bool IsUp(ReadCall call, VolumeAttachmentRecord attachment) =>
        attachment.State is VolumeAttachmentState.Attached or VolumeAttachmentState.Busy
        && call.Read(InstanceTables.Instances).Find(attachment.InstanceId) is
        {
            State: not (InstanceStateName.Stopped or InstanceStateName.Terminated),
        };
}
