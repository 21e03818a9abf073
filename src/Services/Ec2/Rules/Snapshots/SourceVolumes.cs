using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Volumes;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>The volumes of an instance that snapshots are taken of.</summary>
internal static class SourceVolumes
{
    private const string UsualRoot = "/dev/xvda";

    /// <summary>Its volumes with their attachments, the root volume first, then by name.</summary>
    public static IReadOnlyList<(VolumeRecord Volume, VolumeAttachmentRecord Attachment)> Of(
        ReadCall call, InstanceRecord instance)
    {
        var root = RootDeviceOf(call, instance);
        return
        [
            .. InstanceVolumes.Of(call, instance.Id).OrderByDescending(v => v.Attachment.Device == root)
                .ThenBy(v => v.Attachment.Device, StringComparer.Ordinal),
        ];
    }

    /// <summary>The name of its root device: that which it was launched with.</summary>
    public static string RootDeviceOf(ReadCall call, InstanceRecord instance) =>
        instance.RootDevice ?? ImageOf.Any(call, instance.ImageId)?.RootDevice ?? UsualRoot;
}
