using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using static Orrery.Tests.Unit.Engines.Reachability.TestNetwork;

namespace Orrery.Tests.Unit.Engines.Reachability;

/// <summary>Security groups ("Security group rules", VPC user guide) and network ACLs ("Network ACL rules").</summary>
public sealed class FilterTests
{
    // One inbound rule at eni-b; the flow is from eni-a-web (10.0.1.10, in sg-a) with this protocol and port.
    [Theory]
    [InlineData("6 443..443 10.0.1.10/32", 6, 443, true)]
    [InlineData("6 443..443 10.0.0.0/16", 6, 443, true)]
    [InlineData("6 443..443 10.1.0.0/16", 6, 443, false)]
    [InlineData("6 443..443 ::/0", 6, 443, false)]
    [InlineData("6 80..500 0.0.0.0/0", 6, 443, true)]
    [InlineData("6 80..442 0.0.0.0/0", 6, 443, false)]
    [InlineData("17 443..443 0.0.0.0/0", 6, 443, false)]
    [InlineData("17 -1..-1 0.0.0.0/0", 17, 53, true)]
    [InlineData("-1 -1..-1 0.0.0.0/0", 47, 0, true)]
    [InlineData("47 -1..-1 0.0.0.0/0", 47, 0, true)]
    [InlineData("1 8..-1 0.0.0.0/0", 1, 8, true)]
    [InlineData("1 8..0 0.0.0.0/0", 1, 8, true)]
    [InlineData("1 8..1 0.0.0.0/0", 1, 8, false)]
    [InlineData("1 0..-1 0.0.0.0/0", 1, 8, false)]
    [InlineData("1 -1..-1 0.0.0.0/0", 1, 8, true)]
    [InlineData("6 443..443 sg-a", 6, 443, true)]
    [InlineData("6 443..443 sg-b", 6, 443, false)]
    [InlineData("6 443..443 pl-b", 6, 443, false)]
    public void An_inbound_rule_allows_what_it_names(string rule, int protocol, int port, bool allowed)
    {
        var topology = Create().WithRule("sg-b", TrafficDirection.Ingress, rule);
        var trace = Tracer.Trace(topology, new Flow(FlowEnd.Of("eni-a-web"), FlowEnd.Of("eni-b"), protocol, port));
        Assert.Equal(allowed ? Disposition.Delivered : Disposition.DeniedBySecurityGroup, trace.Disposition);
        Assert.Equal(allowed ? null : "ENI_SG_RULES_MISMATCH", trace.Code);
    }

    [Theory]
    [InlineData("-1 -1..-1 10.1.1.10/32", true)]
    [InlineData("-1 -1..-1 pl-b", true)]
    [InlineData("-1 -1..-1 sg-b", true)]
    [InlineData("-1 -1..-1 sg-c", false)]
    [InlineData("-1 -1..-1 10.0.0.0/16", false)]
    public void An_outbound_rule_allows_what_it_names(string rule, bool allowed) => Assert.Equal(
        allowed, Create().WithRule("sg-a", TrafficDirection.Egress, rule).Tcp("eni-a-web", "eni-b").Reachable);

    [Fact]
    public void A_group_without_rules_has_its_own_code()
    {
        var topology = Create().Change<SecurityGroup>("sg-b", group => group with { Rules = [] });
        Assert.Equal("SG_HAS_NO_RULES", topology.Tcp("eni-a-web", "eni-b").Code);
    }

    [Fact]
    public void A_group_of_a_peer_in_another_region_cannot_be_named()
    {
        var topology = Create().WithRule("sg-c", TrafficDirection.Ingress, "-1 -1..-1 sg-b");
        Assert.Equal(Disposition.DeniedBySecurityGroup, topology.Tcp("eni-b", "eni-c").Disposition);
        var near = topology.Change<Vpc>("vpc-c", vpc => vpc with { Region = "eu-west-1" });
        Assert.True(near.Tcp("eni-b", "eni-c").Reachable);
    }

