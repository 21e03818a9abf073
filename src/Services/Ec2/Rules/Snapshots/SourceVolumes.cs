using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>The volumes of an instance that snapshots are taken of.</summary>
internal static class SourceVolumes
{
    /// <summary>Its volumes with their attachments, the root volume first, then by name.</summary>
    public static IReadOnlyList<(VolumeRecord Volume, VolumeAttachmentRecord Attachment)> Of(
        ReadCall call, InstanceRecord instance)
    {
        var root = InstanceVolumes.RootOf(call, instance);
        return
        [
            .. InstanceVolumes.Of(call, instance.Id).OrderByDescending(v => v.Attachment.Device == root)
                .ThenBy(v => v.Attachment.Device, StringComparer.Ordinal),
        ];
    }
}
