using Orrery.Services.Ec2.Operations.NatGateways;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.FlowLogs;
using Orrery.Services.Ec2.Operations.VpcPeering;
using Orrery.Wire.Generated.Ec2;
using Kind = Orrery.Wire.Generated.Ec2.FlowLogsResourceType;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class FlowSendTests
{
    private const string Short = "${interface-id} ${flow-direction} ${action}";

    [Fact]
    public void An_instance_on_Nitro_is_recorded_by_the_minute_whatever_was_asked_for()
    {
        var cloud = Fleet.New();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var nitro = cloud.Launch(Fleet.One(subnet)).NetworkInterfaces![0].NetworkInterfaceId!;
        var xen = cloud.Launch(Fleet.One(subnet) with { InstanceType = InstanceType.T2Micro });
        var log = cloud.Run(new CreateFlowLogs(), new()
        {
            ResourceType = FlowLogsResourceType.Vpc, ResourceIds = [vpc], TrafficType = TrafficType.All,
            LogGroupName = "flows", DeliverLogsPermissionArn = "arn:aws:iam::123456789012:role/flows",
        }).FlowLogIds![0];
        cloud.Send(nitro, "10.0.1.200");
        cloud.Send(xen.NetworkInterfaces![0].NetworkInterfaceId!, "10.0.1.200");
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 1, 0, TimeSpan.Zero), cloud.Read(log).NextDelivery!.Value);
        Assert.Contains(nitro, Assert.Single(cloud.Delivered(log)), StringComparison.Ordinal);
        Assert.Equal(2, cloud.Delivered(log, 540).Count);
    }

    [Fact]
    public void Both_ends_have_both_directions_of_a_flow_when_its_interval_ends()
    {
        var (a, b) = Pair();
        var log = a.Cloud.FlowLog(Kind.Vpc, b.Vpc);
        var report = a.Cloud.Send(a.Interface, b.Interface, o => o with
        {
            Packets = 20, Bytes = 4249, Duration = TimeSpan.FromSeconds(10),
        });
        Assert.Equal((1, 1, 4), (report.Flows, report.Arrived, report.Sightings.Count));
        Assert.Empty(a.Cloud.Delivered(log, seconds: 59));
        Assert.Equal(2, a.Cloud.Read(log).Waiting);
        var (from, to) = (Address(a), Address(b));
        Assert.Equal(
            [
                $"2 123456789012 {b.Interface} {from} {to} 50000 443 6 20 4249 1767225600 1767225609 ACCEPT OK",
                $"2 123456789012 {b.Interface} {to} {from} 443 50000 6 20 4249 1767225600 1767225609 ACCEPT OK",
            ],
            a.Cloud.Delivered(log, seconds: 1));
        Assert.Equal(0, a.Cloud.Read(log).Waiting);
    }

    [Fact]
    public void What_a_security_group_refuses_is_accepted_where_it_leaves_and_rejected_where_it_arrives()
    {
        var (a, b) = Pair();
        var here = a.Cloud.FlowLog(Kind.Subnet, a.Subnet, Short);
        var there = a.Cloud.FlowLog(Kind.Subnet, b.Subnet, Short);
        var report = a.Cloud.Send(a.Interface, b.Interface, o => o with { Port = 80 });
        Assert.Equal((0, "DeniedBySecurityGroup"), (report.Arrived, report.Answer.Disposition));
        Assert.Equal([$"{a.Interface} egress ACCEPT"], a.Cloud.Delivered(here));
        Assert.Equal([$"{b.Interface} ingress REJECT"], a.Cloud.Read(there).Entries.Select(e => e.Line));
    }

    [Fact]
    public void A_network_acl_that_closes_rejects_at_its_border_until_it_opens_again()
    {
        var (a, b) = Pair();
        var log = a.Cloud.FlowLog(Kind.NetworkInterface, b.Interface, Short);
        var acl = a.Cloud.Acl(b.Vpc);
        a.Cloud.Close(acl, egress: false);
        a.Cloud.Send(a.Interface, b.Interface);
        Assert.Equal([$"{b.Interface} ingress REJECT"], a.Cloud.Delivered(log));
        a.Cloud.Open(acl, egress: false);
        a.Cloud.Close(acl, egress: true);
        a.Cloud.Send(a.Interface, b.Interface);
        Assert.Equal(
            [$"{b.Interface} ingress ACCEPT", $"{b.Interface} egress REJECT"], a.Cloud.Delivered(log).Skip(1));
        a.Cloud.Open(acl, egress: true);
        a.Cloud.Send(a.Interface, b.Interface);
        Assert.Equal(
            [$"{b.Interface} ingress ACCEPT", $"{b.Interface} egress ACCEPT"], a.Cloud.Delivered(log).Skip(3));
    }

    [Fact]
    public void Without_a_route_the_sender_alone_sees_the_packets_leave()
    {
        var (a, b) = Pair();
        const string Format = "${interface-id} ${action} ${traffic-path}";
        var logs = (From: a.Cloud.FlowLog(Kind.Vpc, a.Vpc, Format), To: a.Cloud.FlowLog(Kind.Vpc, b.Vpc, Format));
        var route = new DeleteRouteRequest { RouteTableId = a.Table, DestinationCidrBlock = b.Cidr };
        var peering = a.Cloud.Route(a.Table, b.Cidr).VpcPeeringConnectionId!;
        a.Cloud.Run(new DeleteRoute(), route);
        Assert.Equal("NoRoute", a.Cloud.Send(a.Interface, b.Interface).Answer.Disposition);
        Assert.Equal([$"{a.Interface} ACCEPT -"], a.Cloud.Delivered(logs.From));
        Assert.Empty(a.Cloud.Read(logs.To).Entries);
        a.Route(b.Cidr, peering);
        a.Cloud.Send(a.Interface, b.Interface);
        Assert.Equal([$"{a.Interface} ACCEPT 4", $"{a.Interface} ACCEPT -"], a.Cloud.Delivered(logs.From).Skip(1));
        Assert.Equal(2, a.Cloud.Read(logs.To).Entries.Count);
        a.Cloud.Run(new DeleteVpcPeeringConnection(), new() { VpcPeeringConnectionId = peering });
        Assert.Equal("Blackhole", a.Cloud.Send(a.Interface, b.Interface).Answer.Disposition);
        Assert.Equal($"{a.Interface} ACCEPT -", a.Cloud.Delivered(logs.From)[^1]);
    }

    [Fact]
    public void A_ping_whose_answer_the_acl_refuses_is_the_example_of_the_user_guide()
    {
        var (a, b) = Pair();
        Orrery.Services.Ec2.Operations.SecurityGroups.AuthorizeSecurityGroupIngress allow = new();
        var group = a.Cloud.Run(new DescribeNetworkInterfaces(), new() { NetworkInterfaceIds = [b.Interface] })
            .NetworkInterfaces![0].Groups![0].GroupId!;
        a.Cloud.Run(allow, new() { GroupId = group, IpProtocol = "icmp", FromPort = -1, ToPort = -1, CidrIp = a.Cidr });
        var log = a.Cloud.FlowLog(Kind.NetworkInterface, b.Interface);
        a.Cloud.Close(a.Cloud.Acl(b.Vpc), egress: true);
        a.Cloud.Send(a.Interface, b.Interface, o => o with { Protocol = "icmp", Port = null, Packets = 4 });
        var lines = a.Cloud.Delivered(log);
        Assert.Equal(2, lines.Count);
        Assert.Contains($" {Address(a)} {Address(b)} 0 0 1 4 336 ", lines[0]);
        Assert.EndsWith("ACCEPT OK", lines[0]);
        Assert.Contains($" {Address(b)} {Address(a)} 0 0 1 4 336 ", lines[1]);
        Assert.EndsWith("REJECT OK", lines[1]);
    }

    [Fact]
    public void A_log_of_rejected_traffic_has_no_accepted_and_the_other_way_round()
    {
        var (a, b) = Pair();
        var rejects = a.Cloud.FlowLog(Kind.Vpc, b.Vpc, Short, TrafficType.Reject);
        var accepts = a.Cloud.FlowLog(Kind.Vpc, b.Vpc, Short, TrafficType.Accept);
        a.Cloud.Send(a.Interface, b.Interface);
        a.Cloud.Send(a.Interface, b.Interface, o => o with { Port = 22 });
        Assert.Equal([$"{b.Interface} ingress REJECT"], a.Cloud.Delivered(rejects));
        Assert.Equal(2, a.Cloud.Read(accepts).Entries.Count);
    }

    [Fact]
    public void Through_a_nat_gateway_the_addresses_are_those_of_the_user_guide()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var (inside, outside) = (cloud.Subnet(vpc), cloud.Subnet(vpc, "10.0.0.0/24"));
        var gateway = cloud.InternetGateway(vpc);
        var (open, shut) = (cloud.RouteTable(vpc), cloud.RouteTable(vpc));
        cloud.Associate(open, outside);
        cloud.Associate(shut, inside);
        cloud.RouteToGateway(open, gateway);
        var nat = cloud.PublicNat(outside, cloud.ElasticIp());
        cloud.Run(
            new CreateRoute(),
            new CreateRouteRequest { RouteTableId = shut, DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = nat });
        var client = cloud.Run(new CreateNetworkInterface(), new() { SubnetId = inside }).NetworkInterface!;
        var log = cloud.FlowLog(
            Kind.Vpc, vpc, "${interface-id} ${srcaddr} ${dstaddr} ${pkt-srcaddr} ${pkt-dstaddr} ${traffic-path}");
        var (face, mine) = (cloud.Nat(nat).NatGatewayAddresses![0], client.PrivateIpAddress);
        var (eni, its) = (face.NetworkInterfaceId, face.PrivateIp);
        cloud.Send(client.NetworkInterfaceId!, "203.0.113.5", o => o with { Count = 2 });
        string[] expected =
        [
            $"{client.NetworkInterfaceId} {mine} 203.0.113.5 {mine} 203.0.113.5 1",
            $"{eni} {mine} {its} {mine} 203.0.113.5 -",
            $"{eni} {its} 203.0.113.5 {its} 203.0.113.5 2",
            $"{eni} 203.0.113.5 {its} 203.0.113.5 {its} -",
            $"{eni} {its} {mine} 203.0.113.5 {mine} 1",
            $"{client.NetworkInterfaceId} 203.0.113.5 {mine} 203.0.113.5 {mine} -",
        ];
        Assert.Equal([.. expected, .. expected], cloud.Delivered(log));
        cloud.Run(new DeleteNatGateway(), new() { NatGatewayId = nat });
        Assert.Equal("Blackhole", cloud.Send(client.NetworkInterfaceId!, "203.0.113.5").Answer.Disposition);
        Assert.Equal(
            $"{client.NetworkInterfaceId} {mine} 203.0.113.5 {mine} 203.0.113.5 -",
            Assert.Single(cloud.Delivered(log).Skip(12)));
    }

    [Fact]
    public void A_long_flow_has_a_record_for_each_interval_with_its_flags()
    {
        var (a, b) = Pair();
        var log = a.Cloud.FlowLog(
            Kind.NetworkInterface, b.Interface, "${flow-direction} ${packets} ${bytes} ${tcp-flags} ${start} ${end}");
        a.Cloud.Advance(TimeSpan.FromSeconds(30));
        a.Cloud.Send(a.Interface, b.Interface, o => o with
        {
            Packets = 3, Bytes = 301, ReplyPackets = 0, Duration = TimeSpan.FromSeconds(90),
        });
        Assert.Equal(["ingress 1 100 2 1767225630 1767225630"], a.Cloud.Delivered(log, 30));
        Assert.Equal("ingress 2 201 1 1767225660 1767225690", Assert.Single(a.Cloud.Delivered(log).Skip(1)));
    }

    [Fact]
    public void A_deleted_flow_log_delivers_nothing_any_more_and_keeps_what_it_has_delivered()
    {
        var (a, b) = Pair();
        var log = a.Cloud.FlowLog(Kind.Vpc, b.Vpc, Short);
        a.Cloud.Send(a.Interface, b.Interface);
        Assert.Equal(2, a.Cloud.Delivered(log).Count);
        a.Cloud.Send(a.Interface, b.Interface);
        a.Cloud.Run(new DeleteFlowLogs(), new() { FlowLogIds = [log] });
        Assert.Equal(2, a.Cloud.Delivered(log).Count);
        Assert.Equal(0, a.Cloud.Read(log).Waiting);
    }

    [Fact]
    public void With_the_delays_of_aws_records_are_published_minutes_after_their_interval()
    {
        var cloud = Cloud.Slow();
        var a = Site.New(cloud, "10.1.0.0/24");
        var log = cloud.FlowLog(Kind.Vpc, a.Vpc, Short);
        cloud.Send(a.Interface, "10.9.0.1");
        Assert.Empty(cloud.Delivered(log, 60 + 299));
        Assert.Equal([$"{a.Interface} egress ACCEPT"], cloud.Delivered(log, 1));
    }

    [Fact]
    public void Intervals_without_traffic_are_told_when_they_are_asked_for()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var nat = cloud.PrivateNat(cloud.Subnet(vpc));
        var eni = cloud.Nat(nat).NatGatewayAddresses![0].NetworkInterfaceId;
        var log = cloud.FlowLog(Kind.Vpc, vpc, null, TrafficType.Accept);
        Assert.Empty(cloud.Delivered(log, 120));
        var quiet = cloud.Read(log, withNoData: true).Entries;
        Assert.Equal(2, quiet.Count);
        Assert.Equal(
            $"2 123456789012 {eni} - - - - - - - 1767225600 1767225660 - NODATA", quiet[0].Line);
    }

    [Fact]
    public void Figures_that_there_cannot_be_are_refused()
    {
        var (a, b) = Pair();
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Send(o => o with { Packets = 0 })));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Send(o => o with { Bytes = 39 })));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Send(o => o with { Count = 1001 })));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Send(o => o with { Protocol = "carrier-pigeon" })));
        Assert.Equal("MissingParameter", Cloud.Refusal(() => Send(o => o with { Port = null })));

        object Send(Func<Orrery.Contracts.Flows.FlowOrder, Orrery.Contracts.Flows.FlowOrder> how) =>
            a.Cloud.Send(a.Interface, b.Interface, how);
    }

    private static (Site A, Site B) Pair()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        a.Peer(b);
        return (a, b);
    }

    private static string Address(Site site) => site.Cloud.Run(
        new DescribeNetworkInterfaces(),
        new DescribeNetworkInterfacesRequest { NetworkInterfaceIds = [site.Interface] })
        .NetworkInterfaces![0].PrivateIpAddress!;
}