    [Fact]
    public void A_group_rule_does_not_match_the_public_address_of_a_member()
    {
        var topology = Create().WithRule("sg-a", TrafficDirection.Ingress, "-1 -1..-1 sg-a");
        Assert.True(topology.Tcp("eni-a-web", "10.0.1.11").Reachable);
        Assert.Equal(Disposition.DeniedBySecurityGroup, topology.Tcp("eni-a-web", "203.0.113.11").Disposition);
    }

    [Fact]
    public void A_reply_needs_no_rule_of_a_security_group()
    {
        var topology = Create()
            .WithRule("sg-a", TrafficDirection.Ingress, "6 1..1 192.0.2.0/24")
            .WithRule("sg-b", TrafficDirection.Egress, "6 1..1 192.0.2.0/24");
        Assert.True(topology.Tcp("eni-a-web", "eni-b").Reachable);
    }

    // Entries of acl-b; a row each: number, direction, allow, protocol, block, ports.
    [Theory]
    [InlineData("100 in allow 6 0.0.0.0/0 443-443; 100 out allow 6 0.0.0.0/0 1024-65535", Disposition.Delivered, false)]
    [InlineData("100 in allow 6 0.0.0.0/0 443-443", Disposition.DeniedByNetworkAcl, true)]
    [InlineData("100 in allow 6 0.0.0.0/0 443-443; 100 out allow 6 0.0.0.0/0 443-443",
        Disposition.DeniedByNetworkAcl, true)]
    [InlineData("100 in allow -1 0.0.0.0/0 all; 90 in deny 6 10.0.1.0/24 443-443; 1 out allow -1 0.0.0.0/0 all",
        Disposition.DeniedByNetworkAcl, false)]
    [InlineData("80 in allow -1 0.0.0.0/0 all; 90 in deny 6 10.0.1.0/24 443-443; 1 out allow -1 0.0.0.0/0 all",
        Disposition.Delivered, false)]
    [InlineData("100 in allow 17 0.0.0.0/0 443-443; 100 out allow -1 0.0.0.0/0 all",
        Disposition.DeniedByNetworkAcl, false)]
    [InlineData("100 in allow -1 10.1.0.0/16 all; 100 out allow -1 0.0.0.0/0 all",
        Disposition.DeniedByNetworkAcl, false)]
    public void A_network_acl_is_asked_in_order_and_again_for_the_reply(
        string entries, Disposition disposition, bool onReturn)
    {
        var topology = Create().Change<NetworkAcl>("acl-b", acl => acl with
        {
            Entries = [.. entries.Split("; ").Select(EntryOf)],
        });
        var trace = topology.Tcp("eni-a-web", "eni-b");
        Assert.Equal((disposition, onReturn), (trace.Disposition, trace.StoppedOnReturn));
        Assert.Equal(disposition == Disposition.Delivered ? null : "SUBNET_ACL_RESTRICTION", trace.Code);
    }

    [Fact]
    public void A_network_acl_is_not_asked_within_its_subnet()
    {
        var topology = Create().Change<NetworkAcl>("acl-a", acl => acl with { Entries = [] });
        Assert.True(topology.Tcp("eni-a-web", "eni-a-web2").Reachable);
        Assert.Equal(Disposition.DeniedByNetworkAcl, topology.Tcp("eni-a-web", "eni-a-app").Disposition);
    }

    private static NetworkAclEntry EntryOf(string text)
    {
        var parts = text.Split(' ');
        var direction = parts[1] == "in" ? TrafficDirection.Ingress : TrafficDirection.Egress;
        var ports = parts[5] == "all" ? [-1, -1] : parts[5].Split('-').Select(int.Parse).ToArray();
        var (number, allow) = (int.Parse(parts[0]), parts[2] == "allow");
        return new NetworkAclEntry(number, direction, allow, int.Parse(parts[3]), Cidr.Parse(parts[4]))
        {
            Ports = new PortRange(ports[0], ports[1]),
        };
    }
}
