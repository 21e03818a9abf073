using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// <see cref="ServicePassage"/> for many packets at once, where somebody asks for such a service. Of other questions'
/// answers these packets are taken out at the end, when fewest are left (<see cref="NetworkAnalysis"/>). Matrices of
/// VPCs need not: in no VPC has anybody such an address.
/// </summary>
internal sealed class SetServicePassage(Action<Beam> delivered)
{
    /// <summary>A service as the destination of what interfaces send: nothing can keep the answer back.</summary>
    public void Reach(Beam beam, StationClass nics, HostService service)
    {
        var vpc = nics.Subnet.Vpc;
        var answered = nics.Members.OfType<InterfaceNode>()
            .Where(nic => service.Answers(vpc.Vpc, nic.Element, beam.IsV6))
            .SelectMany(nic => nic.Addresses).Select(address => address.Private);
        var asked = beam.Where(Dimension.Source, RangeSet.Of(answered))
            .Where(Dimension.Destination, RangeSet.Of(vpc.AddressesOf(service)))
            .Where(Dimension.DestinationPort, Interval.Point((UInt128)service.Port));
        foreach (var protocol in service.Protocols)
            if (asked.Where(Dimension.Protocol, Interval.Point((UInt128)protocol)) is { IsEmpty: false } taken)
                delivered(taken with { EndPlace = service.Id });
    }
}
