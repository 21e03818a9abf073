using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary><see cref="EndpointPassage"/> for many packets at once.</summary>
internal sealed class SetEndpointPassage(SetWalk walk)
{
    /// <summary>A gateway endpoint as a route's target.</summary>
    public void Reach(Beam beam, VpcEndpoint endpoint, VpcIndex vpc)
    {
        var blocks = walk.Topology.Find<PrefixList>(endpoint.PrefixListId)?.Cidrs ?? [];
        var served = beam.Where(Dimension.Destination, RangeSet.Of(blocks));
        foreach (var (_, own) in served.Split(Dimension.Source, vpc.Classes.Owners(beam.IsV6), owner => owner))
        {
            Take(own.Where(Dimension.Protocol, Interval.Point(IpProtocol.Tcp)), endpoint);
            foreach (var (protocol, echo) in new[] { (IpProtocol.Icmp, 8), (IpProtocol.Icmp6, 128) })
                Take(
                    own.Where(Dimension.Protocol, Interval.Point((UInt128)protocol))
                        .Where(Dimension.DestinationPort, Interval.Point((UInt128)echo)),
                    endpoint);
        }
    }

    /// <summary>The service's answer, which comes into the VPC where the packet came from.</summary>
    public void Answer(Beam beam) =>
        walk.ReachOwners(beam, walk.Topology.Vpc(beam.EndEndpoint!.VpcId)!, null);

    private void Take(Beam beam, VpcEndpoint endpoint)
    {
        if (!beam.IsEmpty)
            walk.ArriveAt(beam with { EndEndpoint = endpoint }, endpoint.Id);
    }
}
