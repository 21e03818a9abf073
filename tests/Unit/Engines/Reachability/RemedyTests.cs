using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Remedying;
using Orrery.Engines.Reachability.Tracing;
using static Orrery.Tests.Unit.Engines.Reachability.TestNetwork;

namespace Orrery.Tests.Unit.Engines.Reachability;

public sealed class RemedyTests
{
    public static TheoryData<string, Func<Topology, Topology>, string, string, string> Cases() => new()
    {
        {
            "a rule is missing", OnlySsh, "eni-a-web", "eni-b",
            "Allow tcp port 443 in from 10.0.1.10/32 in security group sg-b."
        },
        {
            "the rule may name the group", OnlySsh, "eni-a-web", "eni-b",
            "Allow tcp port 443 in from sg-a in security group sg-b."
        },
        {
            "outbound", t => t.WithRule("sg-a", TrafficDirection.Egress, "6 22..22 0.0.0.0/0"), "eni-a-web", "internet",
            "Allow tcp port 443 out to 0.0.0.0/0 in security group sg-a."
        },
        {
            "the reply needs an ACL entry", t => t.Change<NetworkAcl>("acl-b", Inbound), "eni-a-web", "eni-b",
            "Add rule 32766 to network ACL acl-b that allows tcp ports 1024-65535 out to 10.0.1.10/32."
        },
        {
            "the request waits", t => t.InState(VpcPeeringState.PendingAcceptance), "eni-a-web", "eni-b",
            "Accept the peering connection pcx-ab."
        },
        {
            "no route", t => t.WithRoutes("rtb-a-web"), "eni-a-web", "eni-b",
            "Add a route for 10.1.0.0/16 to pcx-ab in route table rtb-a-web."
        },
        {
            "peering is not transitive", t => t, "eni-a-web", "eni-c",
            "Request a peering connection from vpc-a to vpc-c, then accept the peering connection pcx-new, "
            + "then lead the route for 10.2.0.0/16 to pcx-new in route table rtb-a-web, "
            + "then lead the route for 10.0.0.0/16 to pcx-new in route table rtb-c."
        },
        {
            "no public address", t => t.WithRoutes("rtb-a", "0.0.0.0/0 igw-a")
                .With(new ElasticAddress("eipalloc-1", IpAddress.Parse("203.0.113.77"))),
            "eni-a-app", "internet", "Associate eipalloc-1 with eni-a-app."
        },
        {
            "or by NAT", t => t.WithRoutes("rtb-a", "0.0.0.0/0 igw-a"), "eni-a-app", "internet",
            "Lead the route for 0.0.0.0/0 to nat-a in route table rtb-a."
        },
        {
            "no gateway", t => t.WithRoutes("rtb-a-web").Without("igw-a"), "eni-a-web", "internet",
            "Create an internet gateway, then attach internet gateway igw-new to vpc-a, "
            + "then add a route for 0.0.0.0/0 to igw-new in route table rtb-a-web."
        },
        {
            "the appliance checks", t => t.WithRoutes("rtb-a", "10.0.1.0/24 eni-a-fw").WithChecking("eni-a-fw"),
            "eni-a-app", "eni-a-web", "Turn off the source/destination check of eni-a-fw."
        },
    };

