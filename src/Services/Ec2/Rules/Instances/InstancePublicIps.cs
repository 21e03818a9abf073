using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// The public addresses that instances have of themselves: given at each start, taken back when the instance stops or
/// ends, and when an Elastic IP address takes their place. One that lost its own gets another only while it has a
/// single interface. Source: EC2 User Guide, "Public IPv4 addresses".
/// </summary>
internal static class InstancePublicIps
{
    /// <summary>Gives an instance that starts its public address, where it is to have one.</summary>
    public static void Start(Call call, InstanceRecord instance)
    {
        if (instance.AssociatePublicIp && InstanceInterfaces.Of(call, instance) is [var only])
        {
            Give(call, only);
        }
    }

    /// <summary>Takes the public addresses of an instance that stops.</summary>
    public static void Stop(Call call, InstanceRecord instance)
    {
        foreach (var face in InstanceInterfaces.Of(call, instance))
        {
            Take(call, face);
        }
    }

    /// <summary>Notes that an Elastic IP address is now mapped to a private address of an interface.</summary>
    public static void Replaced(Call call, NetworkInterfaceRecord face, string privateIp)
    {
        if (face.PrivateIps is [var primary, ..] && primary == privateIp)
        {
            Take(call, face);
        }
    }

    /// <summary>Notes that an interface lost an Elastic IP address.</summary>
    public static void Lost(Call call, NetworkInterfaceId id)
    {
        if (call.Read(Tables.NetworkInterfaces).Find(id) is { Attachment.InstanceId: { } owner } face
            && call.Read(InstanceTables.Instances).Find(new(owner)) is { AssociatePublicIp: true } instance
            && instance.State is InstanceStateName.Running or InstanceStateName.Pending
            && InstanceInterfaces.Of(call, instance).Count == 1)
        {
            Give(call, face);
        }
    }

    /// <summary>Gives the address of an interface back, without changing the interface.</summary>
    public static void Release(Call call, NetworkInterfaceRecord face)
    {
        if (face.AutoPublicIp is { } ip)
        {
            PublicIps.Release(call, ip);
        }
    }

    private static void Give(Call call, NetworkInterfaceRecord face)
    {
        if (face is { AutoPublicIp: null, PrivateIps: [var primary, ..] }
            && !call.Read(Tables.Addresses).By(Tables.AddressesByInterface, face.Id.Value)
                .Any(address => address.PrivateIp == primary))
        {
            call.Write(Tables.NetworkInterfaces)
                .Put(face with { AutoPublicIp = PublicIps.Draw(call, automatic: true) });
        }
    }

    private static void Take(Call call, NetworkInterfaceRecord face)
    {
        if (face.AutoPublicIp is not null)
        {
            Release(call, face);
            call.Write(Tables.NetworkInterfaces).Put(face with { AutoPublicIp = null });
        }
    }
}
