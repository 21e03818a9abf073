using Orrery.Engines.Reachability.Tracing;
using static Orrery.Tests.Unit.Engines.Reachability.TestNetwork;

namespace Orrery.Tests.Unit.Engines.Reachability;

/// <summary>
/// Whole paths, there and back, one row each. Sources: the VPC user guide pages named in the engine's README.
/// </summary>
public sealed class PathTests
{
    [Theory]
    [InlineData("eni-a-web", "eni-a-web2", "eni-a-web sg-a rtb-a-web sg-a eni-a-web2")]
    [InlineData("eni-a-web", "eni-a-app", "eni-a-web sg-a acl-a rtb-a-web acl-a sg-a eni-a-app")]
    [InlineData("eni-a-web", "eni-b", "eni-a-web sg-a acl-a rtb-a-web pcx-ab acl-b sg-b eni-b")]
    [InlineData("i-app", "eni-b", "eni-a-app sg-a acl-a rtb-a pcx-ab acl-b sg-b eni-b")]
    [InlineData("eni-b", "eni-c", "eni-b sg-b acl-b rtb-b pcx-bc acl-c sg-c eni-c")]
    [InlineData("eni-a-web", "internet", "eni-a-web sg-a acl-a rtb-a-web igw-a internet")]
    [InlineData("eni-a-app", "internet", "eni-a-app sg-a acl-a rtb-a acl-a nat-a acl-a rtb-a-web igw-a internet")]
    [InlineData("eni-a-web", "igw-a", "eni-a-web sg-a acl-a rtb-a-web igw-a internet")]
    [InlineData("internet", "eni-a-web", "internet igw-a acl-a sg-a eni-a-web")]
    [InlineData("igw-a", "203.0.113.10", "internet igw-a acl-a sg-a eni-a-web")]
    [InlineData("eni-a-web", "203.0.113.11",
        "eni-a-web sg-a acl-a rtb-a-web igw-a internet igw-a acl-a sg-a eni-a-web2")]
    [InlineData("eni-a-web", "2600:1f14:a00:2::10", "eni-a-web sg-a acl-a rtb-a-web acl-a sg-a eni-a-app")]
    public void A_packet_passes_these_components(string source, string destination, string path)
    {
        var trace = Create().Tcp(source, destination);
        Assert.Equal(Disposition.Delivered, trace.Disposition);
        Assert.Equal(path, Path(trace.Forward));
    }

    [Theory]
    [InlineData("eni-a-web", "eni-b", "eni-b sg-b acl-b rtb-b pcx-ab acl-a sg-a eni-a-web")]
    [InlineData("eni-a-app", "internet", "internet igw-a acl-a nat-a acl-a rtb-a-web acl-a sg-a eni-a-app")]
    [InlineData("internet", "eni-a-web", "eni-a-web sg-a acl-a rtb-a-web igw-a internet")]
    public void The_reply_passes_these_components(string source, string destination, string path) =>
        Assert.Equal(path, Path(Create().Tcp(source, destination).Return));

    [Fact]
    public void An_internet_gateway_translates_one_to_one_and_back()
    {
        var trace = Create().Tcp("eni-a-web", "9.9.9.9");
        Assert.Equal("tcp 203.0.113.10:50000 -> 9.9.9.9:443", trace.Forward[^1].Packet.ToString());
        Assert.Equal("tcp 9.9.9.9:443 -> 10.0.1.10:50000", trace.Return[^1].Packet.ToString());
    }

    [Fact]
    public void A_nat_gateway_gives_its_own_address_and_port_and_takes_them_back()
    {
        var trace = Create().Tcp("eni-a-app", "9.9.9.9");
        var there = trace.Forward.Single(hop => hop.Kind == HopKind.NatGateway);
        var back = trace.Return.Single(hop => hop.Kind == HopKind.NatGateway);
        Assert.Equal("tcp 10.0.1.200:50001 -> 9.9.9.9:443", there.Translated!.ToString());
        Assert.Equal("tcp 203.0.113.200:50001 -> 9.9.9.9:443", trace.Forward[^1].Packet.ToString());
        Assert.Equal("tcp 9.9.9.9:443 -> 10.0.2.10:50000", back.Translated!.ToString());
    }

