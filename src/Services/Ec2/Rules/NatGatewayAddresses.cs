using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>Gives addresses to NAT gateways and takes them back.</summary>
internal static class NatGatewayAddresses
{
    /// <summary>
    /// Makes the interface of a gateway with a private address for each of its wishes, in their order.
    /// </summary>
    /// <exception cref="ServiceException">InsufficientFreeAddressesInSubnet, InvalidIPAddress.InUse.</exception>
    public static NetworkInterfaceRecord MakeInterface(Call call, NatGatewayRecord gateway)
    {
        var named = gateway.Wishes.Skip(1).Where(w => w.PrivateIp is not null).Select(w => w.PrivateIp!).ToList();
        var face = InterfaceFactory.Create(call, new InterfaceOrder
        {
            Subnet = Ec2Kinds.Subnet.Get(call, gateway.SubnetId),
            Type = NetworkInterfaceType.NatGateway,
            Description = $"Interface for NAT Gateway {gateway.Id}",
            RequesterId = "amazon-aws",
            PrimaryIp = gateway.Wishes[0].PrivateIp,
            Wish = new AddressWish { Ipv4 = named, Ipv4Count = gateway.Wishes.Length - 1 - named.Count },
        });
        return face;
    }

    /// <summary>
    /// The address at a place of a gateway's interface, with the Elastic IP address that was wished for it. Named
    /// private addresses stand before those that were chosen, so that each named wish finds its own.
    /// </summary>
    public static NatGatewayAddressRecord Give(
        Call call, NetworkInterfaceRecord face, int place, NatGatewayWishRecord wish) =>
        Associated(call, face, new NatGatewayAddressRecord
        {
            PrivateIp = wish.PrivateIp ?? face.PrivateIps[place],
            NetworkInterfaceId = face.Id,
            AllocationId = wish.AllocationId,
            IsPrimary = place == 0,
        });

    /// <summary>The address once its Elastic IP address is mapped to it; a private one as it is.</summary>
    public static NatGatewayAddressRecord Associated(
        Call call, NetworkInterfaceRecord face, NatGatewayAddressRecord address)
    {
        address = address with { Status = NatGatewayAddressStatus.Succeeded };
        if (address.AllocationId is not { } allocation)
        {
            return address;
        }

        var elastic = ElasticIps.Associate(
            call, Ec2Kinds.Address.Get(call, allocation), face, address.PrivateIp, mayReassociate: false);
        return address with { PublicIp = elastic.PublicIp, AssociationId = elastic.AssociationId };
    }

    /// <summary>
    /// Adds private addresses to the interface of a gateway: those named, and as many as wanted besides.
    /// </summary>
    /// <returns>The interface and the new addresses.</returns>
    /// <exception cref="ServiceException">InsufficientFreeAddressesInSubnet, InvalidIPAddress.InUse,
    /// InvalidParameterValue.</exception>
    public static (NetworkInterfaceRecord Face, IReadOnlyList<string> Added) Add(
        Call call, NatGatewayRecord gateway, IReadOnlyList<string> named, int count)
    {
        var before = NatGatewayRules.InterfaceOf(call, gateway);
        var addresses = new SubnetAddresses(call, Ec2Kinds.Subnet.Get(call, gateway.SubnetId));
        var after =
            InterfaceAddresses.Add(call, before, addresses, new AddressWish { Ipv4 = named, Ipv4Count = count });
        call.Write(Tables.NetworkInterfaces).Put(after);
        return (after, [.. after.PrivateIps.Skip(before.PrivateIps.Length)]);
    }

    /// <summary>Takes an address away from the interface of a gateway, its Elastic IP address first.</summary>
    public static void Release(Call call, NatGatewayRecord gateway, NatGatewayAddressRecord address)
    {
        if (address.AllocationId is { } allocation
            && call.Read(Tables.Addresses).Find(allocation) is { } elastic
            && elastic.AssociationId == address.AssociationId && address.AssociationId is not null)
        {
            ElasticIps.Disassociate(call, elastic);
        }

        var face = NatGatewayRules.InterfaceOf(call, gateway);
        call.Write(Tables.NetworkInterfaces).Put(face with { PrivateIps = face.PrivateIps.Remove(address.PrivateIp) });
    }
}
