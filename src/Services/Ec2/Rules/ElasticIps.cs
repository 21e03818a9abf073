using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Maps Elastic IP addresses to private addresses of network interfaces. Source: EC2 API Reference, AssociateAddress.
/// </summary>
internal static class ElasticIps
{
    /// <summary>
    /// Maps an address to a private address of an interface. What either was mapped to before is undone, unless that is
    /// not allowed; mapping the same pair again changes nothing.
    /// </summary>
    /// <exception cref="ServiceException">Gateway.NotAttached, or Resource.AlreadyAssociated.</exception>
    public static AddressRecord Associate(
        Call call, AddressRecord address, NetworkInterfaceRecord face, string privateIp, bool mayReassociate = true)
    {
        if (address.NetworkInterfaceId == face.Id && address.PrivateIp == privateIp)
        {
            return address;
        }

        if (!call.Read(Tables.InternetGateways).HasAny(Tables.InternetGatewaysByVpc, face.VpcId.Value))
        {
            throw new ServiceException(
                "Gateway.NotAttached", $"Network {face.VpcId} is not attached to any internet gateway");
        }

        var before = call.Read(Tables.Addresses).By(Tables.AddressesByInterface, face.Id.Value)
            .FirstOrDefault(other => other.PrivateIp == privateIp);
        if (!mayReassociate)
        {
            RefuseTaken(address.Id.Value, address.AssociationId);
            RefuseTaken(face.Id.Value, before?.AssociationId);
        }

        if (before is not null)
        {
            Disassociate(call, before);
        }

        var associated = address with
        {
            AssociationId = call.NewId("eipassoc"),
            NetworkInterfaceId = face.Id,
            PrivateIp = privateIp,
        };
        call.Write(Tables.Addresses).Put(associated);
        InstancePublicIps.Replaced(call, face, privateIp);
        return associated;
    }

    /// <summary>Undoes the mapping of an address; it stays allocated.</summary>
    public static AddressRecord Disassociate(Call call, AddressRecord address)
    {
        var free = address with { AssociationId = null, NetworkInterfaceId = null, PrivateIp = null };
        call.Write(Tables.Addresses).Put(free);
        if (address.NetworkInterfaceId is { } face)
        {
            InstancePublicIps.Lost(call, face);
        }

        return free;
    }

    /// <summary>Refuses to touch the mapping of an address to an interface that a service owns.</summary>
    /// <exception cref="ServiceException">AuthFailure.</exception>
    public static void RefuseManaged(ReadCall call, AddressRecord address)
    {
        if (address.NetworkInterfaceId is { } id
            && call.Read(Tables.NetworkInterfaces).Find(id)?.RequesterManaged == true)
        {
            throw new ServiceException("AuthFailure", "You do not have permission to access the specified resource.");
        }
    }

    private static void RefuseTaken(string resource, string? association)
    {
        if (association is not null)
        {
            throw new ServiceException(
                "Resource.AlreadyAssociated",
                $"resource {resource} is already associated with associate-id {association}");
        }
    }
}
