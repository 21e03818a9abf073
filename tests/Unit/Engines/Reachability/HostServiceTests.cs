using Orrery.Engines.Reachability.Analysis;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using static Orrery.Tests.Unit.Engines.Reachability.TestNetwork;

namespace Orrery.Tests.Unit.Engines.Reachability;

/// <summary>
/// What hosts answer themselves: VPC user guide, "Control subnet traffic with network access control lists" and
/// "Understanding Amazon DNS"; EC2 user guide, "Instance metadata" and "Amazon Time Sync Service".
/// </summary>
public sealed class HostServiceTests
{
    private static readonly Topology Closed = Create()
        .Change<SecurityGroup>("sg-a", group => group with { Rules = [] })
        .Change<NetworkAcl>("acl-a", acl => acl with { Entries = [] })
        .WithRoutes("rtb-a-web");

    [Theory]
    [InlineData("10.0.0.2", 17, 53, "resolver")]
    [InlineData("169.254.169.253", 6, 53, "resolver")]
    [InlineData("fd00:ec2::253", 17, 53, "resolver")]
    [InlineData("169.254.169.254", 6, 80, "instance-metadata")]
    [InlineData("fd00:ec2::254", 6, 80, "instance-metadata")]
    [InlineData("169.254.169.123", 17, 123, "time-sync")]
    [InlineData("fd00:ec2::123", 17, 123, "time-sync")]
    [InlineData("169.254.169.250", 6, 1688, "windows-activation")]
    public void It_answers_whatever_groups_access_lists_and_routes_say(
        string address, int protocol, int port, string service)
    {
        var trace = Ask(Closed, address, protocol, port);
        Assert.True(trace.Reachable, trace.Decide().Root.Text);
        Assert.Equal($"eni-a-web {service}", Path(trace.Forward));
        Assert.Equal($"{service} eni-a-web", Path(trace.Return));
        Assert.Contains("network ACLs and routes are not asked", trace.Decide().Root.Because[0].Because[1].Text);
        Assert.Equal(
            (Disposition.GatewayRefused, "PROTOCOL_RESTRICTION"),
            Ended(Ask(Closed, address, protocol, port + 1)));
    }

    [Fact]
    public void The_resolver_needs_the_DNS_support_of_its_VPC_and_answers_no_other_VPC()
    {
        var off = Create().Change<Vpc>("vpc-a", vpc => vpc with { DnsSupport = false });
        var trace = Ask(off, "10.0.0.2", IpProtocol.Udp, 53);
        trace.EndsAs(Disposition.NotFunctional, "BAD_STATE");
        Assert.Contains("enableDnsSupport", trace.Decide().Root.Text);
        Assert.False(Ask(off, "169.254.169.253", IpProtocol.Udp, 53).Reachable);
        Assert.False(Ask(Create(), "10.1.0.2", IpProtocol.Udp, 53).Reachable);
    }

    [Fact]
    public void Metadata_need_their_endpoint_and_over_IPv6_also_theirs_and_Nitro()
    {
        var off = Web(nic => nic with { MetadataEndpoint = false });
        Ask(off, "169.254.169.254", IpProtocol.Tcp, 80).EndsAs(Disposition.NotFunctional, "BAD_STATE");
        Assert.Contains("HttpEndpoint", Ask(off, "169.254.169.254", IpProtocol.Tcp, 80).Decide().Root.Text);
        Assert.False(Ask(off, "fd00:ec2::254", IpProtocol.Tcp, 80).Reachable);
        var v4 = Web(nic => nic with { MetadataOverIpv6 = false });
        Assert.True(Ask(v4, "169.254.169.254", IpProtocol.Tcp, 80).Reachable);
        Assert.False(Ask(v4, "fd00:ec2::254", IpProtocol.Tcp, 80).Reachable);
        var xen = Web(nic => nic with { OnNitro = false });
        Assert.False(Ask(xen, "fd00:ec2::254", IpProtocol.Tcp, 80).Reachable);
        Assert.False(Ask(xen, "fd00:ec2::123", IpProtocol.Udp, 123).Reachable);
        Assert.True(Ask(xen, "169.254.169.123", IpProtocol.Udp, 123).Reachable);
    }

    [Theory]
    [InlineData("10.0.1.1", "router")]
    [InlineData("10.0.2.1", "router")]
    [InlineData("10.0.1.0", "address of its subnet itself")]
    [InlineData("10.0.1.2", "kept for DNS")]
    [InlineData("10.0.2.3", "kept for future use")]
    [InlineData("10.0.2.255", "broadcast address")]
    [InlineData("2600:1f14:a00:2::3", "AWS keeps in each subnet")]
    [InlineData("10.0.2.77", "no interface has it")]
    public void Of_other_addresses_that_AWS_keeps_it_is_said_what_they_are(string address, string what)
    {
        var trace = Ask(Create(), address, IpProtocol.Tcp, 443);
        trace.EndsAs(Disposition.NoSuchAddress, "NO_POSSIBLE_DESTINATION");
        Assert.Contains(what, trace.Decide().Root.Text);
    }

    [Fact]
    public void Open_questions_name_it_and_tell_the_packets_that_it_takes()
    {
        var topology = Web(nic => nic with { MetadataEndpoint = false });
        var to = ReachEnds.Parse(topology, "169.254.169.254")!;
        var findings = new NetworkAnalysis(topology).Ask(
            new ReachQuestion(ReachEnds.Parse(topology, "subnet-a-web")!, to));
        Assert.Equal(
            ["eni-a-fw", "eni-a-web2"], findings.SelectMany(f => f.SourceIds).Order(StringComparer.Ordinal));
        Assert.All(findings, finding =>
        {
            Assert.Equal(["instance-metadata"], finding.DestinationIds);
            Assert.True(Tracer.Trace(topology, finding.Witness).Reachable);
            Assert.Equal((IpProtocol.Tcp, 80), (finding.Witness.Protocol, finding.Witness.DestinationPort!.Value));
        });
        Assert.Empty(new NetworkAnalysis(topology).Ask(new ReachQuestion(to, ReachEnds.Parse(topology, "vpc-a")!)));
    }

    private static Topology Web(Func<NetworkInterface, NetworkInterface> change) =>
        Create().Change("eni-a-web", change);

    private static Trace Ask(Topology topology, string address, int protocol, int port) => Tracer.Trace(
        topology, new Flow(FlowEnd.Of("eni-a-web"), FlowEnd.Parse(address), protocol, port));

    private static (Disposition, string?) Ended(Trace trace) => (trace.Disposition, trace.Code);
}
