using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// The network interfaces of interface endpoints: one in each subnet, one subnet in each zone. Sources: AWS PrivateLink
/// Guide, "Access an AWS service using an interface VPC endpoint"; DuplicateSubnetsInSameZone as users report it.
/// </summary>
internal static class EndpointInterfaces
{
    /// <summary>The subnets of a request.</summary>
    /// <exception cref="ServiceException">
    /// InvalidSubnetID.NotFound, InvalidParameter (another VPC's), DuplicateSubnetsInSameZone.
    /// </exception>
    public static IReadOnlyList<SubnetRecord> Subnets(
        ReadCall call, VpcEndpointRecord endpoint, IEnumerable<string> ids)
    {
        var zones = endpoint.Interfaces.Select(face => face.Zone).ToHashSet(StringComparer.Ordinal);
        var subnets = new List<SubnetRecord>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            var subnet = Ec2Kinds.Subnet.Get(call, id);
            if (subnet.VpcId != endpoint.VpcId)
            {
                throw EndpointErrors.InvalidParameter($"Subnet {id} is not in VPC {endpoint.VpcId}.");
            }

            if (!zones.Add(subnet.AvailabilityZone))
            {
                throw new ServiceException(
                    "DuplicateSubnetsInSameZone",
                    $"Found another VPC endpoint subnet in the availability zone of {id}. VPC endpoint subnets should "
                    + "be in different availability zones supported by the VPC endpoint service.");
            }

            subnets.Add(subnet);
        }

        return subnets;
    }

    /// <summary>The security groups of a request; the VPC's default one where it names none.</summary>
    /// <exception cref="ServiceException">
    /// InvalidGroup.NotFound, InvalidParameter (another VPC's), SecurityGroupsPerInterfaceLimitExceeded.
    /// </exception>
    public static ImmutableArray<SecurityGroupId> Groups(ReadCall call, VpcId vpc, IReadOnlyList<string>? ids)
    {
        if (ids is null or { Count: 0 })
        {
            return [VpcParts.DefaultSecurityGroup(call, vpc).Id];
        }

        var groups = ids.Distinct(StringComparer.Ordinal).Select(id => Ec2Kinds.SecurityGroup.Get(call, id)).ToList();
        if (groups.Find(group => group.VpcId != vpc) is { } stranger)
        {
            throw EndpointErrors.InvalidParameter($"Security group {stranger.Id} is not in VPC {vpc}.");
        }

        Limits.CheckGroupsPerInterface(call, groups.Count);
        return [.. groups.Select(group => group.Id)];
    }

    /// <summary>The endpoint with an interface in each of more subnets.</summary>
    /// <exception cref="ServiceException">InsufficientFreeAddressesInSubnet and others of an interface.</exception>
    public static VpcEndpointRecord Add(
        Call call,
        VpcEndpointRecord endpoint,
        IEnumerable<SubnetRecord> subnets,
        IReadOnlyDictionary<string, SubnetConfiguration> wishes)
    {
        var made = subnets.Select(subnet => new EndpointInterfaceRecord
        {
            SubnetId = subnet.Id,
            Zone = subnet.AvailabilityZone,
            NetworkInterfaceId = Make(call, endpoint, subnet, wishes.GetValueOrDefault(subnet.Id.Value)),
        }).ToList();
        return made.Count == 0 ? endpoint : endpoint with { Interfaces = endpoint.Interfaces.AddRange(made) };
    }

    /// <summary>The endpoint without its interfaces in some subnets.</summary>
    /// <exception cref="ServiceException">InvalidParameter: it has none in one of them.</exception>
    public static VpcEndpointRecord Remove(Call call, VpcEndpointRecord endpoint, IEnumerable<string> subnets)
    {
        foreach (var id in subnets.Distinct(StringComparer.Ordinal))
        {
            var face = endpoint.Interfaces.FirstOrDefault(face => face.SubnetId.Value == id)
                ?? throw EndpointErrors.InvalidParameter(
                    $"Subnet {id} is not associated with the VPC endpoint {endpoint.Id}.");
            InterfaceFactory.Remove(call, face.NetworkInterfaceId);
            endpoint = endpoint with { Interfaces = endpoint.Interfaces.Remove(face) };
        }

        return endpoint;
    }

    /// <summary>Gives all interfaces of an endpoint its security groups.</summary>
    public static void PutGroups(Call call, VpcEndpointRecord endpoint)
    {
        var faces = call.Write(Tables.NetworkInterfaces);
        foreach (var own in endpoint.Interfaces)
        {
            if (faces.Find(own.NetworkInterfaceId) is { } face)
            {
                faces.Put(face with { Groups = endpoint.Groups });
            }
        }
    }

    /// <summary>Makes interfaces anew where addresses are named that they do not have, as AWS does.</summary>
    public static VpcEndpointRecord Readdress(
        Call call, VpcEndpointRecord endpoint, IReadOnlyDictionary<string, SubnetConfiguration> wishes)
    {
        foreach (var (id, wish) in wishes)
        {
            var own = endpoint.Interfaces.First(face => face.SubnetId.Value == id);
            var face = Ec2Kinds.NetworkInterface.Get(call, own.NetworkInterfaceId);
            var keeps = (wish.Ipv4 is null || face.PrivateIps.Contains(wish.Ipv4))
                && (wish.Ipv6 is null || face.Ipv6Addresses.Contains(IpAddress.Parse(wish.Ipv6).ToString()));
            if (!keeps)
            {
                endpoint = Remove(call, endpoint, [id]);
                endpoint = Add(call, endpoint, [Ec2Kinds.Subnet.Get(call, id)], wishes);
            }
        }

        return endpoint;
    }

    /// <summary>Gives interfaces an IPv6 address, or takes theirs away.</summary>
    public static void PutIpv6(Call call, VpcEndpointRecord endpoint)
    {
        var wanted = endpoint.IpAddressType != IpAddressType.Ipv4;
        var faces = call.Write(Tables.NetworkInterfaces);
        foreach (var face in endpoint.Interfaces.Select(own => faces.Find(own.NetworkInterfaceId)!).ToList())
        {
            if (!wanted)
            {
                faces.Put(face with { Ipv6Addresses = [] });
            }
            else if (face.Ipv6Addresses.IsEmpty)
            {
                var addresses = new SubnetAddresses(call, Ec2Kinds.Subnet.Get(call, face.SubnetId));
                faces.Put(InterfaceAddresses.Add(call, face, addresses, new AddressWish { Ipv6Count = 1 }));
            }
        }
    }

    // AWS names an account of its own as the requester, a different one in each region; here as for NAT gateways.
    private static NetworkInterfaceId Make(
        Call call, VpcEndpointRecord endpoint, SubnetRecord subnet, SubnetConfiguration? wish)
    {
        var ipv6 = endpoint.IpAddressType != IpAddressType.Ipv4;
        var face = InterfaceFactory.Create(call, new InterfaceOrder
        {
            Subnet = subnet,
            Groups = endpoint.Groups,
            Type = NetworkInterfaceType.VpcEndpoint,
            Description = $"VPC Endpoint Interface {endpoint.Id}",
            RequesterId = "amazon-aws",
            PrimaryIp = wish?.Ipv4,
            Wish = wish?.Ipv6 is { } named
                ? new AddressWish { Ipv6 = [named] }
                : new AddressWish { Ipv6Count = ipv6 ? 1 : 0 },
        });
        return face.Id;
    }
}
