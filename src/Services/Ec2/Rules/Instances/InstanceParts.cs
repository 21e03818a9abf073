using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>What an instance consists of besides itself.</summary>
/// <param name="Interfaces">Its network interfaces, the primary one first.</param>
/// <param name="Volumes">Its volumes, by device.</param>
internal readonly record struct InstanceParts(
    IReadOnlyList<NetworkInterfaceRecord> Interfaces,
    IReadOnlyList<(VolumeRecord Volume, VolumeAttachmentRecord Attachment)> Volumes)
{
    /// <summary>Those of an instance.</summary>
    public static InstanceParts Of(ReadCall call, InstanceRecord instance) =>
        new(InstanceInterfaces.Of(call, instance), InstanceVolumes.Of(call, instance.Id));
}
