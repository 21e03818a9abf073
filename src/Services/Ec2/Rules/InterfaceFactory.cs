using System.Collections.Immutable;
using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Makes and removes network interfaces: for a caller, or for a service that then owns them (a NAT gateway). Source:
/// EC2 User Guide, "Elastic network interfaces" and "Requester-managed network interfaces".
/// </summary>
internal static class InterfaceFactory
{
    /// <summary>Makes an interface with its addresses.</summary>
    /// <exception cref="Core.ServiceException">
    /// InsufficientFreeAddressesInSubnet, InvalidIPAddress.InUse, NetworkInterfaceLimitExceeded or
    /// InvalidParameterValue.
    /// </exception>
    public static NetworkInterfaceRecord Create(Call call, InterfaceOrder order) =>
        Create(call, order, new SubnetAddresses(call, order.Subnet));

    /// <summary>Makes one of several interfaces in a subnet whose addresses are known.</summary>
    /// <exception cref="Core.ServiceException">As above.</exception>
    public static NetworkInterfaceRecord Create(Call call, InterfaceOrder order, SubnetAddresses addresses)
    {
        Limits.CheckNetworkInterfaces(call);
        var subnet = order.Subnet;
        var managed = order.RequesterId is not null;
        var face = new NetworkInterfaceRecord
        {
            Id = call.NewId<NetworkInterfaceId>(),
            SubnetId = subnet.Id,
            VpcId = subnet.VpcId,
            AvailabilityZone = subnet.AvailabilityZone,
            AvailabilityZoneId = subnet.AvailabilityZoneId,
            MacAddress = NewMac(call),
            Description = order.Description,
            InterfaceType = order.Type,
            Groups = order.Groups,
            PrivateIps = Primary(order, addresses),
            SourceDestCheck = !managed,
            RequesterManaged = managed,
            RequesterId = order.RequesterId,
            Attachment = managed ? ServiceAttachment(call) : order.Attachment,
            AutoPublicIp = order.PublicIp,
            HasPrimaryIpv6 = order.PrimaryIpv6,
        };
        face = InterfaceAddresses.Add(call, face, addresses, order.Wish);
        call.Write(Tables.NetworkInterfaces).PutNew(face);
        return face;
    }

    /// <summary>Removes an interface; an Elastic IP address of it stays allocated, associated with nothing.</summary>
    public static void Remove(Call call, NetworkInterfaceId id)
    {
        foreach (var address in call.Read(Tables.Addresses).By(Tables.AddressesByInterface, id.Value).ToList())
        {
            ElasticIps.Disassociate(call, address);
        }

        call.Write(Tables.NetworkInterfaces).Remove(id);
        TagStore.Forget(call, id.Value);
    }

    // An interface for EFA only has no address at all, nor has an IPv6-only subnet any of IPv4.
    private static ImmutableArray<string> Primary(InterfaceOrder order, SubnetAddresses addresses) =>
        (order.PrimaryIp, order.Subnet.Ipv6Native || order.Type == NetworkInterfaceType.EfaOnly) switch
        {
            ({ } given, _) => [addresses.Claim(given)],
            (null, false) => [addresses.TakeIpv4()],
            _ => [],
        };

    private static NetworkInterfaceAttachmentRecord ServiceAttachment(Call call) => new()
    {
        AttachmentId = call.NewId("ela-attach"),
        InstanceOwnerId = "amazon-aws",
        DeviceIndex = 1,
        AttachTime = call.Now,
    };

    // The second lowest bit of the first byte marks an address that no vendor assigned, as all of EC2's are.
    private static string NewMac(Call call)
    {
        Span<byte> mac = stackalloc byte[6];
        call.Random.Fill(mac);
        mac[0] = (byte)(mac[0] & 0x0c | 0x02);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{mac[0]:x2}:{mac[1]:x2}:{mac[2]:x2}:{mac[3]:x2}:{mac[4]:x2}:{mac[5]:x2}");
    }
}
