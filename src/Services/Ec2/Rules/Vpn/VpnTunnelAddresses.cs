using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Vpn;

/// <summary>
/// Blocks inside tunnels, unique at one gateway. Ranges and reserved blocks: EC2 API Reference,
/// VpnTunnelOptionsSpecification.
/// </summary>
internal static class VpnTunnelAddresses
{
    private static readonly Cidr LinkLocal = Cidr.Parse("169.254.0.0/16");
    private static readonly Cidr UniqueLocal = Cidr.Parse("fd00::/8");

    private static readonly Cidr[] Reserved =
    [
        Cidr.Parse("169.254.0.0/30"),
        Cidr.Parse("169.254.1.0/30"),
        Cidr.Parse("169.254.2.0/30"),
        Cidr.Parse("169.254.3.0/30"),
        Cidr.Parse("169.254.4.0/30"),
        Cidr.Parse("169.254.5.0/30"),
        Cidr.Parse("169.254.169.252/30"),
    ];

    /// <summary>The blocks that tunnels of other connections at the same gateway have.</summary>
    public static HashSet<Cidr> Taken(ReadCall call, VpnConnectionRecord connection)
    {
        var connections = call.Read(VpnTables.Connections);
        var atSame = connection.VpnGatewayId is { } gateway
            ? connections.By(VpnTables.ConnectionsByVpnGateway, gateway.Value)
            : connections.By(VpnTables.ConnectionsByTransitGateway, connection.TransitGatewayId!.Value.Value);
        return
        [
            .. atSame.Where(c => c.Id != connection.Id && VpnConnectionRules.Exists(c)).SelectMany(Of),
        ];
    }

    /// <summary>The blocks inside the tunnels of a connection.</summary>
    public static IEnumerable<Cidr> Of(VpnConnectionRecord connection) =>
        connection.Tunnels.SelectMany(t => new[] { t.InsideCidr, t.InsideIpv6Cidr }).OfType<Cidr>();

    /// <summary>The IPv4 block that was asked for, or a free one.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static Cidr Ipv4(Call call, string? wish, HashSet<Cidr> taken)
    {
        if (wish is null)
        {
            return Draw(call, LinkLocal, 30, taken);
        }

        var allowed = Cidr.TryParse(wish, out var cidr) && cidr.PrefixLength == 30 && LinkLocal.Contains(cidr)
            && !Reserved.Contains(cidr);
        return Take("TunnelInsideCidr", wish, allowed, cidr, taken);
    }

    /// <summary>The IPv6 block that was asked for, or a free one.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static Cidr Ipv6(Call call, string? wish, HashSet<Cidr> taken)
    {
        if (wish is null)
        {
            return Draw(call, UniqueLocal, 126, taken);
        }

        var allowed = Cidr.TryParse(wish, out var cidr) && cidr.PrefixLength == 126 && UniqueLocal.Contains(cidr);
        return Take("TunnelInsideIpv6Cidr", wish, allowed, cidr, taken);
    }

    private static Cidr Take(string parameter, string wish, bool allowed, Cidr cidr, HashSet<Cidr> taken)
    {
        if (!allowed)
        {
            throw Errors.InvalidParameterValue(
                $"Value ({wish}) for parameter {parameter} is invalid. It must be a /30 block of {LinkLocal} that is "
                + $"not reserved, or a /126 block of {UniqueLocal} for IPv6.");
        }

        return taken.Add(cidr)
            ? cidr
            : throw Errors.InvalidParameterValue(
                $"Value ({wish}) for parameter {parameter} is invalid. It is in use at the same gateway.");
    }

    private static Cidr Draw(Call call, Cidr range, int length, HashSet<Cidr> taken)
    {
        while (true)
        {
            var bits = new UInt128(call.Random.NextUInt64(), call.Random.NextUInt64());
            var cidr = Cidr.Of(range.At(bits % range.Count), length);
            if (!Reserved.Contains(cidr) && taken.Add(cidr))
            {
                return cidr;
            }
        }
    }
}