    public static TheoryData<string, Func<Topology, Topology>, string, string, string> HubCases() => new()
    {
        {
            "no way through the transit gateway", _ => HubNetwork.Hub().With(
                HubNetwork.TransitTable("tgw-rtb-1", "tgw-1")).ChangeAttachment(
                "att-prod", one => one with { PropagatesTo = [] }),
            "eni-dev-a", "eni-prod-a", "Propagate the routes of att-prod to route table tgw-rtb-1."
        },
        {
            "or by a static route", _ => HubNetwork.Hub().With(
                HubNetwork.TransitTable("tgw-rtb-1", "tgw-1")).ChangeAttachment(
                "att-prod", one => one with { PropagatesTo = [] }),
            "eni-dev-a", "eni-prod-a", "Add a route for 10.20.0.0/16 to att-prod in route table tgw-rtb-1."
        },
        {
            "a blackhole is in the way", _ => HubNetwork.Hub().With(
                HubNetwork.TransitTable("tgw-rtb-1", "tgw-1", "10.20.0.0/16 blackhole")),
            "eni-dev-a", "eni-prod-a", "Lead the route for 10.20.0.0/16 to att-prod in route table tgw-rtb-1."
        },
        {
            "or it may go", _ => HubNetwork.Hub().With(
                HubNetwork.TransitTable("tgw-rtb-1", "tgw-1", "10.20.0.0/16 blackhole")),
            "eni-dev-a", "eni-prod-a", "Remove the route for 10.20.0.0/16 from route table tgw-rtb-1."
        },
        {
            "no association", _ => HubNetwork.Hub().ChangeAttachment(
                "att-dev", one => one with { RouteTableId = null }),
            "eni-dev-a", "eni-prod-a", "Associate att-dev with route table tgw-rtb-1."
        },
        {
            "no subnet of the zone", _ => HubNetwork.Hub().ChangeAttachment(
                "att-dev", one => one with { SubnetIds = ["subnet-dev-a"] }),
            "eni-dev-b", "eni-prod-a", "Add subnet-dev-b to the attachment att-dev."
        },
        {
            "no route to the transit gateway", _ => HubNetwork.Hub().WithRoutes("rtb-dev"),
            "eni-dev-a", "eni-prod-a", "Add a route for 10.20.0.0/16 to tgw-1 in route table rtb-dev."
        },
        {
            "group referencing is off", _ => HubNetwork.Hub().ChangeAttachment(
                "att-dev", one => one with { SecurityGroupReferencing = false })
                .WithRule("sg-prod", TrafficDirection.Ingress, "-1 -1..-1 sg-dev"),
            "eni-dev-a", "eni-prod-a", "Turn on security group referencing of the attachment att-dev."
        },
        {
            "the connection has no route", _ => HubNetwork.Hub().Change<VpnConnection>(
                "vpn-v", one => one with { Routes = [] }),
            "eni-dev-a", "172.16.5.5", "Add a route for 172.16.0.0/16 to the VPN connection vpn-v."
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    [MemberData(nameof(HubCases))]
    public void What_would_help_is_offered(
        string cause, Func<Topology, Topology> change, string source, string destination, string expected)
    {
        var topology = change(Create());
        var flow = new Flow(FlowEnd.Parse(source), FlowEnd.Parse(destination), IpProtocol.Tcp, 443);
        var trace = Tracer.Trace(topology, flow, TraceOptions.WithRemedies);
        Assert.False(trace.Reachable, cause);
        Assert.Contains(expected, trace.Remedies.Select(remedy => remedy.Text));
        Assert.Equal(trace.Remedies, trace.Decide().Remedies);
        foreach (var remedy in trace.Remedies)
            Assert.True(Tracer.Trace(Hypothesis.Apply(topology, remedy.Changes), flow).Reachable, remedy.Text);
    }

    [Fact]
    public void Several_obstacles_are_lifted_together()
    {
        var topology = Create().WithRoutes("rtb-a-web").WithRule("sg-b", TrafficDirection.Ingress, "6 22..22 0.0.0.0/0")
            .Change<NetworkAcl>("acl-b", Inbound);
        var flow = new Flow(FlowEnd.Of("eni-a-web"), FlowEnd.Of("eni-b"), IpProtocol.Tcp, 443);
        var trace = Tracer.Trace(topology, flow, TraceOptions.WithRemedies);
        Assert.All(trace.Remedies, remedy => Assert.Equal(3, remedy.Changes.Count));
        Assert.NotEmpty(trace.Remedies);
    }

    [Fact]
    public void A_change_names_the_operation_and_its_arguments()
    {
        var topology = Create().WithRule("sg-b", TrafficDirection.Ingress, "6 22..22 0.0.0.0/0");
        var flow = new Flow(FlowEnd.Of("eni-a-web"), FlowEnd.Of("eni-b"), IpProtocol.Tcp, 443);
        var change = Assert.Single(Tracer.Trace(topology, flow, TraceOptions.WithRemedies).Remedies[0].Changes);
        Assert.Equal(("ec2:AuthorizeSecurityGroupIngress", "sg-b"), (change.Action, change.Subject));
        Assert.Equal("6", change.Arguments["IpPermissions.1.IpProtocol"]);
        Assert.Equal("443", change.Arguments["IpPermissions.1.FromPort"]);
        Assert.Equal("10.0.1.10/32", change.Arguments["IpPermissions.1.IpRanges.1.CidrIp"]);
    }

    [Fact]
    public void Where_nothing_known_helps_nothing_is_offered()
    {
        var flow = new Flow(FlowEnd.Internet, FlowEnd.Parse("203.0.113.200"), IpProtocol.Tcp, 443);
        Assert.Empty(Tracer.Trace(Create(), flow, TraceOptions.WithRemedies).Remedies);
    }

    [Fact]
    public void A_change_that_cannot_be_tried_is_refused() => Assert.Throws<ArgumentException>(
        () => Hypothesis.Apply(Create(), new Change("ec2:StopInstances", "i-app", new Dictionary<string, string>())));

    private static Topology OnlySsh(Topology topology) =>
        topology.WithRule("sg-b", TrafficDirection.Ingress, "6 22..22 0.0.0.0/0");

    private static NetworkAcl Inbound(NetworkAcl acl) => acl with
    {
        Entries = [.. acl.Entries.Where(entry => entry.Direction == TrafficDirection.Ingress)],
    };
}
