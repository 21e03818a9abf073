using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>How rules and ACL entries match packets.</summary>
internal static class Filters
{
    /// <summary>The entry that decides, or null where none matches (which drops).</summary>
    public static NetworkAclEntry? Deciding(AclNode acl, TrafficDirection direction, Packet packet)
    {
        var other = direction == TrafficDirection.Ingress ? packet.Source : packet.Destination;
        foreach (var entry in direction == TrafficDirection.Ingress ? acl.Ingress : acl.Egress)
            if (Covers(entry.Protocol, entry.Ports, packet) && entry.Cidr.Contains(other))
                return entry;
        return null;
    }

    /// <summary>True where a protocol and ports as rules write them cover the packet's.</summary>
    public static bool Covers(int protocol, PortRange ports, Packet packet)
    {
        if (protocol == IpProtocol.All)
            return true;
        if (protocol != packet.Protocol)
            return false;
        if (IpProtocol.HasPorts(protocol))
            return ports.From < 0 || (ports.From <= packet.DestinationPort && packet.DestinationPort <= ports.To);
        return !IpProtocol.IsIcmp(protocol) || ((ports.From < 0 || ports.From == packet.DestinationPort)
            && (ports.From < 0 || ports.To < 0 || ports.To == packet.SourcePort));
    }

    /// <summary>What an interface's security groups say of a packet.</summary>
    public static GroupVerdict Ask(InterfaceNode nic, TrafficDirection direction, Packet packet, GroupContext context)
    {
        var other = direction == TrafficDirection.Ingress ? packet.Source : packet.Destination;
        var (anyRule, lostReference) = (false, false);
        foreach (var group in nic.Groups)
        {
            foreach (var node in direction == TrafficDirection.Ingress ? group.Ingress : group.Egress)
            {
                anyRule = true;
                var rule = node.Rule;
                if (!Covers(rule.Protocol, rule.Ports, packet))
                    continue;
                var references = rule.GroupId is { } id && context.IsMember(id, other, direction, nic);
                lostReference |= references && context.LostBy is not null;
                if (node.Names(other) || (references && context.LostBy is null))
                    return new GroupVerdict(group.Id, rule, null);
            }
        }

        var code = !anyRule ? ExplanationCodes.SgHasNoRules
            : lostReference ? context.LostBy!
            : ExplanationCodes.EniSgRulesMismatch;
        return new GroupVerdict(nic.Element.SecurityGroupIds[0], null, code);
    }
}
