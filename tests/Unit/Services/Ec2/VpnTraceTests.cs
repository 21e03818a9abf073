using Orrery.Contracts.Tracing;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.VpnGateways;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class VpnTraceTests
{
    [Fact]
    public void Packets_reach_the_office_and_come_from_it_while_a_tunnel_is_up()
    {
        var cloud = Cloud.New();
        var site = Site.New(cloud, "10.1.0.0/24");
        var gateway = Office.VpnGateway(cloud);
        cloud.Run(new AttachVpnGateway(), new() { VpnGatewayId = gateway, VpcId = site.Vpc });
        cloud.Run(new EnableVgwRoutePropagation(), new() { RouteTableId = site.Table, GatewayId = gateway });
        var customer = Office.CustomerGateway(cloud);
        var connection = Office.Connect(cloud, gateway, customer).VpnConnectionId!;
        var office = new Office(cloud, site.Vpc, gateway, customer, connection);
        Assert.False(Trace(site.Interface, "10.200.3.4").Decision.Allowed);

        office.Declare(1, "10.200.0.0/16");
        var there = Trace(site.Interface, "10.200.3.4");
        Assert.True(there.Decision.Allowed, there.Decision.Root.Text);
        Assert.Equal([connection, customer], there.Forward.Select(h => h.Component).TakeLast(2));
        Assert.True(Trace("10.200.3.4", site.Interface).Decision.Allowed);

        office.Declare(0, "10.200.0.0/16");
        Assert.Equal("NO_ROUTE_TO_DESTINATION", Trace(site.Interface, "10.200.3.4").Code);
        office.Declare(2, "10.200.0.0/16");
        Assert.True(Trace(site.Interface, "10.200.3.4").Decision.Allowed);
        Assert.False(Trace(site.Interface, "10.201.3.4").Decision.Allowed);

        office.Delete();
        Assert.Equal("NO_ROUTE_TO_DESTINATION", Trace(site.Interface, "10.200.3.4").Code);

        TraceAnswer Trace(string from, string to) =>
            cloud.Ask(call => call.Port<ITracer>().Trace(call, new(from, to, "tcp", 443, null, false)));
    }

    [Fact]
    public void A_connection_that_is_down_is_named_where_its_routes_are_static()
    {
        var cloud = Cloud.New();
        var site = Site.New(cloud, "10.1.0.0/24");
        var gateway = Office.VpnGateway(cloud);
        cloud.Run(new AttachVpnGateway(), new() { VpnGatewayId = gateway, VpcId = site.Vpc });
        cloud.RouteToGateway(site.Table, gateway, "10.200.0.0/16");
        var customer = Office.CustomerGateway(cloud);
        var office = new Office(
            cloud, site.Vpc, gateway, customer, Office.Connect(cloud, gateway, customer, true).VpnConnectionId!);
        office.Route("10.200.0.0/16");
        string? Code() => cloud.Ask(call =>
            call.Port<ITracer>().Trace(call, new(site.Interface, "10.200.3.4", "tcp", 443, null, false)).Code);
        Assert.Equal("BAD_STATE_VPN", Code());
        office.Declare(2, "10.200.0.0/16");
        Assert.Null(Code());
    }
}
