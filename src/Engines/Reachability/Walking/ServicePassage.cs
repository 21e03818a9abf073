using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>What the host of an interface answers itself: the way ends there, and the reply comes from there.</summary>
internal sealed class ServicePassage(Journey journey)
{
    /// <summary>A service as the destination of what an interface sends.</summary>
    public void Reach(HostService service, InterfaceNode nic)
    {
        var hop = At(service, nic, HopAction.Receive);
        if (service == HostService.Router)
            journey.Drop(hop, Disposition.NoSuchAddress, ExplanationCodes.NoPossibleDestination);
        else if (!service.Answers(nic.Subnet.Vpc.Vpc, nic.Element, journey.Packet.Destination.IsV6))
            journey.Drop(hop, Disposition.NotFunctional, ExplanationCodes.BadState);
        else if (!service.Takes(journey.Packet))
            journey.Drop(hop, Disposition.GatewayRefused, ExplanationCodes.ProtocolRestriction);
        else if (!journey.Expected.MetAt(Arrivals.Service, service.Id, journey.Packet))
            journey.Drop(hop, Disposition.Misrouted, ExplanationCodes.NoPath);
        else
        {
            journey.Add(hop);
            journey.EndService = (service, nic);
        }
    }

    /// <summary>The answer, which nothing filters either.</summary>
    public void Answer(HostService service, InterfaceNode nic)
    {
        journey.Add(At(service, nic, HopAction.Send));
        journey.Add(journey.At(nic, HopAction.Receive));
    }

    private Hop At(HostService service, InterfaceNode nic, HopAction action) =>
        new(HopKind.HostService, service.Id, action, journey.Packet)
        {
            VpcId = nic.Subnet.Vpc.Vpc.Id, InterfaceId = nic.Id,
        };
}
