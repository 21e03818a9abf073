using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>What rules and ACL entries let pass of a beam: <see cref="Filters"/> for sets.</summary>
internal sealed class SetFilters(Topology topology)
{
    /// <summary>What the network ACL at a subnet's border lets pass.</summary>
    public static Beam Cross(Beam beam, SubnetNode subnet, TrafficDirection direction)
    {
        if (subnet.Acl is not { } acl)
            return beam;
        var (left, passed) = (beam.Packets, new List<Box>());
        foreach (var entry in direction == TrafficDirection.Ingress ? acl.Ingress : acl.Egress)
        {
            if (left.IsEmpty)
                break;
            if (entry.Cidr.IsV6 == beam.IsV6)
                left = Take(beam, left, BoxOf(entry.Protocol, entry.Ports, entry.Cidr, direction), entry.Allow, passed);
        }

        return Passed(beam, left, passed);
    }

    /// <summary>What the security groups of interfaces let pass.</summary>
    public Beam Ask(Beam beam, StationClass nics, TrafficDirection direction)
    {
        if (nics.Element.SecurityGroupIds.Count == 0 || (beam.IsReply && Chain<StationClass>.Has(beam.Known, nics)))
            return beam;
        var (left, passed) = (beam.Packets, new List<Box>());
        foreach (var group in nics.Interface!.Groups)
            foreach (var node in direction == TrafficDirection.Ingress ? group.Ingress : group.Egress)
            {
                if (left.IsEmpty)
                    break;
                foreach (var block in node.Blocks)
                    if (block.IsV6 == beam.IsV6)
                        left = Take(
                            beam, left, BoxOf(node.Rule.Protocol, node.Rule.Ports, block, direction), true, passed);
                if (node.Rule.GroupId is { } groupId)
                    left = TakeMembers(beam, left, passed, node.Rule, MembersOf(groupId, beam, nics, direction));
            }

        var asked = Passed(beam, left, passed);
        return asked.IsEmpty || beam.IsReply
            ? asked
            : asked with { Known = new Chain<StationClass>(nics, asked.Known) };
    }

    // Whose addresses a rule that names a group means: see GroupContext, which asks the same of one address.
    private RangeSet MembersOf(string groupId, Beam beam, StationClass nics, TrafficDirection direction)
    {
        if (direction == TrafficDirection.Ingress
            && (beam.ThroughAppliance || (beam.CameBy is not null && !beam.GroupsForwarded)))
            return RangeSet.Empty;
        var own = nics.Subnet.Vpc;
        var members = own.Classes.MembersOf(groupId);
        if (topology.Find(groupId)?.VpcId is not { } peerId || peerId == own.Vpc.Id
            || topology.Vpc(peerId) is not { } peer || peer.Vpc.Region != own.Vpc.Region)
            return members;
        var connected = direction == TrafficDirection.Ingress
            ? beam.CameFrom == peer
            : own.HasActivePeeringWith(peerId);
        return connected ? members.Union(peer.Classes.MembersOf(groupId)) : members;
    }

    private static PacketSet TakeMembers(
        Beam beam, PacketSet left, List<Box> passed, SecurityGroupRule rule, RangeSet members)
    {
        var far = rule.Direction == TrafficDirection.Ingress ? Dimension.Source : Dimension.Destination;
        var any = BoxOf(rule.Protocol, rule.Ports, beam.IsV6 ? Cidr.AnyV6 : Cidr.AnyV4, rule.Direction);
        foreach (var range in members.Of(beam.IsV6))
        {
            if (left.IsEmpty)
                break;
            left = Take(beam, left, any.With(far, range), true, passed);
        }

        return left;
    }

    private static PacketSet Take(Beam beam, PacketSet left, in Box now, bool allow, List<Box> passed)
    {
        if (!beam.View.TryPull(now, out var first))
            return left;
        if (allow)
            foreach (ref readonly var box in left.Span)
                if (box.Overlaps(first))
                    passed.Add(box.Intersect(first));
        return left.Subtract(first);
    }

    private static Beam Passed(Beam beam, PacketSet left, List<Box> passed) =>
        left.IsEmpty && passed.Count == beam.Packets.Boxes.Count && passed.SequenceEqual(beam.Packets.Boxes)
            ? beam
            : beam.Only(PacketSet.Disjoint(passed).Simplify());

    private static Box BoxOf(int protocol, PortRange ports, Cidr far, TrafficDirection direction)
    {
        var box = Box.All(far.IsV6)
            .With(direction == TrafficDirection.Ingress ? Dimension.Source : Dimension.Destination, Box.RangeOf(far));
        if (protocol == IpProtocol.All)
            return box;
        box = box with { Protocol = Interval.Point((UInt128)protocol) };
        if (ports.From < 0)
            return box;
        if (IpProtocol.HasPorts(protocol))
            return ports.To < ports.From
                ? box with { Protocol = new Interval(256, 256) }
                : box with { DestinationPort = new Interval((UInt128)ports.From, (UInt128)ports.To) };
        if (!IpProtocol.IsIcmp(protocol))
            return box;
        box = box with { DestinationPort = Interval.Point((UInt128)ports.From) };
        return ports.To < 0 ? box : box with { SourcePort = Interval.Point((UInt128)ports.To) };
    }
}
