using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// Whether a volume may be attached to an instance or taken from it. Sources: EC2 API Reference, AttachVolume and
/// DetachVolume; Amazon EBS User Guide, "Attach an EBS volume to multiple EC2 instances using EBS Multi-Attach"; codes
/// and wordings as users of AWS report them.
/// </summary>
internal static class VolumeAttachments
{
    private const int MostInstances = 16;

    /// <summary>Refuses an attachment that cannot be.</summary>
    /// <exception cref="ServiceException">See the parts.</exception>
    public static void CheckAttach(ReadCall call, VolumeRecord volume, InstanceRecord instance, string device)
    {
        VolumeDevices.CheckForm(device);
        CheckVolume(volume, instance);
        if (instance.State is not (InstanceStateName.Running or InstanceStateName.Stopped))
        {
            throw Errors.IncorrectState($"Instance '{instance.Id}' is not 'running'.");
        }

        if (volume.AvailabilityZone != instance.AvailabilityZone)
        {
            throw new ServiceException(
                "InvalidVolume.ZoneMismatch",
                $"The volume '{volume.Id}' is not in the same availability zone as instance '{instance.Id}'");
        }

        var type = InstanceTypeCatalog.Get(instance.InstanceType);
        if (volume.MultiAttach)
        {
            CheckMultiAttach(volume, instance, type, device);
        }

        var others = InstanceVolumes.Of(call, instance.Id);
        VolumeDevices.CheckFree(device, others.Select(o => o.Attachment));
        AttachmentLimits.Check(type, InstanceInterfaces.Of(call, instance).Count, others.Count + 1);
    }

    /// <summary>The attachment that a request means.</summary>
    /// <exception cref="ServiceException">IncorrectState, InvalidAttachment.NotFound, or MissingParameter.</exception>
    public static VolumeAttachmentRecord Find(VolumeRecord volume, string? instance, string? device)
    {
        if (volume.Attachments.IsEmpty)
        {
            throw Errors.IncorrectState($"Volume '{volume.Id}' is in the '{volume.State.ToWire()}' state.");
        }

        if (volume.MultiAttach && string.IsNullOrEmpty(instance))
        {
            throw Errors.Missing("instanceId");
        }

        return volume.Attachments.FirstOrDefault(a =>
                (string.IsNullOrEmpty(instance) || a.InstanceId.Value == instance)
                && (string.IsNullOrEmpty(device) || VolumeDevices.AreSame(a.Device, device)))
            ?? throw new ServiceException(
                "InvalidAttachment.NotFound",
                $"The volume '{volume.Id}' is not attached to instance '{instance ?? "any"}' as device "
                + $"'{device ?? "any"}'.");
    }

    /// <summary>Refuses to take away what is going already, or what a system runs from.</summary>
    /// <exception cref="ServiceException">IncorrectState, or OperationNotPermitted.</exception>
    public static void CheckDetach(ReadCall call, VolumeRecord volume, VolumeAttachmentRecord attachment)
    {
        if (attachment.State == VolumeAttachmentState.Detaching)
        {
            throw Errors.IncorrectState($"Volume '{volume.Id}' is being detached from '{attachment.InstanceId}'.");
        }

        if (call.Read(InstanceTables.Instances).Find(attachment.InstanceId) is { } instance
            && instance.State != InstanceStateName.Stopped && IsRoot(instance, attachment.Device))
        {
            throw Errors.OperationNotPermitted(
                $"Unable to detach root volume '{volume.Id}' from instance '{instance.Id}'");
        }
    }

    /// <summary>Whether a device is an instance's root.</summary>
    public static bool IsRoot(InstanceRecord instance, string device) =>
        instance.RootDevice is { } root && VolumeDevices.AreSame(root, device);

    private static void CheckVolume(VolumeRecord volume, InstanceRecord instance)
    {
        if (volume.State != VolumeState.Available)
        {
            throw Errors.IncorrectState($"{volume.Id} is not 'available'.");
        }

        if (!volume.Attachments.IsEmpty
            && (!volume.MultiAttach || InstanceVolumes.AttachmentTo(volume, instance.Id) is not null))
        {
            throw new ServiceException("VolumeInUse", $"{volume.Id} is already attached to an instance");
        }
    }

    private static void CheckMultiAttach(
        VolumeRecord volume, InstanceRecord instance, InstanceTypeFacts type, string device)
    {
        if (!AttachmentLimits.IsNitro(type))
        {
            throw Errors.InvalidParameterCombination(
                $"Multi-Attach volumes can be attached to instances on the Nitro System only; {type.Name} is not.");
        }

        if (IsRoot(instance, device))
        {
            throw Errors.InvalidParameterCombination("A Multi-Attach volume cannot be a root volume.");
        }

        if (volume.Attachments.Length >= MostInstances)
        {
            throw new ServiceException(
                "AttachmentLimitExceeded",
                $"The volume '{volume.Id}' is attached to {MostInstances} instances already.");
        }
    }
}
