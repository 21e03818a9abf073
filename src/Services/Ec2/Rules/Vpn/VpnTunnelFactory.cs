using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Vpn;

/// <summary>Makes and changes tunnels. Source: EC2 API Reference, VpnTunnelOptionsSpecification.</summary>
internal static class VpnTunnelFactory
{
    /// <summary>How many tunnels a connection has.</summary>
    public const int PerConnection = 2;

    private const int KeyLength = 32;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string KeyCharacters = Letters + "0123456789._";

    /// <summary>The tunnels of a new connection, which has none yet.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue; UnsupportedOperation.</exception>
    public static VpnConnectionRecord WithTunnels(
        Call call, VpnConnectionRecord connection, IReadOnlyList<VpnTunnelOptionsSpecification>? wishes)
    {
        if (wishes?.Count > PerConnection)
        {
            throw Errors.InvalidParameterValue(
                $"A VPN connection has {PerConnection} tunnels: TunnelOptions has more.");
        }

        // What was asked for is taken first, so that nothing drawn stands in its way.
        var taken = VpnTunnelAddresses.Taken(call, connection);
        var tunnels = new VpnTunnelRecord?[PerConnection];
        var places = Enumerable.Range(0, PerConnection);
        foreach (var place in places.OrderBy(p => Names(wishes?.ElementAtOrDefault(p)) ? 0 : 1))
        {
            var wish = wishes?.ElementAtOrDefault(place) ?? new();
            var tunnel = new VpnTunnelRecord
            {
                OutsideIpAddress = PublicIps.Draw(call),
                PreSharedKey = wish.PreSharedKey ?? NewKey(call),
                ChangedAt = call.Now,
            };
            tunnels[place] = Inside(call, connection, tunnel, wish, taken) with
            {
                PreSharedKey = CheckedKey(tunnel.PreSharedKey),
                Options = VpnTunnelOptions.Granted(tunnel.Options, wish),
            };
        }

        return connection with { Tunnels = [.. tunnels.Select(t => t!)] };
    }

    /// <summary>A tunnel with what was asked of it.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue; UnsupportedOperation.</exception>
    public static VpnTunnelRecord Changed(
        Call call, VpnConnectionRecord connection, VpnTunnelRecord tunnel, VpnTunnelOptionsSpecification wish)
    {
        var taken = VpnTunnelAddresses.Taken(call, connection);
        taken.UnionWith(VpnTunnelAddresses.Of(connection with { Tunnels = connection.Tunnels.Remove(tunnel) }));
        var inside = wish.TunnelInsideCidr is null && wish.TunnelInsideIpv6Cidr is null
            ? tunnel
            : Inside(call, connection, tunnel, wish, taken);
        return inside with
        {
            PreSharedKey = CheckedKey(wish.PreSharedKey ?? tunnel.PreSharedKey),
            Options = VpnTunnelOptions.Granted(tunnel.Options, wish),
        };
    }

    // A tunnel that carries IPv6 has both: its IPv4 block is where BGP runs. Source: Site-to-Site VPN user guide, "IPv4
    // and IPv6 traffic".
    private static VpnTunnelRecord Inside(
        Call call,
        VpnConnectionRecord connection,
        VpnTunnelRecord tunnel,
        VpnTunnelOptionsSpecification wish,
        HashSet<Cidr> taken)
    {
        if (wish.TunnelInsideIpv6Cidr is not null && !connection.InsideIpv6)
        {
            throw Errors.InvalidParameterCombination("TunnelInsideIpv6Cidr needs TunnelInsideIpVersion ipv6");
        }

        return tunnel with
        {
            InsideCidr = tunnel.InsideCidr is { } v4 && wish.TunnelInsideCidr is null
                ? v4
                : VpnTunnelAddresses.Ipv4(call, wish.TunnelInsideCidr, taken),
            InsideIpv6Cidr = !connection.InsideIpv6 ? null
                : tunnel.InsideIpv6Cidr is { } v6 && wish.TunnelInsideIpv6Cidr is null ? v6
                : VpnTunnelAddresses.Ipv6(call, wish.TunnelInsideIpv6Cidr, taken),
        };
    }

    private static bool Names(VpnTunnelOptionsSpecification? wish) =>
        wish?.TunnelInsideCidr is not null || wish?.TunnelInsideIpv6Cidr is not null;

    private static string NewKey(Call call) =>
        call.Random.Text(1, Letters) + call.Random.Text(KeyLength - 1, KeyCharacters);

    private static string CheckedKey(string key) =>
        key.Length is >= 8 and <= 64 && key[0] != '0' && key.All(KeyCharacters.Contains)
            ? key
            : throw Errors.InvalidParameterValue(
                "The value for parameter PreSharedKey is invalid. A key has 8 to 64 letters, digits, periods and "
                + "underscores, and does not begin with zero.");
}
