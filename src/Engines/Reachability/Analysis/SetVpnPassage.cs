using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary><see cref="VpnPassage"/> for many packets at once.</summary>
internal sealed class SetVpnPassage(SetWalk walk)
{
    private TransitIndex Transit => walk.Topology.Index.Transit;

    /// <summary>Leaves a VPC by its virtual private gateway.</summary>
    public void LeaveByGateway(Beam beam, VpcIndex vpc)
    {
        var gateway = vpc.VpnGateway!;
        // Of equal blocks the first decides: of a connection that is up, then by id.
        var connections = Transit.NamingAs<VpnConnection>(gateway.Id, walk.Topology).OrderBy(each => each.Up ? 0 : 1);
        var routes = new RangeMap<VpnConnection>(
            from connection in connections
            from block in connection.Routes
            where block.IsV6 == beam.IsV6
            select (Box.RangeOf(block), connection));
        foreach (var (_, own) in beam.Split(Dimension.Source, vpc.Classes.Owners(beam.IsV6), owner => owner))
            foreach (var (connection, part) in own.Split(Dimension.Destination, routes, connection => connection))
                LeaveBy(part, connection);
    }

    /// <summary>Crosses a VPN connection to the customer's side.</summary>
    public void LeaveBy(Beam beam, VpnConnection connection)
    {
        if (!connection.Up)
            return;
        beam = Carried(beam, connection, Dimension.Destination, Dimension.Source);
        if (walk.Topology.Find<OnPremisesNetwork>(connection.CustomerGatewayId) is { } network)
            beam = beam.Where(Dimension.Destination, RangeSet.Of(network.Cidrs));
        walk.ArriveAt(beam.Meeting(connection.Id) with { EndConnection = connection }, connection.CustomerGatewayId);
    }

    /// <summary>Begins at hosts behind a customer gateway.</summary>
    public void Begin(Beam beam, string customerGatewayId)
    {
        // Each goes by the first connection that is up and knows the way; the rest by the first that is up.
        var connections = Transit.NamingAs<VpnConnection>(customerGatewayId, walk.Topology)
            .Where(connection => connection.Up).ToList();
        foreach (var connection in connections)
        {
            var known = KnownBy(connection);
            Enter(beam.Where(Dimension.Destination, known), connection);
            beam = beam.Except(Dimension.Destination, known);
        }

        if (connections.Count > 0)
            Enter(beam, connections[0]);
    }

    /// <summary>Answers by the connection that the packets came by.</summary>
    public void Enter(Beam beam, VpnConnection connection)
    {
        beam = Carried(beam, connection, Dimension.Source, Dimension.Destination);
        if (beam.IsEmpty || !connection.Up)
            return;
        if (connection.VpnGatewayId is { } gatewayId)
        {
            if (walk.Topology.Vpc(walk.Topology.Find<VpnGateway>(gatewayId)?.VpcId) is { } vpc)
                walk.EnterBy(
                    vpc.VpnIngressRoutes, beam with { CameFrom = null, CameBy = null, GroupsForwarded = false }, vpc);
        }
        else if (Transit.AttachmentOf(connection) is { } attachment)
            walk.Transit.Enter(beam, attachment);
    }

    // A tunnel carries what lies between the addresses that it was made for.
    private static Beam Carried(Beam beam, VpnConnection connection, Dimension customers, Dimension amazons)
    {
        if (connection.LocalCidr is { } local)
            beam = beam.Where(customers, RangeSet.Of([local]));
        return connection.RemoteCidr is { } remote ? beam.Where(amazons, RangeSet.Of([remote])) : beam;
    }

    private RangeSet KnownBy(VpnConnection connection)
    {
        if (connection.VpnGatewayId is { } gateway)
            return walk.Topology.Vpc(walk.Topology.Find<VpnGateway>(gateway)?.VpcId)?.Classes.Blocks
                ?? RangeSet.Empty;
        return Transit.Table(Transit.AttachmentOf(connection)?.RouteTableId) is { } table
            ? RangeSet.Of(table.Routes(walk.Topology).Select(entry => entry.Block))
            : RangeSet.Empty;
    }
}
