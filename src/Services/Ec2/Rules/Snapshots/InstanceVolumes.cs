using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>The volumes that an instance has, by the names under which it has them.</summary>
internal static class InstanceVolumes
{
    private const string UsualRoot = "/dev/xvda";

    /// <summary>Its volumes with their attachments, the root volume first, then by name.</summary>
    public static IReadOnlyList<(VolumeRecord Volume, VolumeAttachmentRecord Attachment)> Of(
        ReadCall call, InstanceRecord instance)
    {
        var root = RootDeviceOf(call, instance);
        return
        [
            .. call.Read(VolumeTables.Volumes).By(VolumeTables.VolumesByInstance, instance.Id.Value)
                .Select(v => (Volume: v, Attachment: v.Attachments.First(a => a.InstanceId == instance.Id)))
                .OrderByDescending(v => v.Attachment.Device == root)
                .ThenBy(v => v.Attachment.Device, StringComparer.Ordinal),
        ];
    }

    /// <summary>The name of its root device: as its image says. That of images not known is guessed.</summary>
    public static string RootDeviceOf(ReadCall call, InstanceRecord instance) =>
        ImageOf.Any(call, instance.ImageId)?.RootDevice ?? UsualRoot;
}
