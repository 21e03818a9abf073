using Orrery.Contracts.OnPremises;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.VpnConnections;
using Orrery.Services.Ec2.Operations.VpnGateways;
using Orrery.Services.Ec2.Projections;
using Orrery.Wire.Generated.Ec2;
using Model = Orrery.Engines.Reachability.Model;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class VpnPropagationTests
{
    [Fact]
    public void Learned_routes_are_there_while_a_tunnel_is_up_and_come_back_with_it()
    {
        var office = Office.New(Cloud.New());
        var table = office.Table();
        Assert.Empty(office.Propagated(table));
        office.Declare();
        Assert.Equal(["192.168.0.0/16"], office.Propagated(table));
        office.Declare(tunnels: 1);
        Assert.Equal(["192.168.0.0/16"], office.Propagated(table));
        office.Declare(tunnels: 0);
        Assert.Empty(office.Propagated(table));
        office.Declare(new OnPremisesDeclaration(["192.168.0.0/16"], ["192.168.9.0/24", "192.168.3.0/24"]));
        Assert.Equal(["192.168.3.0/24", "192.168.9.0/24"], office.Propagated(table));
    }

    [Fact]
    public void Static_routes_are_propagated_while_a_tunnel_is_up()
    {
        var office = Office.New(Cloud.New(), staticRoutes: true);
        var table = office.Table();
        office.Route("192.168.7.0/24");
        Assert.Empty(office.Propagated(table));
        office.Declare();
        Assert.Equal(["192.168.7.0/24"], office.Propagated(table));
        Assert.Equal("Up IPSEC IS UP", office.Tunnels().First());

        office.Cloud.Run(new DeleteVpnConnectionRoute(), new()
        {
            VpnConnectionId = office.Connection, DestinationCidrBlock = "192.168.7.0/24",
        });
        Assert.Empty(office.Propagated(table));
        Assert.Empty(office.Describe().Routes!);
    }

    [Fact]
    public void A_static_route_of_a_connection_is_pending_then_available_then_gone()
    {
        var office = Office.New(Cloud.Slow(), staticRoutes: true);
        var create = new CreateVpnConnectionRouteRequest
        {
            VpnConnectionId = office.Connection, DestinationCidrBlock = "192.168.7.0/24",
        };
        Assert.Equal("InvalidVpnConnection.InvalidState", office.Cloud.Refused(new CreateVpnConnectionRoute(), create));
        office.Cloud.Advance(TimeSpan.FromMinutes(10));
        office.Route("192.168.7.0/24");
        Assert.Equal(VpnState.Pending, office.Describe().Routes![0].State);
        office.Cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(VpnState.Available, office.Describe().Routes![0].State);

        var delete = new DeleteVpnConnectionRouteRequest
        {
            VpnConnectionId = office.Connection, DestinationCidrBlock = "192.168.7.0/24",
        };
        office.Cloud.Run(new DeleteVpnConnectionRoute(), delete);
        Assert.Equal(VpnState.Deleting, office.Describe().Routes![0].State);
        office.Cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("InvalidRoute.NotFound", office.Cloud.Refused(new DeleteVpnConnectionRoute(), delete));
        Assert.Equal("InvalidRoute.Malformed", office.Cloud.Refused(
            new DeleteVpnConnectionRoute(), delete with { DestinationCidrBlock = "office" }));
    }

    [Fact]
    public void A_connection_over_BGP_takes_no_static_route_and_a_static_one_no_more_than_100()
    {
        var learning = Office.New(Cloud.New());
        Assert.Equal("InvalidVpnConnection.InvalidType", learning.Cloud.Refused(new CreateVpnConnectionRoute(), new()
        {
            VpnConnectionId = learning.Connection, DestinationCidrBlock = "192.168.7.0/24",
        }));

        var told = Office.New(Cloud.New(), staticRoutes: true);
        foreach (var n in Enumerable.Range(0, 100))
        {
            told.Route($"192.168.{n}.0/24");
        }

        told.Route("192.168.0.0/24");
        Assert.Equal("RouteLimitExceeded", told.Cloud.Refused(new CreateVpnConnectionRoute(), new()
        {
            VpnConnectionId = told.Connection, DestinationCidrBlock = "192.168.100.0/24",
        }));
    }

    [Fact]
    public void Propagated_routes_go_with_the_connection_the_attachment_and_the_propagation()
    {
        var office = Office.New(Cloud.New());
        var table = office.Table();
        office.Declare();
        var enable = new EnableVgwRoutePropagationRequest { RouteTableId = table, GatewayId = office.Gateway };
        office.Cloud.Run(new DisableVgwRoutePropagation(), new() { RouteTableId = table, GatewayId = office.Gateway });
        Assert.Empty(office.Propagated(table));
        office.Cloud.Run(new EnableVgwRoutePropagation(), enable);
        Assert.Single(office.Propagated(table));

        office.Cloud.Run(new DetachVpnGateway(), new() { VpnGatewayId = office.Gateway, VpcId = office.Vpc });
        Assert.Empty(office.Propagated(table));
        office.Cloud.Run(new AttachVpnGateway(), new() { VpnGatewayId = office.Gateway, VpcId = office.Vpc });
        office.Cloud.Run(new EnableVgwRoutePropagation(), enable);
        Assert.Single(office.Propagated(table));

        office.Delete();
        Assert.Empty(office.Propagated(table));
    }

    [Fact]
    public void A_static_route_of_the_table_stands_beside_a_propagated_one()
    {
        var office = Office.New(Cloud.New());
        var table = office.Table();
        office.Declare();
        office.Cloud.RouteToGateway(table, office.Cloud.InternetGateway(office.Vpc), "192.168.0.0/16");
        Assert.Equal(
            [RouteOrigin.CreateRoute, RouteOrigin.EnableVgwRoutePropagation],
            office.Cloud.Describe(table).Routes!
                .Where(r => r.DestinationCidrBlock == "192.168.0.0/16").Select(r => r.Origin!.Value));
    }

    [Fact]
    public void Two_connections_that_announce_the_same_make_one_route()
    {
        var office = Office.New(Cloud.New());
        var table = office.Table();
        var backup = Office.CustomerGateway(office.Cloud, "198.51.100.8");
        Office.Connect(office.Cloud, office.Gateway, backup);
        office.Declare();
        (office with { Customer = backup }).Declare();
        Assert.Equal(["192.168.0.0/16"], office.Propagated(table));
        office.Remove();
        Assert.Equal(["192.168.0.0/16"], office.Propagated(table));
    }

    [Fact]
    public void The_topology_follows_every_change_as_if_it_were_made_anew()
    {
        var office = Office.New(Cloud.New());
        var table = office.Table();
        Check(up: false);
        office.Declare();
        Check(up: true);
        office.Declare(tunnels: 0);
        Check(up: false);
        office.Declare();
        Check(up: true);
        office.Delete();
        Assert.DoesNotContain(Projected(anew: false), e => e.Id == office.Connection);

        void Check(bool up)
        {
            foreach (var anew in (bool[])[false, true])
            {
                var elements = Projected(anew);
                var connection = elements.OfType<Model.VpnConnection>().Single();
                var routes = elements.OfType<Model.RouteTable>().Single(t => t.Id == table).Routes;
                Assert.Equal((up, up ? 1 : 0), (connection.Up, connection.Routes.Count));
                Assert.Equal(up ? 1 : 0, routes.Count(r => r.Target == office.Gateway));
                Assert.Equal(office.Vpc, elements.Single(e => e.Id == office.Gateway).VpcId);
            }
        }

        IReadOnlyList<Model.Element> Projected(bool anew) => office.Cloud.Ask(call =>
            (anew ? ReachabilityProjection.Make(call) : ReachabilityProjection.Of(call)).Elements.ToList());
    }
}
