using Orrery.Contracts.Tracing;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.TransitGatewayAttachments;
using Orrery.Services.Ec2.Operations.TransitGateways;
using Orrery.Services.Ec2.Operations.VpnConnections;
using Orrery.Services.Ec2.Operations.VpnGateways;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class VpnTransitTests
{
    [Fact]
    public void A_connection_is_attached_to_its_transit_gateway_and_detached_with_its_end()
    {
        var cloud = Cloud.New();
        var gateway = Transit(cloud);
        var made = Connect(cloud, gateway);
        Assert.Equal((gateway, null), (made.TransitGatewayId, made.VpnGatewayId));
        var attachment = Assert.Single(Attachments(cloud, gateway));
        Assert.Equal(
            (TransitGatewayAttachmentResourceType.Vpn, made.VpnConnectionId, TransitGatewayAttachmentState.Available),
            (attachment.ResourceType, attachment.ResourceId, attachment.State));
        Assert.Equal(TransitGatewayAssociationState.Associated, attachment.Association?.State);
        var delete = new DeleteTransitGatewayRequest { TransitGatewayId = gateway };
        Assert.Equal("IncorrectState", cloud.Refused(new DeleteTransitGateway(), delete));

        cloud.Run(new DeleteVpnConnection(), new() { VpnConnectionId = made.VpnConnectionId });
        Assert.Equal(TransitGatewayAttachmentState.Deleted, Assert.Single(Attachments(cloud, gateway)).State);
        cloud.Run(new DeleteTransitGateway(), delete);
    }

    [Fact]
    public void What_it_learns_propagates_while_a_tunnel_is_up_and_comes_back_with_it()
    {
        var cloud = Cloud.New();
        var (gateway, customer) = (Transit(cloud), Office.CustomerGateway(cloud));
        var office = new Office(cloud, "", gateway, customer, Connect(cloud, gateway, customer).VpnConnectionId!);
        var table = cloud.TransitGateway(gateway).Options!.PropagationDefaultRouteTableId!;
        IEnumerable<string> Learned() =>
            cloud.Search(table, ("type", "propagated")).Select(r => r.DestinationCidrBlock!);
        Assert.Empty(Learned());
        office.Declare(1, "10.200.0.0/16");
        Assert.Equal(["10.200.0.0/16"], Learned());
        office.Declare(0, "10.200.0.0/16");
        Assert.Empty(Learned());
        office.Declare(2, "10.200.0.0/16");
        Assert.Equal(["10.200.0.0/16"], Learned());
        office.Delete();
        Assert.Empty(Learned());
    }

    [Fact]
    public void Packets_reach_the_office_by_the_transit_gateway_while_a_tunnel_is_up()
    {
        var cloud = Cloud.New();
        var site = Site.New(cloud, "10.1.0.0/24");
        var (gateway, customer) = (Transit(cloud), Office.CustomerGateway(cloud));
        cloud.AttachTo(gateway, site.Vpc, site.Subnet);
        cloud.Run(new CreateRoute(), new()
        {
            RouteTableId = site.Table, DestinationCidrBlock = "10.200.0.0/16", TransitGatewayId = gateway,
        });
        var office = new Office(cloud, "", gateway, customer, Connect(cloud, gateway, customer).VpnConnectionId!);
        TraceAnswer Trace(string from, string to) =>
            cloud.Ask(call => call.Port<ITracer>().Trace(call, new(from, to, "tcp", 443, null, false)));
        Assert.Equal("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT", Trace(site.Interface, "10.200.3.4").Code);
        office.Declare(1, "10.200.0.0/16");
        Assert.Equal(customer, Trace(site.Interface, "10.200.3.4").Forward[^1].Component);
        Assert.True(Trace("10.200.3.4", site.Interface).Decision.Allowed);
        office.Remove();
        Assert.False(Trace(site.Interface, "10.200.3.4").Decision.Allowed);
    }

    [Fact]
    public void One_device_may_have_several_connections_to_a_transit_gateway()
    {
        var cloud = Cloud.New();
        var (gateway, customer) = (Transit(cloud), Office.CustomerGateway(cloud));
        Assert.NotEqual(
            Connect(cloud, gateway, customer).VpnConnectionId, Connect(cloud, gateway, customer).VpnConnectionId);
        Assert.Equal(2, Attachments(cloud, gateway).Count);
    }

    [Fact]
    public void Its_tunnels_may_carry_IPv6_and_then_announce_only_that()
    {
        var cloud = Cloud.New();
        var (gateway, customer) = (Transit(cloud), Office.CustomerGateway(cloud));
        var made = Connect(cloud, gateway, customer, new() { TunnelInsideIpVersion = TunnelInsideIpVersion.Ipv6 });
        var options = made.Options!;
        Assert.Equal((null, "::/0"), (options.LocalIpv4NetworkCidr, options.LocalIpv6NetworkCidr));
        Assert.All(options.TunnelOptions!, t => Assert.Matches("^fd.*/126$", t.TunnelInsideIpv6Cidr));
        var office = new Office(cloud, "", "", customer, made.VpnConnectionId!);
        office.Declare(2, "192.168.0.0/16", "2001:db8:1::/48");
        Assert.Equal(["Up 1 BGP ROUTES", "Up 1 BGP ROUTES"], office.Tunnels());
    }

    [Fact]
    public void A_connection_moves_between_a_virtual_private_gateway_and_a_transit_gateway()
    {
        var office = Office.New(Cloud.New(), staticRoutes: true);
        var gateway = Transit(office.Cloud);
        var move = new ModifyVpnConnectionRequest { VpnConnectionId = office.Connection, TransitGatewayId = gateway };
        office.Route("192.168.0.0/16");
        Assert.Equal("IncorrectState", office.Cloud.Refused(new ModifyVpnConnection(), move));
        office.Cloud.Run(new DeleteVpnConnectionRoute(), new()
        {
            VpnConnectionId = office.Connection, DestinationCidrBlock = "192.168.0.0/16",
        });
        office.Cloud.Run(new ModifyVpnConnection(), move);
        Assert.Equal((gateway, null), (office.Describe().TransitGatewayId, office.Describe().VpnGatewayId));
        Assert.Equal(TransitGatewayAttachmentState.Available, Assert.Single(Attachments(office.Cloud, gateway)).State);
        Assert.Equal("InvalidVpnConnection.InvalidType", office.Cloud.Refused(new CreateVpnConnectionRoute(), new()
        {
            VpnConnectionId = office.Connection, DestinationCidrBlock = "192.168.0.0/16",
        }));

        office.Cloud.Run(new ModifyVpnConnection(), new()
        {
            VpnConnectionId = office.Connection, VpnGatewayId = office.Gateway,
        });
        Assert.Equal(TransitGatewayAttachmentState.Deleted, Assert.Single(Attachments(office.Cloud, gateway)).State);
        office.Delete();
        office.Cloud.Run(new DetachVpnGateway(), new() { VpnGatewayId = office.Gateway, VpcId = office.Vpc });
        office.Cloud.Run(new DeleteVpnGateway(), new() { VpnGatewayId = office.Gateway });
    }

    [Fact]
    public void A_transit_gateway_that_is_not_there_is_refused()
    {
        var cloud = Cloud.New();
        var ask = Office.Request("vgw-0", Office.CustomerGateway(cloud)) with
        {
            TransitGatewayId = "tgw-00000000000000000",
        };
        Assert.Equal("InvalidParameterCombination", cloud.Refused(new CreateVpnConnection(), ask));
        Assert.Equal("InvalidTransitGatewayID.NotFound", cloud.Refused(
            new CreateVpnConnection(), ask with { VpnGatewayId = null }));
    }

    private static string Transit(Cloud cloud) =>
        cloud.Run(new CreateTransitGateway(), new()).TransitGateway!.TransitGatewayId!;

    private static VpnConnection Connect(
        Cloud cloud, string gateway, string? customer = null, VpnConnectionOptionsSpecification? options = null) =>
        cloud.Run(new CreateVpnConnection(), new()
        {
            Type = "ipsec.1",
            CustomerGatewayId = customer ?? Office.CustomerGateway(cloud),
            TransitGatewayId = gateway,
            Options = options,
        }).VpnConnection!;

    private static IReadOnlyList<TransitGatewayAttachment> Attachments(Cloud cloud, string gateway) =>
        cloud.Run(new DescribeTransitGatewayAttachments(), new()
        {
            Filters = [new() { Name = "transit-gateway-id", Values = [gateway] }],
        }).TransitGatewayAttachments!;
}
