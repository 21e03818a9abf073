using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using static Orrery.Tests.Unit.Engines.Reachability.HubNetwork;
using static Orrery.Tests.Unit.Engines.Reachability.TestNetwork;

namespace Orrery.Tests.Unit.Engines.Reachability;

/// <summary>VPN connections and VPC endpoints. Sources: the pages named in the engine's README.</summary>
public sealed class VpnAndEndpointTests
{
    [Theory]
    [InlineData("eni-dev-a", "cgw-v", "eni-dev-a sg-dev acl-dev rtb-dev vgw-dev vpn-v cgw-v")]
    [InlineData("eni-dev-a", "172.16.5.5", "eni-dev-a sg-dev acl-dev rtb-dev vgw-dev vpn-v cgw-v")]
    [InlineData("172.16.5.5", "eni-dev-b", "cgw-v vpn-v vgw-dev acl-dev sg-dev eni-dev-b")]
    [InlineData("cgw-v", "10.10.1.10", "cgw-v vpn-v vgw-dev acl-dev sg-dev eni-dev-a")]
    [InlineData("eni-dev-a", "vpce-s3", "eni-dev-a sg-dev acl-dev rtb-dev vpce-s3")]
    [InlineData("eni-dev-a", "52.218.1.1", "eni-dev-a sg-dev acl-dev rtb-dev vpce-s3")]
    [InlineData("eni-dev-a", "vpce-sqs", "eni-dev-a sg-dev rtb-dev sg-dev eni-sqs-a vpce-sqs")]
    [InlineData("eni-dev-b", "vpce-sqs", "eni-dev-b sg-dev rtb-dev sg-dev eni-sqs-b vpce-sqs")]
    public void A_packet_reaches_sites_and_services_by_these_components(string source, string destination, string path)
    {
        var trace = Hub().Tcp(source, destination);
        Assert.Equal(Disposition.Delivered, trace.Disposition);
        Assert.Equal(path, Path(trace.Forward));
        Assert.NotEmpty(trace.Return);
    }

    [Theory]
    [InlineData("eni-dev-a", "172.17.0.1", Disposition.NoSuchAddress, "NO_POSSIBLE_DESTINATION")]
    [InlineData("172.16.5.5", "10.20.1.10", Disposition.NotTransitive, "VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS")]
    [InlineData("172.16.5.5", "10.10.1.77", Disposition.NoSuchAddress, "VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS")]
    [InlineData("172.16.5.5", "internet", Disposition.NotTransitive, "VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS")]
    [InlineData("vpce-s3", "eni-dev-a", Disposition.InboundNotAllowed, "VPCE_INTRA_VPC_TRAFFIC")]
    [InlineData("eni-sqs-a", "eni-dev-a", Disposition.InboundNotAllowed, "VPCE_INTRA_VPC_TRAFFIC")]
    [InlineData("eni-prod-a", "vpce-s3", Disposition.Misrouted, "NO_PATH")]
    [InlineData("cgw-none", "eni-dev-a", Disposition.SourceUnknown, "NO_SOURCE_OR_DESTINATION")]
    public void What_gateways_and_endpoints_do_not_carry(
        string from, string to, Disposition disposition, string code) =>
        Hub().Tcp(from, to).EndsAs(disposition, code);

    // Reachability Analyzer guide, "Source and destination resources": attachments, VPN gateways, peering connections.
    [Theory]
    [InlineData("eni-dev-a", "172.16.5.5", "vgw-dev", "eni-dev-a sg-dev acl-dev rtb-dev vgw-dev")]
    [InlineData("eni-dev-a", "10.20.1.10", "att-prod",
        "eni-dev-a sg-dev acl-dev rtb-dev acl-dev att-dev tgw-rtb-1 att-prod")]
    [InlineData("eni-dev-a", "10.40.1.10", "att-peer",
        "eni-dev-a sg-dev acl-dev rtb-dev acl-dev att-dev tgw-rtb-1 att-peer")]
    [InlineData("eni-dev-a", null, "att-vpn", "eni-dev-a sg-dev acl-dev rtb-dev acl-dev att-dev tgw-rtb-1 att-vpn")]
    public void A_flow_may_end_at_a_gateway_or_attachment(string source, string? address, string end, string path)
    {
        var destination = new FlowEnd(end, address is null ? null : IpAddress.Parse(address));
        var trace = Tracer.Trace(Hub(), new Flow(FlowEnd.Of(source), destination, IpProtocol.Tcp, 443));
        Assert.Equal(Disposition.Delivered, trace.Disposition);
        Assert.Equal((path, 0), (Path(trace.Forward), trace.Return.Count));
    }

