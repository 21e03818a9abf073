using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>
/// Attaches a network interface to an instance of its zone, running or stopped; it may be in another VPC than the
/// primary one. Source: EC2 User Guide, "Network interface attachments for your EC2 instance".
/// </summary>
public sealed class AttachNetworkInterface
    : IWriteOperation<AttachNetworkInterfaceRequest, AttachNetworkInterfaceResult>
{
    /// <inheritdoc/>
    public AttachNetworkInterfaceResult Run(AttachNetworkInterfaceRequest request, Call call)
    {
        RefuseUnserved(request);
        var face = Ec2Kinds.NetworkInterface.Get(call, request.NetworkInterfaceId!);
        var instance = InstanceKinds.Instance.Get(call, request.InstanceId!);
        InterfaceRules.RefuseManaged(face);
        InstanceInterfaces.CheckFree(face);
        Check(face, instance);
        CheckPlace(request.DeviceIndex!.Value, face, instance, call);
        var attachment = InstanceInterfaces.NewAttachment(call, instance, request.DeviceIndex.Value, false);
        call.Write(Tables.NetworkInterfaces).Put(face with { Attachment = attachment, Detached = null });
        return new() { AttachmentId = attachment.AttachmentId, NetworkCardIndex = 0 };
    }

    private static void Check(NetworkInterfaceRecord face, InstanceRecord instance)
    {
        if (instance.State is not (InstanceStateName.Running or InstanceStateName.Stopped))
        {
            throw new ServiceException(
                "IncorrectInstanceState",
                $"The instance '{instance.Id}' is {instance.State.ToWire()}, neither running nor stopped.");
        }

        InstanceInterfaces.CheckStoppedForFabric(face, instance, "attached");
        if (face.AvailabilityZone != instance.AvailabilityZone)
        {
            throw Errors.InvalidParameterCombination(
                "You may not attach a network interface to an instance if they are not in the same availability zone");
        }
    }

    private static void CheckPlace(int index, NetworkInterfaceRecord face, InstanceRecord instance, ReadCall call)
    {
        var others = InstanceInterfaces.Of(call, instance);
        if (index < 0 || others.Any(other => other.Attachment!.DeviceIndex == index))
        {
            throw Errors.InvalidParameterValue(
                $"Instance '{instance.Id}' already has an interface attached at device index '{index}'.");
        }

        var type = InstanceTypeCatalog.Get(instance.InstanceType);
        InstanceInterfaces.CheckCount(type, others.Count + 1);
        InstanceInterfaces.CheckFabric(type, others.Append(face));
        InstanceInterfaces.CheckAddresses(
            type,
            face.PrivateIps.Length + face.Ipv4Prefixes.Length,
            face.Ipv6Addresses.Length + face.Ipv6Prefixes.Length);
    }

    private static void RefuseUnserved(AttachNetworkInterfaceRequest request)
    {
        if (request.NetworkCardIndex is > 0 || request.EnaSrdSpecification is not null
            || request.EnaQueueCount is not null)
        {
            throw Errors.NotServed(
                "further network cards, ENA Express and ENA queues (NetworkCardIndex, EnaSrdSpecification, "
                + "EnaQueueCount)");
        }
    }
}
