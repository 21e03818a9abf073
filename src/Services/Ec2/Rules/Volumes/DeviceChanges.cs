using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// Sets which volumes go with an instance. Source: EC2 API Reference, ModifyInstanceAttribute (BlockDeviceMappings).
/// </summary>
internal static class DeviceChanges
{
    /// <summary>The change that a request makes.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation: what only a launch may ask for.</exception>
    public static Action<Call, InstanceRecord> Of(IReadOnlyList<InstanceBlockDeviceMappingSpecification> mappings)
    {
        if (mappings.Any(m => m is { VirtualName.Length: > 0 } or { NoDevice: not null }))
        {
            throw Errors.NotServed("instance stores and left-out devices of an instance (VirtualName, NoDevice)");
        }

        return (call, instance) =>
        {
            foreach (var mapping in mappings)
            {
                Set(call, instance, mapping);
            }
        };
    }

    private static void Set(Call call, InstanceRecord instance, InstanceBlockDeviceMappingSpecification mapping)
    {
        var device = mapping.DeviceName ?? throw Errors.Missing("deviceName");
        foreach (var (volume, attachment) in InstanceVolumes.Of(call, instance.Id))
        {
            if (VolumeDevices.AreSame(attachment.Device, device)
                && (mapping.Ebs?.VolumeId is null or "" || mapping.Ebs.VolumeId == volume.Id.Value))
            {
                var goes = mapping.Ebs?.DeleteOnTermination ?? attachment.DeleteOnTermination;
                InstanceVolumes.Put(call, volume with
                {
                    Attachments = volume.Attachments.Replace(
                        attachment, attachment with { DeleteOnTermination = goes }),
                });
                return;
            }
        }

        throw new ServiceException(
            "InvalidInstanceAttributeValue", $"No device is currently mapped at {device}");
    }
}