    [Theory]
    [InlineData("vgw-dev", "eni-dev-a", "vgw-dev acl-dev sg-dev eni-dev-a", "eni-dev-a sg-dev acl-dev rtb-dev vgw-dev")]
    [InlineData("att-dev", "eni-prod-a", "att-dev tgw-rtb-1 att-prod rtb-prod sg-prod eni-prod-a",
        "eni-prod-a sg-prod acl-prod rtb-prod acl-prod att-prod tgw-rtb-1 att-dev")]
    public void A_flow_may_begin_at_a_gateway_or_attachment(
        string source, string destination, string there, string back)
    {
        var trace = Hub().Tcp(source, destination);
        Assert.Equal((there, back), (Path(trace.Forward), Path(trace.Return)));
        Assert.True(trace.Reachable);
    }

    [Fact]
    public void A_connection_without_a_tunnel_carries_nothing()
    {
        var hub = Hub().Change<VpnConnection>("vpn-v", one => one with { Up = false })
            .Change<VpnConnection>("vpn-t", one => one with { Up = false });
        hub.Tcp("eni-dev-a", "cgw-v").EndsAs(Disposition.NotFunctional, "BAD_STATE_VPN");
        hub.Tcp("cgw-v", "eni-dev-a").EndsAs(Disposition.NotFunctional, "BAD_STATE_VPN");
        hub.Tcp("eni-dev-a", "cgw-t").EndsAs(Disposition.NotFunctional, "TGW_BAD_STATE_VPN");
    }

    [Fact]
    public void Tunnels_carry_only_the_addresses_that_they_are_made_for()
    {
        var hub = Hub().Change<VpnConnection>("vpn-v", one => one with { LocalCidr = Cidr.Parse("172.16.5.0/24") });
        Assert.Equal(Disposition.Delivered, hub.Tcp("eni-dev-a", "172.16.5.5").Disposition);
        hub.Tcp("eni-dev-a", "172.16.6.6").EndsAs(Disposition.GatewayRefused, "NO_PATH");
        Hub().Change<VpnConnection>("vpn-v", one => one with { RemoteCidr = Cidr.Parse("10.99.0.0/16") })
            .Tcp("172.16.5.5", "eni-dev-a").EndsAs(Disposition.GatewayRefused, "NO_PATH");
    }

    [Fact]
    public void A_gateway_route_table_leads_what_enters_by_a_virtual_private_gateway()
    {
        var hub = Hub().Change<VpnGateway>("vgw-dev", one => one with { RouteTableId = "rtb-edge" });
        var through = hub.With(new RouteTable("rtb-edge")
        {
            VpcId = "vpc-dev", Routes = [Route.To(Cidr.Parse("10.10.2.0/24"), "eni-dev-a")],
        });
        Assert.Contains(through.Tcp("172.16.5.5", "eni-dev-b").Forward, hop => hop.Id == "eni-dev-a");
        Assert.DoesNotContain(Hub().Tcp("172.16.5.5", "eni-dev-b").Forward, hop => hop.Id == "eni-dev-a");
    }

    [Fact]
    public void Another_connection_takes_over_what_one_without_a_tunnel_announces()
    {
        var spare = new VpnConnection("vpn-w")
        {
            CustomerGatewayId = "cgw-v", VpnGatewayId = "vgw-dev", Routes = [Cidr.Parse("172.16.0.0/12")], Up = true,
        };
        var hub = Hub().Change<VpnConnection>("vpn-v", one => one with { Up = false }).With(spare);
        Assert.Contains(hub.Tcp("eni-dev-a", "cgw-v").Forward, hop => hop.Id == "vpn-w");
        Assert.Contains(hub.Tcp("cgw-v", "eni-dev-a").Forward, hop => hop.Id == "vpn-w");
    }

