using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>Rules and entries as nftables writes them.</summary>
internal static class Matches
{
    /// <summary>The chain that judges as a network ACL: lowest number first, and none means drop.</summary>
    public static IEnumerable<string> Acl(string chain, NetworkAcl acl, TrafficDirection direction)
    {
        yield return chain;
        foreach (var entry in acl.Entries.Where(e => e.Direction == direction).OrderBy(e => e.RuleNumber))
            yield return $"{Address(Side(direction), entry.Cidr)} {Protocol(entry.Protocol, entry.Ports)} "
                + (entry.Allow ? "return" : "drop");
        yield return "drop";
    }

    public static string Protocol(int protocol, PortRange ports) => protocol switch
    {
        -1 => "",
        6 or 17 when ports.From >= 0 => $"meta l4proto {protocol} th dport {ports.From}-{ports.To}",
        _ => $"meta l4proto {protocol}",
    };

    public static string Address(string side, Cidr block) => (block.IsV6, block.PrefixLength) switch
    {
        (false, 0) => "meta nfproto ipv4",
        (true, 0) => "meta nfproto ipv6",
        (false, _) => $"ip {side} {block}",
        (true, _) => $"ip6 {side} {block}",
    };

    /// <summary>Drops what has an address outside of some blocks.</summary>
    public static IEnumerable<string> DropOutside(string prefix, string side, IReadOnlyList<Cidr> blocks)
    {
        foreach (var (family, protocol, six) in new[] { ("ip", "ipv4", false), ("ip6", "ipv6", true) })
        {
            var own = blocks.Where(b => b.IsV6 == six).ToList();
            yield return own.Count == 0
                ? $"{prefix} meta nfproto {protocol} drop"
                : $"{prefix} {family} {side} != {{ {string.Join(", ", own)} }} drop";
        }
    }

    /// <summary>The address that a filter of a direction looks at.</summary>
    public static string Side(TrafficDirection direction) =>
        direction == TrafficDirection.Ingress ? "saddr" : "daddr";
}
