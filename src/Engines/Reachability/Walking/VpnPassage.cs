using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// Virtual private gateways, VPN connections, and the customers' networks behind them (Site-to-Site VPN user guide).
/// </summary>
internal sealed class VpnPassage(Journey journey, Walk walk)
{
    /// <summary>Leaves a VPC by its virtual private gateway.</summary>
    public void LeaveByGateway(VpcIndex vpc)
    {
        var gateway = vpc.VpnGateway!;
        var hop = At(gateway);
        if (vpc.OwnerOf(journey.Packet.Source) is null)
            journey.Drop(hop, Disposition.NotTransitive, ExplanationCodes.VgwPrivateIpForEgress);
        else if (journey.EndsAt(hop))
            return;
        else if (ConnectionOf(gateway) is not { } connection)
            journey.Drop(hop, Disposition.NoRoute, ExplanationCodes.NoPossibleDestination);
        else
        {
            journey.Add(hop);
            LeaveBy(connection);
        }
    }

    /// <summary>Crosses a VPN connection to the customer's side.</summary>
    public void LeaveBy(VpnConnection connection)
    {
        if (!Cross(connection, journey.Packet.Destination, journey.Packet.Source))
            return;
        var id = connection.CustomerGatewayId;
        var hop = OnPremises(id, HopAction.Receive);
        if (journey.Topology.Find<OnPremisesNetwork>(id) is { } network
            && !TransitIndex.Holds(network, journey.Packet.Destination))
            journey.Drop(hop, Disposition.NoSuchAddress, ExplanationCodes.NoPossibleDestination);
        else if (!journey.Expected.MetAt(Arrivals.OnPremises, id, journey.Packet))
            journey.Drop(hop, Disposition.Misrouted, ExplanationCodes.NoPath);
        else
        {
            journey.Add(hop);
            journey.EndConnection = connection;
        }
    }

    /// <summary>Begins at a host behind a customer gateway.</summary>
    public void Begin(string customerGatewayId)
    {
        var hop = OnPremises(customerGatewayId, HopAction.Send);
        if (ConnectionTo(customerGatewayId) is not { } connection)
        {
            journey.Drop(hop, Disposition.NoRoute, ExplanationCodes.NoPath);
            return;
        }

        journey.Add(hop);
        Enter(connection);
    }

    /// <summary>Answers by the connection that the packet came by (guessed: routers there may do otherwise).</summary>
    public void Answer(VpnConnection connection)
    {
        journey.Add(OnPremises(connection.CustomerGatewayId, HopAction.Send));
        Enter(connection);
    }

    private void Enter(VpnConnection connection)
    {
        if (!Cross(connection, journey.Packet.Source, journey.Packet.Destination))
            return;
        if (connection.VpnGatewayId is not null)
            EnterByGateway(connection.VpnGatewayId);
        else if (journey.Topology.Index.Transit.AttachmentOf(connection) is { } attachment)
            walk.Transit.Enter(attachment);
        else
            journey.DropLast(Disposition.NotFunctional, ExplanationCodes.BadStateAttachment);
    }

    /// <summary>Into the VPC of a virtual private gateway, and to nothing behind it: no edge to edge routing.</summary>
    public void EnterByGateway(string gatewayId)
    {
        if (journey.Topology.Find<VpnGateway>(gatewayId) is not { } gateway
            || journey.Topology.Vpc(gateway.VpcId) is not { } vpc)
        {
            journey.DropLast(Disposition.NotFunctional, ExplanationCodes.BadStateAttachment);
            return;
        }

        var hop = At(gateway);
        if (vpc.OwnerOf(journey.Packet.Destination) is { } owner)
        {
            journey.Add(hop);
            journey.Enter(null, null);
            walk.EnterBy(vpc.VpnIngressRoutes, owner);
        }
        else
            journey.Drop(
                hop,
                vpc.Holds(journey.Packet.Destination) ? Disposition.NoSuchAddress : Disposition.NotTransitive,
                ExplanationCodes.VgwPrivateIpForIngress);
    }

    // A tunnel carries what lies between the addresses that it was made for (its traffic selectors).
    private bool Cross(VpnConnection connection, IpAddress customers, IpAddress amazons)
    {
        var hop = new Hop(HopKind.VpnConnection, connection.Id, HopAction.Pass, journey.Packet);
        if (!connection.Up)
            return journey.Drop(
                hop, Disposition.NotFunctional,
                connection.VpnGatewayId is null ? ExplanationCodes.TgwBadStateVpn : ExplanationCodes.BadStateVpn);
        if (connection.LocalCidr?.Contains(customers) == false || connection.RemoteCidr?.Contains(amazons) == false)
            return journey.Drop(hop, Disposition.GatewayRefused, ExplanationCodes.NoPath);
        journey.Add(hop);
        return true;
    }

    // Longest prefix, then one that is up, then the first by id.
    private VpnConnection? ConnectionOf(VpnGateway gateway)
    {
        VpnConnection? best = null;
        var length = -1;
        var all = journey.Topology.Index.Transit.NamingAs<VpnConnection>(gateway.Id, journey.Topology);
        foreach (var connection in all)
            foreach (var block in connection.Routes)
                if (block.Contains(journey.Packet.Destination)
                    && (block.PrefixLength > length
                        || (block.PrefixLength == length && connection.Up && !best!.Up)))
                    (best, length) = (connection, block.PrefixLength);
        return best;
    }

    // One that is up and knows the way, then one that is up, then the first by id (the customer's routers decide).
    private VpnConnection? ConnectionTo(string customerGatewayId)
    {
        VpnConnection? best = null;
        var rank = -1;
        var all = journey.Topology.Index.Transit.NamingAs<VpnConnection>(customerGatewayId, journey.Topology);
        foreach (var connection in all)
        {
            var merit = !connection.Up ? 0 : Knows(connection, journey.Packet.Destination) ? 2 : 1;
            if (merit > rank)
                (best, rank) = (connection, merit);
        }

        return best;
    }

    private bool Knows(VpnConnection connection, IpAddress destination)
    {
        var topology = journey.Topology;
        if (connection.VpnGatewayId is { } gateway)
            return topology.Vpc(topology.Find<VpnGateway>(gateway)?.VpcId)?.Holds(destination) == true;
        var transit = topology.Index.Transit;
        return transit.Table(transit.AttachmentOf(connection)?.RouteTableId)?.Match(destination, topology) is not null;
    }

    private Hop At(VpnGateway gateway) =>
        new(HopKind.VpnGateway, gateway.Id, HopAction.Pass, journey.Packet) { VpcId = gateway.VpcId };

    private Hop OnPremises(string id, HopAction action) => new(HopKind.OnPremises, id, action, journey.Packet);
}
