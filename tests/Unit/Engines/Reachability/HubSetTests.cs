using Orrery.Core;
using Orrery.Engines.Reachability.Analysis;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using static Orrery.Tests.Unit.Engines.Reachability.HubNetwork;

namespace Orrery.Tests.Unit.Engines.Reachability;

/// <summary>Sets of packets on the hub, each against the trace of one packet.</summary>
public sealed class HubSetTests
{
    [Fact]
    public void A_set_has_the_packets_that_a_tunnel_is_made_for_and_no_others()
    {
        Agrees(Hub(), "172.16.5.5", true);
        Agrees(Hub(), "172.16.6.6", true);
        var narrow = Hub().Change<VpnConnection>("vpn-v", one => one with { LocalCidr = Cidr.Parse("172.16.5.0/24") });
        Agrees(narrow, "172.16.5.5", true);
        Agrees(narrow, "172.16.6.6", false);
        Agrees(
            Hub().Change<VpnConnection>("vpn-v", one => one with { RemoteCidr = Cidr.Parse("10.99.0.0/16") }),
            "172.16.5.5", false);
        Agrees(Hub().Change<VpnConnection>("vpn-v", one => one with { Up = false }), "172.16.5.5", false);
    }

    [Fact]
    public void A_set_takes_the_way_that_a_gateway_route_table_tells()
    {
        var hub = Hub().Change<VpnGateway>("vgw-dev", one => one with { RouteTableId = "rtb-edge" });
        Agrees(Through(hub, "eni-dev-a"), "172.16.5.5", true);
        Agrees(Through(hub, "eni-gone"), "172.16.5.5", false);
        var ways = new NetworkAnalysis(Through(hub, "eni-dev-a")).Ask(
            Question("eni-dev-b") with { Ways = met => met.Contains("eni-dev-a") });
        Assert.NotEmpty(ways);
    }

    private static Topology Through(Topology hub, string target) => hub.With(new RouteTable("rtb-edge")
    {
        VpcId = "vpc-dev", Routes = [Route.To(Cidr.Parse("10.10.2.0/24"), target)],
    }).Change<NetworkInterface>("eni-dev-a", one => one with { SourceDestCheck = false });

    private static void Agrees(Topology topology, string source, bool reaches)
    {
        var nic = topology.Find<NetworkInterface>("eni-dev-b")!;
        var flow = new Flow(FlowEnd.At(IpAddress.Parse(source)), FlowEnd.Of(nic.Id), IpProtocol.Tcp, 443);
        Assert.Equal(reaches, Tracer.Trace(topology, flow).Reachable);
        var packet = new Packet(
            IpAddress.Parse(source), nic.Addresses[0].Private, IpProtocol.Tcp, Flow.EphemeralPort, 443);
        var findings = new NetworkAnalysis(topology).Ask(Question(nic.Id));
        Assert.Equal(reaches, findings.Any(finding => finding.Packets.Contains(packet)));
    }

    private static ReachQuestion Question(string to) =>
        new(new ReachEnd([]) { PlaceIds = ["cgw-v"] }, new ReachEnd([to]));
}
