using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>
/// What transit gateways see of a packet: it enters by one attachment and leaves by another, or is lost. Source:
/// Transit Gateway guide, "Transit Gateway Flow Log records".
/// </summary>
internal sealed class TransitWitness(Topology topology, FlowFaces faces, bool isReply)
{
    /// <summary>What is seen, in order.</summary>
    public IEnumerable<FlowSight> Of(IReadOnlyList<Hop> hops)
    {
        for (var i = 0; i < hops.Count; i++)
        {
            if (hops[i].Kind == HopKind.TransitGatewayRouteTable && i > 0)
            {
                foreach (var sight in At(hops[i - 1], hops[i], i + 1 < hops.Count ? hops[i + 1] : null))
                {
                    yield return sight;
                }
            }
        }
    }

    private IEnumerable<FlowSight> At(Hop from, Hop table, Hop? to)
    {
        if (topology.Find<TransitGateway>(table.TransitGatewayId) is not { } gateway)
        {
            yield break;
        }

        var isLost = table.Action == HopAction.Drop;
        var transit = new FlowTransitRecord(gateway.Id, Side(from), isLost || to is null ? null : Side(to))
        {
            NoRoute = isLost && table.TransitRoute is null,
            Blackhole = isLost && table.TransitRoute is not null,
        };
        yield return Sight(gateway, from.Id, table.Packet, transit, egress: false);
        if (transit.Destination is { } destination)
        {
            yield return Sight(gateway, destination.AttachmentId, table.Packet, transit, egress: true);
        }
    }

    private FlowSight Sight(
        TransitGateway gateway, string attachment, Packet packet, FlowTransitRecord transit, bool egress)
    {
        var scope = new Scope(gateway.Account, gateway.Region);
        var place = new FlowPlaceRecord(attachment, scope.Account, scope.Region, null, null, null, null);
        return new(scope, place, faces.Header(scope, packet), packet)
        {
            Egress = egress, IsReply = isReply, Transit = transit,
        };
    }

    private FlowSideRecord Side(Hop hop)
    {
        var face = faces.OfTransit(hop.SubnetId, hop.Id);
        return new(
            hop.Id, topology.Find(hop.VpcId)?.Account, hop.VpcId, hop.SubnetId, face?.Record.Id.Value,
            face?.Record.AvailabilityZoneId);
    }
}
