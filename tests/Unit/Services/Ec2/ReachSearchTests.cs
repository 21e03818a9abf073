using Orrery.Contracts.Tracing;
using Orrery.Services.Ec2.Operations.SecurityGroups;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class ReachSearchTests
{
    [Fact]
    public void What_can_reach_a_subnet_is_told_with_its_ports_and_a_traced_flow()
    {
        var (a, b) = Pair();
        var finding = Assert.Single(Ask(a, "anywhere", b.Subnet).Findings);
        Assert.Equal((a.Interface, b.Interface), (Assert.Single(finding.Sources), Assert.Single(finding.Destinations)));
        Assert.StartsWith("tcp 443 from 10.1.0.", Assert.Single(finding.Packets));
        Assert.True(finding.Witness.Decision.Allowed);
        Assert.Empty(Ask(a, "anywhere", b.Subnet, port: 80).Findings);
        Assert.Empty(Ask(a, "anywhere", b.Subnet, protocol: "udp").Findings);
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Ask(a, "anywhere", "rtb-0123456789abcdef0")));
    }

    [Fact]
    public void Where_nothing_gets_through_one_flow_is_explained_and_what_helps_it_helps()
    {
        var (a, b) = Pair();
        var closed = Ask(a, a.Vpc, b.Vpc, port: 80);
        Assert.Empty(closed.Findings);
        Assert.Equal("ENI_SG_RULES_MISMATCH", closed.WhyNot!.Root.Code);
        Assert.Contains(closed.WhyNot.Remedies, remedy => remedy.Changes.Any(
            change => change.Action == "ec2:AuthorizeSecurityGroupIngress"));
        Assert.Empty(Ask(a, "internet", b.Vpc).Findings);

        var group = a.Cloud.Ask(call => new DescribeSecurityGroups().Run(
            new()
            {
                Filters =
                [
                    new() { Name = "vpc-id", Values = [b.Vpc] }, new() { Name = "group-name", Values = ["web"] },
                ],
            },
            call)).SecurityGroups![0].GroupId!;
        a.Cloud.Run(new AuthorizeSecurityGroupIngress(), new()
        {
            GroupId = group, IpProtocol = "tcp", FromPort = 80, ToPort = 80, CidrIp = a.Cidr,
        });
        Assert.Single(Ask(a, a.Vpc, b.Vpc, port: 80).Findings);
    }

    private static (Site A, Site B) Pair()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        a.Peer(b);
        return (a, b);
    }

    private static ReachAnswer Ask(Site site, string from, string to, string? protocol = null, int? port = null) =>
        site.Cloud.Ask(call => call.Port<IReachSearcher>().Search(call, new(from, to, protocol, port)));
}
