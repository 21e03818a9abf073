using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// NAT gateways: out with another address and port, back in for replies only (VPC user guide, "NAT gateway basics").
/// </summary>
internal sealed class NatPassage(Journey journey, Walk walk)
{
    /// <summary>A NAT gateway as a route's target.</summary>
    public void Translate(NatNode nat, SubnetNode from)
    {
        if (nat.Subnet != from && !journey.Cross(nat.Subnet, TrafficDirection.Ingress))
            return;
        var hop = journey.At(nat, HopAction.Translate);
        if (RefusalOf(nat) is { } refusal)
        {
            journey.Drop(hop, refusal.Disposition, refusal.Code);
            return;
        }

        journey.Visited.Add(nat);
        var outside = journey.Packet with
        {
            Source = nat.Addresses[0].Private,
            SourcePort = IpProtocol.HasPorts(journey.Packet.Protocol) ? Flow.NatPort : journey.Packet.SourcePort,
        };
        journey.Tracking.Remember(nat, journey.Packet, outside);
        journey.Add(hop with { Translated = outside });
        walk.RouteFrom(nat.Subnet);
    }

    /// <summary>A NAT gateway as the owner of the packet's destination: replies pass, nothing else.</summary>
    public void Return(NatNode nat)
    {
        var hop = journey.At(nat, HopAction.Translate);
        if (journey.IsReply && journey.Tracking.Restore(nat, journey.Packet) is { } inside)
        {
            journey.Add(hop with { Translated = inside });
            walk.RouteFrom(nat.Subnet);
            return;
        }

        journey.Drop(
            hop, Disposition.InboundNotAllowed,
            journey.CameFrom is null
                ? ExplanationCodes.NoPossibleDestination
                : ExplanationCodes.NgwRequiresSourceInVpc);
    }

    private (Disposition Disposition, string Code)? RefusalOf(NatNode nat)
    {
        if (nat.Element.State != NatGatewayState.Available || nat.Addresses.Count == 0)
            return (Disposition.NotFunctional, ExplanationCodes.BadState);
        if (journey.Visited.Contains(nat))
            return (Disposition.Loop, ExplanationCodes.NoPath);
        if (journey.IsReply)
            return (Disposition.Misrouted, ExplanationCodes.NgwSourceAddressReassign);
        var packet = journey.Packet;
        if (packet.Source.IsV6 || packet.Protocol is not (IpProtocol.Tcp or IpProtocol.Udp or IpProtocol.Icmp))
            return (Disposition.GatewayRefused, ExplanationCodes.ProtocolRestriction);
        // What a transit gateway brought is served too (Transit Gateway guide, "Centralized outbound routing").
        return nat.Subnet.Vpc.Holds(journey.Packet.Source) || journey.CameBy is not null
            ? null
            : (Disposition.NotTransitive, ExplanationCodes.NgwRequiresSourceInVpc);
    }
}
