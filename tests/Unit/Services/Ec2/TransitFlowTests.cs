using Orrery.Services.Ec2.Operations.FlowLogs;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Wire.Generated.Ec2;
using Kind = Orrery.Wire.Generated.Ec2.FlowLogsResourceType;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class TransitFlowTests
{
    private const string Format = "${interface-id} ${srcaddr} ${dstaddr} ${pkt-srcaddr} ${pkt-dstaddr} ${action}";

    [Fact]
    public void The_interfaces_of_a_transit_gateway_see_the_addresses_of_the_user_guide()
    {
        var (cloud, gateway, a, b) = Spokes();
        var log = cloud.FlowLog(Kind.Vpc, b.Site.Vpc, Format);
        cloud.Send(a.Site.Interface, b.Site.Interface, o => o with { ReplyPackets = 0 });
        var face = Face(cloud, b.Site.Subnet);
        var (client, server, its) = (Address(cloud, a.Site.Interface), Address(cloud, b.Site.Interface), face.Address);
        Assert.Equal(
            [
                $"{face.Id} {its} {server} {client} {server} ACCEPT",
                $"{b.Site.Interface} {client} {server} {client} {server} ACCEPT",
            ],
            cloud.Delivered(log));
        Assert.Equal(2, cloud.Send(a.Site.Interface, b.Site.Interface).Sightings.Count(s => s.Component == face.Id));
        Assert.Equal("Delivered", cloud.Send(a.Site.Interface, b.Site.Interface).Answer.Disposition);
        Assert.NotNull(gateway);
    }

    [Fact]
    public void A_transit_gateway_logs_what_enters_and_leaves_it_and_what_is_lost_once_an_attachment_is_gone()
    {
        var (cloud, gateway, a, b) = Spokes();
        var log = cloud.Run(new CreateFlowLogs(), new()
        {
            ResourceType = Kind.TransitGateway,
            ResourceIds = [gateway],
            LogDestinationType = LogDestinationType.S3,
            LogDestination = "arn:aws:s3:::logs",
            LogFormat = "${tgw-attachment-id} ${tgw-pair-attachment-id} ${flow-direction} ${tgw-src-vpc-id} "
                + "${tgw-dst-vpc-id} ${packets} ${packets-lost-no-route} ${packets-lost-blackhole}",
        }).FlowLogIds![0];
        cloud.Send(a.Site.Interface, b.Site.Interface, o => o with { Packets = 5, ReplyPackets = 0 });
        var (va, vb) = (a.Site.Vpc, b.Site.Vpc);
        Assert.Equal(
            [
                $"{a.Attachment} {b.Attachment} ingress {va} {vb} 5 0 0",
                $"{b.Attachment} {a.Attachment} egress {va} {vb} 5 0 0",
            ],
            cloud.Delivered(log));
        cloud.DetachFrom(b.Attachment);
        Assert.NotEqual("Delivered", cloud.Send(a.Site.Interface, b.Site.Interface).Answer.Disposition);
        var lost = Assert.Single(cloud.Delivered(log).Skip(2));
        Assert.Equal($"{a.Attachment} - ingress {va} - 1 1 0", lost);
    }

    [Fact]
    public void The_default_format_has_every_field_and_traffic_types_are_refused()
    {
        var (cloud, gateway, _, _) = Spokes();
        CreateFlowLogsRequest request = new()
        {
            ResourceType = Kind.TransitGateway,
            ResourceIds = [gateway],
            LogDestinationType = LogDestinationType.S3,
            LogDestination = "arn:aws:s3:::logs",
        };
        Assert.Equal(
            "InvalidParameter", cloud.Refused(new CreateFlowLogs(), request with { TrafficType = TrafficType.All }));
        Assert.Equal(
            "InvalidParameter", cloud.Refused(new CreateFlowLogs(), request with { MaxAggregationInterval = 600 }));
        cloud.Run(new CreateFlowLogs(), request);
        var log = cloud.Run(new DescribeFlowLogs(), new DescribeFlowLogsRequest()).FlowLogs![0];
        Assert.Equal(60, log.MaxAggregationInterval);
        Assert.StartsWith("${version} ${resource-type} ${account-id} ${tgw-id} ${tgw-attachment-id}", log.LogFormat);
    }

    private static (Cloud Cloud, string Gateway, (Site Site, string Attachment) A, (Site Site, string Attachment) B)
        Spokes()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        var attachments = new[] { a, b }.Select(s => cloud.AttachTo(gateway, s.Vpc, s.Subnet)).ToList();
        foreach (var (from, to) in new[] { (a, b), (b, a) })
        {
            cloud.Run(new CreateRoute(), new CreateRouteRequest
            {
                RouteTableId = from.Table, DestinationCidrBlock = to.Cidr, TransitGatewayId = gateway,
            });
        }

        return (cloud, gateway, (a, attachments[0]), (b, attachments[1]));
    }

    private static (string Id, string Address) Face(Cloud cloud, string subnet)
    {
        var face = cloud.Run(new DescribeNetworkInterfaces(), new DescribeNetworkInterfacesRequest())
            .NetworkInterfaces!
            .Single(i => i.SubnetId == subnet && i.InterfaceType == NetworkInterfaceType.TransitGateway);
        return (face.NetworkInterfaceId!, face.PrivateIpAddress!);
    }

    private static string Address(Cloud cloud, string face) => cloud.Run(
        new DescribeNetworkInterfaces(), new DescribeNetworkInterfacesRequest { NetworkInterfaceIds = [face] })
        .NetworkInterfaces![0].PrivateIpAddress!;
}