    [Fact]
    public void The_longest_prefix_chooses_among_connections()
    {
        var narrow = new VpnConnection("vpn-w")
        {
            CustomerGatewayId = "cgw-w", VpnGatewayId = "vgw-dev", Routes = [Cidr.Parse("172.16.9.0/24")], Up = true,
        };
        Assert.Equal("cgw-w", Hub().With(narrow).Tcp("eni-dev-a", "172.16.9.1").Forward[^1].Id);
        Assert.Equal("cgw-v", Hub().With(narrow).Tcp("eni-dev-a", "172.16.8.1").Forward[^1].Id);
    }

    [Fact]
    public void A_virtual_private_gateway_sends_only_for_interfaces_of_its_vpc()
    {
        // prod comes by the transit gateway into dev, whose attachment's subnet routes on to the site.
        var hub = Hub().With(TransitTable("tgw-rtb-1", "tgw-1", "172.16.0.0/12 att-dev"));
        hub.Tcp("eni-prod-a", "cgw-v").EndsAs(Disposition.NotTransitive, "VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS");
    }

    [Fact]
    public void A_gateway_endpoint_serves_its_own_vpc_only_and_tcp_and_echo_only()
    {
        var hub = Hub().With(TransitTable("tgw-rtb-1", "tgw-1", "52.218.0.0/17 att-dev"));
        hub.Tcp("eni-prod-a", "52.218.1.1").EndsAs(Disposition.NotTransitive, "GATEWAY_REJECTS_SPOOFED_TRAFFIC");
        var udp = new Flow(FlowEnd.Of("eni-dev-a"), FlowEnd.Of("vpce-s3"), IpProtocol.Udp, 53);
        Assert.Equal("VPCE_GATEWAY_PROTOCOL_RESTRICTION", Tracer.Trace(Hub(), udp).Code);
        var echo = new Flow(FlowEnd.Of("eni-dev-a"), FlowEnd.Of("vpce-s3"), IpProtocol.Icmp);
        Assert.True(Tracer.Trace(Hub(), echo).Reachable);
    }

    [Fact]
    public void A_route_to_a_gateway_endpoint_leads_to_its_services_addresses_only() => Hub()
        .WithRoutes("rtb-dev", "9.9.9.0/24 vpce-s3").Tcp("eni-dev-a", "9.9.9.9")
        .EndsAs(Disposition.GatewayRefused, "VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION");

    [Fact]
    public void An_endpoint_that_is_not_available_serves_nobody()
    {
        Hub().Change<VpcEndpoint>("vpce-sqs", one => one with { Functional = false })
            .Tcp("eni-dev-a", "vpce-sqs").EndsAs(Disposition.NotFunctional, "BAD_STATE");
        Hub().Change<VpcEndpoint>("vpce-s3", one => one with { Functional = false })
            .Tcp("eni-dev-a", "52.218.1.1").EndsAs(Disposition.Blackhole, "BAD_STATE_ROUTE");
    }

    [Fact]
    public void Security_groups_and_acls_are_asked_on_the_way_to_an_endpoint()
    {
        Hub().WithRule("sg-dev", TrafficDirection.Egress, "-1 -1..-1 10.0.0.0/8").Tcp("eni-dev-a", "vpce-s3")
            .EndsAs(Disposition.DeniedBySecurityGroup, "ENI_SG_RULES_MISMATCH");
        var trace = Hub().Change<NetworkAcl>("acl-dev", acl => acl with
        {
            Entries = [.. acl.Entries.Where(entry => entry.Direction == TrafficDirection.Egress)],
        }).Tcp("eni-dev-a", "vpce-s3");
        Assert.Equal((Disposition.DeniedByNetworkAcl, true), (trace.Disposition, trace.StoppedOnReturn));
    }
}
