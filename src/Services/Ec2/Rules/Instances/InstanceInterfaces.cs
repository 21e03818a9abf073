using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// The network interfaces of instances. Sources: EC2 API Reference, AttachNetworkInterface; EC2 User Guide, "Network
/// interface attachments for your EC2 instance". Messages as public logs of clients show them, where they do.
/// </summary>
internal static class InstanceInterfaces
{
    /// <summary>The interfaces of an instance, the primary one first.</summary>
    public static IReadOnlyList<NetworkInterfaceRecord> Of(ReadCall call, InstanceRecord instance)
    {
        var faces = call.Read(Tables.NetworkInterfaces).By(InstanceTables.InterfacesByInstance, instance.Id.Value);

        // Most have one, and nothing to be sorted.
        return faces is NetworkInterfaceRecord[] { Length: <= 1 } few
            ? few
            : [.. faces.OrderBy(face => face.Attachment!.DeviceIndex)];
    }

    /// <summary>The only interface of an instance, for requests that name none.</summary>
    /// <exception cref="ServiceException">InvalidInstanceID: it has several, or none.</exception>
    public static NetworkInterfaceRecord Single(ReadCall call, InstanceRecord instance) => Of(call, instance) switch
    {
        [var one] => one,
        [] => throw new ServiceException(
            "InvalidInstanceID", $"The instance '{instance.Id}' has no network interface."),
        _ => throw new ServiceException(
            "InvalidInstanceID",
            $"There are multiple interfaces attached to instance '{instance.Id}'. Please specify an interface ID for "
            + "the operation instead."),
    };

    /// <summary>A new attachment to an instance.</summary>
    public static NetworkInterfaceAttachmentRecord NewAttachment(
        Call call, InstanceRecord instance, int deviceIndex, bool deleteOnTermination) => new()
    {
        AttachmentId = call.NewId("eni-attach"),
        InstanceId = instance.Id.Value,
        InstanceOwnerId = call.Account,
        DeviceIndex = deviceIndex,
        DeleteOnTermination = deleteOnTermination,
        AttachTime = call.Now,
    };

    /// <summary>Takes the interfaces from an instance that ends: those made with it go, the others are free.</summary>
    public static void Release(Call call, InstanceRecord instance)
    {
        foreach (var face in Of(call, instance))
        {
            InstancePublicIps.Release(call, face);
            if (face.Attachment!.DeleteOnTermination)
            {
                InterfaceFactory.Remove(call, face.Id);
            }
            else
            {
                call.Write(Tables.NetworkInterfaces).Put(face with { Attachment = null, AutoPublicIp = null });
            }
        }
    }

    /// <summary>Refuses an interface that is attached to something.</summary>
    /// <exception cref="ServiceException">InvalidNetworkInterface.InUse.</exception>
    public static void CheckFree(NetworkInterfaceRecord face)
    {
        if (face.Attachment is not null)
        {
            throw new ServiceException("InvalidNetworkInterface.InUse", $"Interface: [{face.Id}] in use.");
        }
    }

    /// <summary>Refuses more interfaces than a type has places for.</summary>
    /// <exception cref="ServiceException">AttachmentLimitExceeded.</exception>
    public static void CheckCount(InstanceTypeFacts type, int count)
    {
        if (count > type.MaxInterfaces)
        {
            throw new ServiceException(
                "AttachmentLimitExceeded", $"Interface count {count} exceeds the limit for {type.Name}");
        }
    }

    /// <summary>
    /// Refuses Elastic Fabric Adapters where the type has none, and more than one: an instance here has one network
    /// card, and a card takes one. Sources: EC2 User Guide, "Elastic Fabric Adapter" (supported types, one a card); the
    /// code and words for other types as public logs of clients show them, those of the count guessed.
    /// </summary>
    /// <exception cref="ServiceException">UnsupportedOperation, or AttachmentLimitExceeded.</exception>
    public static void CheckFabric(InstanceTypeFacts type, IEnumerable<NetworkInterfaceRecord> faces)
    {
        var adapters = faces.Count(IsFabric);
        if (adapters > 0 && !type.Row.Flag("efa"))
        {
            throw new ServiceException("UnsupportedOperation", $"EFA interfaces are not supported on {type.Name}");
        }

        if (adapters > 1)
        {
            throw new ServiceException(
                "AttachmentLimitExceeded", $"EFA interface count {adapters} exceeds the limit for {type.Name}");
        }
    }

    /// <summary>
    /// Refuses to attach or detach an Elastic Fabric Adapter while its instance runs. Source: EC2 User Guide, "Create
    /// and attach an Elastic Fabric Adapter to an Amazon EC2 instance"; code and words are guessed.
    /// </summary>
    /// <exception cref="ServiceException">IncorrectInstanceState.</exception>
    public static void CheckStoppedForFabric(NetworkInterfaceRecord face, InstanceRecord instance, string what)
    {
        if (IsFabric(face) && instance.State != InstanceStateName.Stopped)
        {
            throw new ServiceException(
                "IncorrectInstanceState",
                $"The EFA interface '{face.Id}' cannot be {what} while the instance '{instance.Id}' is "
                + $"{instance.State.ToWire()}: stop it first.");
        }
    }

    private static bool IsFabric(NetworkInterfaceRecord face) =>
        face.InterfaceType is NetworkInterfaceType.Efa or NetworkInterfaceType.EfaOnly;

    /// <summary>Refuses more addresses on one interface than a type takes.</summary>
    /// <exception cref="ServiceException">PrivateIpAddressLimitExceeded.</exception>
    public static void CheckAddresses(InstanceTypeFacts type, long ipv4, long ipv6)
    {
        if (ipv4 > type.Ipv4PerInterface || ipv6 > type.Ipv6PerInterface)
        {
            throw new ServiceException(
                "PrivateIpAddressLimitExceeded", "Number of private addresses will exceed limit.");
        }
    }
}
