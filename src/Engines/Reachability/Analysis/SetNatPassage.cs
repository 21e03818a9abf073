using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary><see cref="NatPassage"/> for many packets at once.</summary>
internal sealed class SetNatPassage(SetWalk walk)
{
    /// <summary>A NAT gateway as a route's target.</summary>
    public void Translate(Beam beam, StationClass station, SubnetNode from)
    {
        var nat = station.Nat!;
        if (nat.Subnet != from)
            beam = SetFilters.Cross(beam, nat.Subnet, TrafficDirection.Ingress);
        if (beam.IsEmpty || nat.Element.State != NatGatewayState.Available || nat.Addresses.Count == 0
            || Chain<StationClass>.Has(beam.Visited, station) || beam.IsReply || beam.IsV6)
            return;
        var own = beam.CameBy is not null ? beam : beam.Where(Dimension.Source, nat.Subnet.Vpc.Classes.Blocks);
        foreach (var protocol in new[] { IpProtocol.Tcp, IpProtocol.Udp, IpProtocol.Icmp })
        {
            var inside = own.Where(Dimension.Protocol, Interval.Point((UInt128)protocol));
            if (inside.IsEmpty)
                continue;
            var outside = inside.View with { Source = Slot.Fixed(nat.Addresses[0].Private.Bits) };
            if (IpProtocol.HasPorts(protocol))
                outside = outside with { SourcePort = Slot.Fixed(Flow.NatPort) };
            walk.RouteFrom(
                inside.Meeting(nat.Id) with
                {
                    View = outside,
                    IsIcmp = IpProtocol.IsIcmp(protocol),
                    Visited = new Chain<StationClass>(station, inside.Visited),
                    Bindings = new Chain<BeamBinding>(new BeamBinding(nat, inside.View, outside), inside.Bindings),
                },
                nat.Subnet);
        }
    }

    /// <summary>A NAT gateway as the owner of the destination: replies pass, nothing else.</summary>
    public void Return(Beam beam, StationClass station)
    {
        if (!beam.IsReply)
            return;
        for (var known = beam.Bindings; known is not null; known = known.Rest)
        {
            var (nat, inside, outside) = known.Item;
            if (nat != station.Nat)
                continue;
            var answer = beam.WhereEqual(beam.View.Source, outside.Destination)
                .WhereEqual(beam.View.Destination, outside.Source);
            if (!answer.IsIcmp)
                answer = answer.WhereEqual(answer.View.DestinationPort, outside.SourcePort);
            var restored = answer.View with { Destination = inside.Source };
            if (!answer.IsIcmp)
                restored = restored with { DestinationPort = inside.SourcePort };
            walk.RouteFrom(answer with { View = restored }, station.Subnet);
            return;
        }
    }
}
