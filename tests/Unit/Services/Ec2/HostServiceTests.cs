using Orrery.Contracts.Tracing;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.NetworkAcls;
using Orrery.Services.Ec2.Operations.NetworkInsights;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Traces to what hosts answer themselves, and from the ports that clients choose.</summary>
public sealed class HostServiceTests
{
    [Fact]
    public void An_instance_reaches_its_resolver_and_metadata_as_its_VPC_and_its_options_let_it()
    {
        var cloud = Fleet.New();
        var vpc = cloud.Vpc();
        var instance = cloud.Launch(cloud.Subnet(vpc));
        Assert.True(Trace(cloud, instance, "10.0.0.2", "udp", 53).Decision.Allowed);
        Assert.True(Trace(cloud, instance, "169.254.169.254", "tcp", 80).Decision.Allowed);
        Assert.Equal("host-service", Trace(cloud, instance, "169.254.169.254", "tcp", 80).Forward[^1].Kind);
        cloud.Run(new ModifyVpcAttribute(), new() { VpcId = vpc, EnableDnsSupport = new() { Value = false } });
        cloud.Run(new ModifyInstanceMetadataOptions(), new()
        {
            InstanceId = instance, HttpEndpoint = InstanceMetadataEndpointState.Disabled,
        });
        Assert.Equal("BAD_STATE", Trace(cloud, instance, "10.0.0.2", "udp", 53).Code);
        Assert.Equal("BAD_STATE", Trace(cloud, instance, "169.254.169.254", "tcp", 80).Code);
        Assert.True(Trace(cloud, instance, "169.254.169.123", "udp", 123).Decision.Allowed);
        var found = cloud.Ask(call => call.Port<IReachSearcher>().Search(
            call, new(vpc, "time-sync", null, null)).Findings);
        Assert.Equal(["time-sync"], Assert.Single(found).Destinations);
    }

    [Fact]
    public void An_interface_of_no_instance_has_no_metadata()
    {
        var cloud = Fleet.New();
        var face = cloud.Interface(cloud.Subnet(cloud.Vpc()));
        Assert.Equal("BAD_STATE", Trace(cloud, face, "169.254.169.254", "tcp", 80).Code);
        Assert.True(Trace(cloud, face, "169.254.169.253", "tcp", 53).Decision.Allowed);
    }

    // Amazon VPC User Guide, "Flow log limitations".
    [Fact]
    public void Flow_logs_see_nothing_of_it_nor_of_DHCP()
    {
        var cloud = Fleet.New();
        var vpc = cloud.Vpc();
        var face = cloud.Launch(Fleet.One(cloud.Subnet(vpc))).NetworkInterfaces![0].NetworkInterfaceId!;
        var log = cloud.FlowLog(FlowLogsResourceType.Vpc, vpc);
        foreach (var (to, protocol, port) in new[]
        {
            ("10.0.0.2", "udp", 53), ("169.254.169.254", "tcp", 80), ("169.254.169.123", "udp", 123),
            ("169.254.169.250", "tcp", 1688), ("10.0.1.1", "tcp", 443),
        })
        {
            Assert.Empty(cloud.Send(face, to, o => o with { Protocol = protocol, Port = port }).Sightings);
        }

        Assert.Empty(cloud.Send(face, "10.0.1.200", o => o with
        {
            Protocol = "udp", Port = 67, SourcePort = 68,
        }).Sightings);
        Assert.Empty(cloud.Delivered(log));
        Assert.NotEmpty(cloud.Send(face, "10.0.1.200", o => o with { Protocol = "udp", Port = 53 }).Sightings);
    }

    // Amazon VPC User Guide, "Custom network ACLs" (ephemeral ports).
    [Fact]
    public void Where_only_some_ports_of_clients_get_an_answer_a_trace_says_which_and_an_analysis_takes_one_of_them()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        a.Peer(b);
        Assert.Null(Trace(cloud, a.Interface, b.Interface, "tcp", 443).Partly);
        var acl = cloud.Run(new DescribeNetworkAcls(), new()
        {
            Filters = [new() { Name = "vpc-id", Values = [a.Vpc] }],
        }).NetworkAcls![0].NetworkAclId!;
        cloud.Run(new ReplaceNetworkAclEntry(), new()
        {
            NetworkAclId = acl, RuleNumber = 100, Egress = false, Protocol = "6", RuleAction = RuleAction.Allow,
            CidrBlock = "0.0.0.0/0", PortRange = new() { From = 1024, To = 49151 },
        });
        var trace = Trace(cloud, a.Interface, b.Interface, "tcp", 443);
        Assert.False(trace.Decision.Allowed);
        Assert.StartsWith("it works from the source ports 1024-49151 only.", trace.Partly, StringComparison.Ordinal);
        var asked = cloud.Ask(call => call.Port<ITracer>().Trace(
            call, new(a.Interface, b.Interface, "tcp", 443, 40000, false)));
        Assert.Equal((true, null), (asked.Decision.Allowed, asked.Partly));
        var path = cloud.Run(new CreateNetworkInsightsPath(), new()
        {
            Source = a.Interface, Destination = b.Interface, Protocol = Protocol.Tcp, DestinationPort = 443,
            ClientToken = "once",
        }).NetworkInsightsPath!.NetworkInsightsPathId!;
        var analysis = cloud.Run(new StartNetworkInsightsAnalysis(), new()
        {
            NetworkInsightsPathId = path, ClientToken = "once",
        }).NetworkInsightsAnalysis!.NetworkInsightsAnalysisId!;
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.True(cloud.Run(new DescribeNetworkInsightsAnalyses(), new()
        {
            NetworkInsightsAnalysisIds = [analysis],
        }).NetworkInsightsAnalyses![0].NetworkPathFound);
    }

    private static TraceAnswer Trace(Cloud cloud, string from, string to, string protocol, int port) =>
        cloud.Ask(call => call.Port<ITracer>().Trace(call, new(from, to, protocol, port, null, false)));
}
