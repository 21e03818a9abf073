using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Operations.EgressOnlyInternetGateways;
using Orrery.Services.Ec2.Operations.InternetGateways;
using Orrery.Services.Ec2.Operations.NatGateways;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.RouteTables;
using Orrery.Services.Ec2.Operations.VpnGateways;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;
using WireState = Orrery.Wire.Generated.Ec2.RouteState;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class RouteStateTests
{
    [Fact]
    public void Detaching_the_internet_gateway_turns_its_route_into_a_blackhole_and_attaching_it_turns_it_back()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var table = cloud.RouteTable(vpc);
        cloud.RouteToGateway(table, gateway);
        Assert.Equal(WireState.Active, cloud.State(table));

        cloud.Detach(gateway, vpc);
        Assert.Equal(WireState.Blackhole, cloud.State(table));

        cloud.Attach(gateway, vpc);
        Assert.Equal(WireState.Active, cloud.State(table));
    }

    [Fact]
    public void A_route_to_a_deleted_gateway_stays_as_a_blackhole_until_it_is_replaced()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var table = cloud.RouteTable(vpc);
        cloud.RouteToGateway(table, gateway);
        cloud.Detach(gateway, vpc);
        cloud.Run(new DeleteInternetGateway(), new DeleteInternetGatewayRequest { InternetGatewayId = gateway });
        var route = cloud.Route(table);
        Assert.Equal((WireState.Blackhole, gateway), (route.State, route.GatewayId));

        var other = cloud.InternetGateway(vpc);
        cloud.Run(
            new ReplaceRoute(),
            new ReplaceRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", GatewayId = other });
        Assert.Equal(WireState.Active, cloud.State(table));
    }

    [Fact]
    public void A_gateway_attached_to_another_vpc_is_a_blackhole_for_the_first_one()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var other = cloud.Vpc("10.1.0.0/16");
        var gateway = cloud.InternetGateway(vpc);
        var table = cloud.RouteTable(vpc);
        cloud.RouteToGateway(table, gateway);
        cloud.Detach(gateway, vpc);
        cloud.Attach(gateway, other);
        Assert.Equal(WireState.Blackhole, cloud.State(table));
    }

    [Fact]
    public void A_nat_gateway_is_a_blackhole_while_it_is_pending_and_after_it_is_deleted()
    {
        var cloud = Cloud.Slow();
        var vpc = cloud.Vpc();
        var nat = cloud.PrivateNat(cloud.Subnet(vpc));
        var table = cloud.RouteTable(vpc);
        cloud.Run(
            new CreateRoute(),
            new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = nat });
        Assert.Equal(WireState.Blackhole, cloud.State(table));

        cloud.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(WireState.Active, cloud.State(table));

        cloud.Run(new DeleteNatGateway(), new DeleteNatGatewayRequest { NatGatewayId = nat });
        cloud.Advance(TimeSpan.FromHours(2));
        Assert.Equal(WireState.Blackhole, cloud.State(table));
    }

    [Fact]
    public void Virtual_private_and_egress_only_gateways_count_while_they_are_attached()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc(ipv6: true);
        var table = cloud.RouteTable(vpc);
        var vpn = cloud.Run(new CreateVpnGateway(), new CreateVpnGatewayRequest { Type = GatewayType.Ipsec1 })
            .VpnGateway!.VpnGatewayId!;
        cloud.Run(new AttachVpnGateway(), new AttachVpnGatewayRequest { VpnGatewayId = vpn, VpcId = vpc });
        var egress = cloud.Run(
            new CreateEgressOnlyInternetGateway(), new CreateEgressOnlyInternetGatewayRequest { VpcId = vpc })
            .EgressOnlyInternetGateway!.EgressOnlyInternetGatewayId!;
        cloud.RouteToGateway(table, vpn, "192.168.0.0/16");
        cloud.Run(new CreateRoute(), new CreateRouteRequest
        {
            RouteTableId = table, DestinationIpv6CidrBlock = "::/0", EgressOnlyInternetGatewayId = egress,
        });
        Assert.Equal(WireState.Active, cloud.State(table, "192.168.0.0/16"));
        Assert.Equal(WireState.Active, cloud.State(table, "::/0"));

        cloud.Run(new DetachVpnGateway(), new DetachVpnGatewayRequest { VpnGatewayId = vpn, VpcId = vpc });
        cloud.Run(
            new DeleteEgressOnlyInternetGateway(),
            new DeleteEgressOnlyInternetGatewayRequest { EgressOnlyInternetGatewayId = egress });
        Assert.Equal(WireState.Blackhole, cloud.State(table, "192.168.0.0/16"));
        Assert.Equal(WireState.Blackhole, cloud.State(table, "::/0"));
    }

    [Fact]
    public void An_interface_that_nothing_is_attached_to_is_a_blackhole()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var table = cloud.RouteTable(vpc);
        var eni = cloud.Run(
            new CreateNetworkInterface(), new CreateNetworkInterfaceRequest { SubnetId = cloud.Subnet(vpc) })
            .NetworkInterface!.NetworkInterfaceId!;
        cloud.Run(
            new CreateRoute(),
            new CreateRouteRequest
            {
                RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", NetworkInterfaceId = eni,
            });
        Assert.Equal(WireState.Blackhole, cloud.State(table));
    }

    [Theory]
    [InlineData(VpcPeeringConnectionStateReasonCode.PendingAcceptance, false, 1)]
    [InlineData(VpcPeeringConnectionStateReasonCode.Active, true, 0)]
    [InlineData(VpcPeeringConnectionStateReasonCode.Deleted, false, 0)]
    public void A_peering_route_is_active_with_its_connection_and_says_why_not(
        VpcPeeringConnectionStateReasonCode state, bool active, int remedies)
    {
        var cloud = Cloud.New();
        var vpc = new VpcId(cloud.Vpc());
        var id = new VpcPeeringConnectionId("pcx-00000000000000001");
        var side = new PeeringSide { OwnerId = "123456789012", Region = "us-east-1", VpcId = vpc };
        var decision = cloud.Do(call =>
        {
            call.Write(Tables.VpcPeeringConnections).Put(new()
            {
                Id = id,
                Requester = side,
                Accepter = side with { VpcId = new("vpc-00000000000000002") },
                State = state,
                StateMessage = "",
                CreatedAt = call.Now,
            });
            return Orrery.Services.Ec2.Rules.RouteState.Of(call, vpc, RouteTargetKind.VpcPeeringConnection, id.Value);
        });
        Assert.Equal((active, remedies), (decision.Allowed, decision.Remedies.Count));
        Assert.Contains(id.Value, decision.Root.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_state_can_be_filtered_by()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var table = cloud.RouteTable(vpc);
        cloud.RouteToGateway(table, gateway);
        var request = new DescribeRouteTablesRequest
        {
            Filters =
            [
                new() { Name = "route.state", Values = ["blackhole"] },
                new() { Name = "vpc-id", Values = [vpc] },
            ],
        };
        Assert.Empty(cloud.Run(new DescribeRouteTables(), request).RouteTables!);

        cloud.Detach(gateway, vpc);
        Assert.Equal(table, Assert.Single(cloud.Run(new DescribeRouteTables(), request).RouteTables!).RouteTableId);
    }

    [Fact]
    public void A_blackhole_tells_what_would_bring_it_back()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var table = cloud.RouteTable(vpc);
        cloud.RouteToGateway(table, gateway);
        cloud.Detach(gateway, vpc);
        var routes = cloud.Do(call =>
            EffectiveRoutes.Of(call, call.Read(Tables.RouteTables).Find(new RouteTableId(table))!));
        var change = Assert.Single(Assert.Single(routes[^1].State.Remedies).Changes);
        Assert.Equal("ec2:AttachInternetGateway", change.Action);
        Assert.Equal(vpc, change.Arguments["VpcId"]);
    }
}
