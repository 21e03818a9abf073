using Orrery.Core;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// Which addresses a request wants in which subnet of an endpoint. Source: EC2 API Reference, SubnetConfiguration. The
/// codes are guessed.
/// </summary>
internal static class SubnetWishes
{
    /// <summary>The wishes by subnet.</summary>
    /// <exception cref="ServiceException">MissingParameter, InvalidParameter.</exception>
    public static IReadOnlyDictionary<string, SubnetConfiguration> Read(
        IReadOnlyList<SubnetConfiguration>? wishes, IEnumerable<string> subnets, IpAddressType type)
    {
        var known = subnets.ToHashSet(StringComparer.Ordinal);
        var bySubnet = new Dictionary<string, SubnetConfiguration>(StringComparer.Ordinal);
        foreach (var wish in wishes ?? [])
        {
            var id = wish.SubnetId ?? throw Errors.Missing("SubnetConfiguration.SubnetId");
            if (!known.Contains(id) || !bySubnet.TryAdd(id, wish))
            {
                throw EndpointErrors.InvalidParameter(
                    $"Subnet {id} of a subnet configuration is not, or not once, among the subnets of the endpoint.");
            }

            Check(wish, type);
        }

        return bySubnet;
    }

    private static void Check(SubnetConfiguration wish, IpAddressType type)
    {
        if ((wish.Ipv4 is not null && type == IpAddressType.Ipv6)
            || (wish.Ipv6 is not null && type == IpAddressType.Ipv4))
        {
            throw EndpointErrors.InvalidParameter(
                $"An address of subnet {wish.SubnetId} does not match the IP address type {type.ToWire()}.");
        }

        if (wish.Ipv6 is { } text && !IpAddress.TryParse(text, out _))
        {
            throw EndpointErrors.InvalidParameter($"Invalid value '{text}' for the IPv6 address.");
        }
    }
}