    [Fact]
    public void Ipv6_leaves_by_the_egress_only_gateway_and_its_reply_returns_by_it()
    {
        var trace = Create().Tcp6("eni-a-app", "internet");
        Assert.Equal("eni-a-app sg-a acl-a rtb-a eigw-a internet", Path(trace.Forward));
        Assert.Equal("internet eigw-a acl-a sg-a eni-a-app", Path(trace.Return));
    }

    [Fact]
    public void What_has_no_answer_is_not_waited_for()
    {
        var unreachable = new Flow(FlowEnd.Of("eni-a-web"), FlowEnd.Of("eni-b"), IpProtocol.Icmp, 3);
        var trace = Tracer.Trace(Create(), unreachable);
        Assert.True(trace.Reachable);
        Assert.Empty(trace.Return);
    }

    [Theory]
    [InlineData("eni-gone", "eni-b", Disposition.SourceUnknown, "NO_SOURCE_OR_DESTINATION")]
    [InlineData("10.9.9.9", "eni-b", Disposition.SourceUnknown, "NO_SOURCE_OR_DESTINATION")]
    [InlineData("eni-b", "i-gone", Disposition.DestinationUnknown, "NO_SOURCE_OR_DESTINATION")]
    [InlineData("vpc-a", "eni-b", Disposition.Unsupported, "UNSUPPORTED_COMPONENT")]
    [InlineData("eni-c", "2600:1f14:a00:1::10", Disposition.NoCommonAddress, "UNASSOCIATED_COMPONENT")]
    [InlineData("internet", "10.0.1.10", Disposition.NoSuchAddress, "IGW_EXPECTS_PUBLIC_ADDRESS")]
    [InlineData("eni-a-web", "10.0.1.77", Disposition.NoSuchAddress, "NO_POSSIBLE_DESTINATION")]
    public void Ends_that_do_not_exist_are_told_apart(string from, string to, Disposition disposition, string code)
    {
        var trace = Create().Tcp(from, to);
        trace.EndsAs(disposition, code);
    }

    [Fact]
    public void A_decision_says_in_a_sentence_what_stopped_the_flow()
    {
        var decision = Create().Tcp("eni-a-web", "eni-c").Decide();
        Assert.False(decision.Allowed);
        Assert.Equal("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR", decision.Root.Code);
        Assert.Equal(
            "eni-a-web cannot reach eni-c by tcp port 443: the peering connection pcx-ab carries only what is for its "
            + "peer VPC, and 10.2.1.10 is not in it: peering is not transitive.",
            decision.Root.Text);
        Assert.Equal("pcx-ab", decision.Root.Subject);
        Assert.Equal("FORWARD", Assert.Single(decision.Root.Because).Code);
    }

    [Fact]
    public void A_flow_without_a_port_is_about_all_ports_and_not_about_port_0()
    {
        var flow = new Flow(FlowEnd.Of("eni-a-web"), FlowEnd.Of("eni-b"), IpProtocol.Tcp);
        Assert.Equal("eni-a-web -> eni-b tcp", flow.ToString());
        Assert.StartsWith(
            "eni-a-web cannot reach eni-c by all tcp ports: ",
            Tracer.Trace(Create(), flow with { Destination = FlowEnd.Of("eni-c") }).Decide().Root.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_allocates_little()
    {
        var topology = Create();
        var flow = new Flow(FlowEnd.Of("eni-a-web"), FlowEnd.Of("eni-b"), IpProtocol.Tcp, 443);
        Tracer.Trace(topology, flow);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Tracer.Trace(topology, flow);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 8192);
    }
}
