using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Reachability;

/// <summary>What hosts answer themselves, written from the AWS pages and sharing nothing with the engine.</summary>
internal static class NaiveHost
{
    private static readonly (string Address, string Id, int Port, int[] Protocols)[] Known =
    [
        ("169.254.169.253", "resolver", 53, [6, 17]), ("fd00:ec2::253", "resolver", 53, [6, 17]),
        ("169.254.169.254", "instance-metadata", 80, [6]), ("fd00:ec2::254", "instance-metadata", 80, [6]),
        ("169.254.169.123", "time-sync", 123, [17]), ("fd00:ec2::123", "time-sync", 123, [17]),
        ("169.254.169.250", "windows-activation", 1688, [6]), ("169.254.169.251", "windows-activation", 1688, [6]),
    ];

    /// <summary>A packet and the port at which some service may take it.</summary>
    public static IEnumerable<(string Address, string Id, int Port, int Protocol)> Asks =>
        Known.SelectMany(one => one.Protocols.Select(protocol => (one.Address, one.Id, one.Port, protocol)));

    /// <summary>The service at an address for an interface, or null.</summary>
    public static string? At(NaiveRules rules, NetworkInterface nic, IpAddress to)
    {
        if (Known.FirstOrDefault(one => IpAddress.Parse(one.Address) == to).Id is { } known)
            return known;
        if (rules.Owner(to, nic.VpcId) is not null)
            return null;
        var first = rules.Get<Vpc>(nic.VpcId)!.Cidrs.First(block => !block.IsV6);
        return first.At(2) == to ? "resolver"
            : rules.All<Subnet>().Any(s => s.VpcId == nic.VpcId && s.Cidrs.Any(b => !b.IsV6 && b.At(1) == to))
                ? "router"
            : null;
    }

    /// <summary>Why it does not take a packet, or null.</summary>
    public static (Disposition Disposition, string Code)? Refusal(
        NaiveRules rules, NetworkInterface nic, string id, Packet packet)
    {
        if (id == "router")
            return (Disposition.NoSuchAddress, "NO_POSSIBLE_DESTINATION");
        var v6 = packet.Destination.IsV6;
        if ((v6 && !nic.OnNitro) || (id == "resolver" && !rules.Get<Vpc>(nic.VpcId)!.DnsSupport)
            || (id == "instance-metadata" && (!nic.MetadataEndpoint || (v6 && !nic.MetadataOverIpv6))))
            return (Disposition.NotFunctional, "BAD_STATE");
        return Asks.Any(ask => ask.Id == id && ask.Port == packet.DestinationPort && ask.Protocol == packet.Protocol)
            ? null
            : (Disposition.GatewayRefused, "PROTOCOL_RESTRICTION");
    }

    /// <summary>What an address without an owner is kept for in its subnet.</summary>
    public static ReservedAddress? Reserved(NaiveRules rules, string? vpcId, IpAddress to)
    {
        foreach (var block in rules.All<Subnet>().Where(s => s.VpcId == vpcId).SelectMany(s => s.Cidrs))
        {
            if (!block.Contains(to))
                continue;
            var place = Enumerable.Range(0, 4).Where(i => block.At((UInt128)i) == to).Select(i => (int?)i)
                .FirstOrDefault();
            if (place is null && to != block.Last)
                return null;
            return to.IsV6 ? ReservedAddress.OfSubnet : place switch
            {
                0 => ReservedAddress.Network,
                1 => ReservedAddress.Router,
                2 => ReservedAddress.Dns,
                3 => ReservedAddress.FutureUse,
                _ => ReservedAddress.Broadcast,
            };
        }

        return null;
    }
}
