using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// Which families of addresses an interface endpoint has. Source: AWS PrivateLink Guide, "Access an AWS service using
/// an interface VPC endpoint": the subnets and the service must have them; ipv6 takes IPv6-only subnets. The codes are
/// guessed.
/// </summary>
internal static class EndpointAddressing
{
    /// <summary>Refuses a type that the service or one of the subnets does not have.</summary>
    /// <exception cref="ServiceException">InvalidParameter.</exception>
    public static void Check(IpAddressType type, EndpointOffer offer, IEnumerable<SubnetRecord> subnets)
    {
        if (Families(type).Any(family => !offer.IpAddressTypes.Contains(family)))
        {
            throw EndpointErrors.InvalidParameter(
                $"The VPC endpoint service {offer.ServiceName} does not support the IP address type {type.ToWire()}.");
        }

        foreach (var subnet in subnets)
        {
            if (!Fits(type, subnet))
            {
                throw EndpointErrors.InvalidParameter(
                    $"The subnet {subnet.Id} does not support the IP address type {type.ToWire()}.");
            }
        }
    }

    /// <summary>The type of DNS records of an endpoint: what was asked for, else that of its addresses.</summary>
    /// <exception cref="ServiceException">InvalidParameter: records of addresses that it does not have.</exception>
    public static DnsRecordIpType Records(IpAddressType type, DnsRecordIpType? asked)
    {
        var same = type switch
        {
            IpAddressType.Ipv6 => DnsRecordIpType.Ipv6,
            IpAddressType.Dualstack => DnsRecordIpType.Dualstack,
            _ => DnsRecordIpType.Ipv4,
        };
        var chosen = asked ?? same;
        return chosen == same || chosen == DnsRecordIpType.ServiceDefined || type == IpAddressType.Dualstack
            ? chosen
            : throw EndpointErrors.InvalidParameter(
                $"The DNS record IP type {chosen.ToWire()} does not match the IP address type {type.ToWire()}.");
    }

    /// <summary>The families of a type.</summary>
    public static IReadOnlyList<ServiceConnectivityType> Families(IpAddressType type) => type switch
    {
        IpAddressType.Ipv4 => [ServiceConnectivityType.Ipv4],
        IpAddressType.Ipv6 => [ServiceConnectivityType.Ipv6],
        _ => [ServiceConnectivityType.Ipv4, ServiceConnectivityType.Ipv6],
    };

    private static bool Fits(IpAddressType type, SubnetRecord subnet) => type switch
    {
        IpAddressType.Ipv4 => subnet.Cidr is not null,
        IpAddressType.Ipv6 => subnet.Ipv6Native,
        _ => subnet.Cidr is not null && !subnet.Ipv6Cidrs.IsEmpty,
    };
}
