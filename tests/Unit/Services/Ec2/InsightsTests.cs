using Orrery.Services.Ec2.Operations.NetworkInsights;
using Orrery.Services.Ec2.Operations.SecurityGroups;
using Orrery.Services.Ec2.Operations.VpcPeering;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class InsightsTests
{
    [Fact]
    public void An_analysis_names_the_components_of_a_path_that_works()
    {
        var (a, b) = Pair();
        var analysis = Analyse(a, Path(a, b, 443));
        Assert.Equal((AnalysisStatus.Succeeded, true), (analysis.Status!.Value, analysis.NetworkPathFound!.Value));
        Assert.Empty(analysis.Explanations!);
        var way = analysis.ForwardPathComponents!;
        Assert.Equal((a.Interface, b.Interface), (way[0].Component!.Id, way[^1].Component!.Id));
        Assert.Equal(Enumerable.Range(1, way.Count), way.Select(c => c.SequenceNumber!.Value));
        var route = Assert.Single(way, c => c.Component!.Id == a.Table).RouteTableRoute!;
        Assert.Equal((b.Cidr, "active", "CreateRoute"), (route.DestinationCidr, route.State, route.Origin));
        var pcx = Assert.Single(way, c => c.Component!.Id == route.VpcPeeringConnectionId);
        Assert.Equal((a.Vpc, b.Vpc), (pcx.SourceVpc!.Id, pcx.DestinationVpc!.Id));
        Assert.EndsWith($":vpc-peering-connection/{route.VpcPeeringConnectionId}", pcx.Component!.Arn);
        Assert.Contains(way, c => c.SecurityGroupRule is { Direction: "ingress", PortRange.From: 443 });
        Assert.NotEmpty(analysis.ReturnPathComponents!);
    }

    [Fact]
    public void A_blocked_path_is_explained_with_the_code_of_aws_and_works_once_it_is_opened()
    {
        var (a, b) = Pair();
        var path = Path(a, b, 80);
        var blocked = Analyse(a, path);
        Assert.False(blocked.NetworkPathFound!.Value);
        var explanation = Assert.Single(blocked.Explanations!);
        Assert.Equal(("ENI_SG_RULES_MISMATCH", "ingress"), (explanation.ExplanationCode, explanation.Direction));
        Assert.Equal(b.Interface, explanation.NetworkInterface!.Id);
        a.Cloud.Run(new AuthorizeSecurityGroupIngress(), new()
        {
            GroupId = explanation.SecurityGroup!.Id, IpProtocol = "tcp", FromPort = 80, ToPort = 80, CidrIp = a.Cidr,
        });
        Assert.True(Analyse(a, path).NetworkPathFound!.Value);
        Assert.False(Describe(a, blocked.NetworkInsightsAnalysisId!).NetworkPathFound!.Value);
    }

    [Fact]
    public void Without_a_port_any_port_that_passes_is_a_path_and_filters_narrow_it()
    {
        var (a, b) = Pair();
        Assert.True(Analyse(a, Path(a, b, null)).NetworkPathFound!.Value);
        Assert.True(Analyse(a, Path(a, b, null, Ports(400, 500))).NetworkPathFound!.Value);
        Assert.False(Analyse(a, Path(a, b, null, Ports(444, 500))).NetworkPathFound!.Value);
        Assert.Equal("InvalidParameterCombination", Cloud.Refusal(() => Path(a, b, 443, Ports(1, 2))));
    }

    [Fact]
    public void A_path_with_open_ports_is_answered_by_sets_whose_flow_passes_every_filter()
    {
        var (a, b) = Pair();
        var path = Path(a, b, null, new PathRequestFilter
        {
            DestinationPortRange = new() { FromPort = 440, ToPort = 450 },
            SourcePortRange = new() { FromPort = 40000, ToPort = 40010 },
        });
        var found = Analyse(a, path);
        Assert.True(found.NetworkPathFound!.Value);
        var way = found.ForwardPathComponents!;
        var ports = Assert.Single(way[0].OutboundHeader!.DestinationPortRanges!);
        Assert.Equal((443, 443), (ports.From!.Value, ports.To!.Value));
        Assert.InRange(way[0].OutboundHeader!.SourcePortRanges![0].From!.Value, 40000, 40010);
        var crossed = way.Single(c => c.Component!.Id!.StartsWith("pcx-", StringComparison.Ordinal));
        a.Cloud.Run(new DeleteVpcPeeringConnection(), new() { VpcPeeringConnectionId = crossed.Component!.Id });
        Assert.False(Analyse(a, path).NetworkPathFound!.Value);
    }

    [Fact]
    public void Resources_that_must_or_must_not_be_crossed_decide()
    {
        var (a, b) = Pair();
        var path = Path(a, b, 443);
        var arn = $"arn:aws:ec2:eu-west-1:123456789012:route-table/{a.Table}";
        var other = "arn:aws:ec2:eu-west-1:123456789012:internet-gateway/igw-00000000000000001";
        Assert.True(Analyse(a, path, through: [arn]).NetworkPathFound!.Value);
        Assert.Equal("NO_PATH", Analyse(a, path, through: [other]).Explanations![0].ExplanationCode);
        Assert.False(Analyse(a, path, around: [arn]).NetworkPathFound!.Value);
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Analyse(a, path, around: [a.Table])));
    }

    [Fact]
    public void Another_account_is_crossed_only_when_it_is_named()
    {
        var cloud = Cloud.New();
        var there = cloud.In("eu-west-1", "210987654321");
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(there, "10.2.0.0/24"));
        var peering = cloud.Run(new Orrery.Services.Ec2.Operations.VpcPeering.CreateVpcPeeringConnection(), new()
        {
            VpcId = a.Vpc, PeerVpcId = b.Vpc, PeerOwnerId = "210987654321",
        }).VpcPeeringConnection!.VpcPeeringConnectionId!;
        there.Run(new Orrery.Services.Ec2.Operations.VpcPeering.AcceptVpcPeeringConnection(), new()
        {
            VpcPeeringConnectionId = peering,
        });
        a.Route(b.Cidr, peering);
        b.Route(a.Cidr, peering);
        var path = cloud.Run(new CreateNetworkInsightsPath(), new()
        {
            Source = a.Interface,
            Destination = $"arn:aws:ec2:eu-west-1:210987654321:network-interface/{b.Interface}",
            Protocol = Protocol.Tcp,
            DestinationPort = 443,
        }).NetworkInsightsPath!;
        Assert.Equal(b.Interface, path.Destination);
        var closed = Analyse(a, path.NetworkInsightsPathId!);
        Assert.False(closed.NetworkPathFound!.Value);
        Assert.Equal(["210987654321"], closed.SuggestedAccounts!);
        Assert.True(Analyse(a, path.NetworkInsightsPathId!, accounts: ["210987654321"]).NetworkPathFound!.Value);
    }

    [Fact]
    public void A_path_to_something_that_is_gone_has_no_destination()
    {
        var (a, _) = Pair();
        var path = a.Cloud.Run(new CreateNetworkInsightsPath(), new()
        {
            Source = a.Interface, Destination = "eni-00000000000000001", Protocol = Protocol.Udp,
        }).NetworkInsightsPath!.NetworkInsightsPathId!;
        Assert.Equal("NO_SOURCE_OR_DESTINATION", Analyse(a, path).Explanations![0].ExplanationCode);
        Assert.Equal("UnsupportedOperation", Cloud.Refusal(() => a.Cloud.Run(new CreateNetworkInsightsPath(), new()
        {
            Source = "tgw-00000000000000001", Destination = a.Interface, Protocol = Protocol.Tcp,
        })));
    }

    [Fact]
    public void A_path_through_a_transit_gateway_shows_its_attachments_and_routes()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        var gateway = cloud.Gateway();
        var (there, here) = (cloud.AttachTo(gateway, a.Vpc, a.Subnet), cloud.AttachTo(gateway, b.Vpc, b.Subnet));
        Lead(a, gateway);
        Lead(b, gateway);
        var path = Path(a, b, 443);
        var found = Analyse(a, path);
        Assert.True(found.NetworkPathFound!.Value);
        var way = found.ForwardPathComponents!;
        Assert.Equal([there, here], way.Where(c => c.Component!.Id!.StartsWith("tgw-attach-", StringComparison.Ordinal))
            .Select(c => c.Component!.Id!));
        Assert.Contains(way, c => c.RouteTableRoute?.TransitGatewayId == gateway);
        var table = Assert.Single(way, c => c.TransitGatewayRouteTableRoute is not null);
        Assert.Equal(gateway, table.TransitGateway!.Id);
        var route = table.TransitGatewayRouteTableRoute!;
        Assert.Equal((b.Cidr, "propagated", "active"), (route.DestinationCidr, route.RouteOrigin, route.State));
        Assert.Equal((here, b.Vpc, "vpc"), (route.AttachmentId, route.ResourceId, route.ResourceType));

        cloud.DetachFrom(here);
        var blocked = Analyse(a, path);
        var explanation = Assert.Single(blocked.Explanations!);
        Assert.Equal("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT", explanation.ExplanationCode);
        Assert.Equal(table.Component!.Id, explanation.TransitGatewayRouteTable!.Id);
        var upTo = cloud.Run(new CreateNetworkInsightsPath(), new()
        {
            Source = a.Interface, Destination = there, DestinationIp = "10.2.0.9", Protocol = Protocol.Tcp,
        }).NetworkInsightsPath!.NetworkInsightsPathId!;
        Assert.True(Analyse(a, upTo).NetworkPathFound!.Value);
    }

    private static void Lead(Site site, string gateway) => site.Cloud.Run(
        new Orrery.Services.Ec2.Operations.Routes.CreateRoute(), new()
        {
            RouteTableId = site.Table, DestinationCidrBlock = "10.0.0.0/8", TransitGatewayId = gateway,
        });

    [Fact]
    public void A_path_goes_after_its_analyses_and_both_are_found_by_filters_until_then()
    {
        var (a, b) = Pair();
        var path = Path(a, b, 443);
        var id = Analyse(a, path).NetworkInsightsAnalysisId!;
        Assert.Equal([id], Found(a, path, "path-found", "true"));
        Assert.Empty(Found(a, path, "status", "running"));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Found(a, path, "colour", "red")));
        Assert.Equal(path, Assert.Single(a.Cloud.Run(new DescribeNetworkInsightsPaths(), new()
        {
            Filters =
            [
                new() { Name = "source", Values = [a.Interface] }, new() { Name = "protocol", Values = ["tcp"] },
            ],
        }).NetworkInsightsPaths!).NetworkInsightsPathId);

        Assert.Equal("AnalysisExistsForNetworkInsightsPath", Cloud.Refusal(() => DeletePath(a, path)));
        a.Cloud.Run(new DeleteNetworkInsightsAnalysis(), new() { NetworkInsightsAnalysisId = id });
        Assert.Equal("InvalidNetworkInsightsAnalysisId.NotFound", Cloud.Refusal(() => Describe(a, id)));
        DeletePath(a, path);
        Assert.Equal("InvalidNetworkInsightsPathId.NotFound", Cloud.Refusal(() => DeletePath(a, path)));
    }

    private static (Site A, Site B) Pair()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        a.Peer(b);
        return (a, b);
    }

    private static string Path(Site a, Site b, int? port, PathRequestFilter? filter = null) =>
        a.Cloud.Run(new CreateNetworkInsightsPath(), new()
        {
            Source = a.Interface,
            Destination = b.Interface,
            Protocol = Protocol.Tcp,
            DestinationPort = port,
            FilterAtSource = filter,
        }).NetworkInsightsPath!.NetworkInsightsPathId!;

    private static PathRequestFilter Ports(int from, int to) =>
        new() { DestinationPortRange = new() { FromPort = from, ToPort = to } };

    private static NetworkInsightsAnalysis Analyse(
        Site a, string path, string[]? through = null, string[]? around = null, string[]? accounts = null)
    {
        var started = a.Cloud.Run(new StartNetworkInsightsAnalysis(), new()
        {
            NetworkInsightsPathId = path, FilterInArns = through, FilterOutArns = around, AdditionalAccounts = accounts,
        }).NetworkInsightsAnalysis!;
        Assert.Equal((AnalysisStatus.Running, null), (started.Status, started.NetworkPathFound));
        return Describe(a, started.NetworkInsightsAnalysisId!);
    }

    private static NetworkInsightsAnalysis Describe(Site a, string id) =>
        a.Cloud.Run(new DescribeNetworkInsightsAnalyses(), new() { NetworkInsightsAnalysisIds = [id] })
            .NetworkInsightsAnalyses![0];

    private static IEnumerable<string> Found(Site a, string path, string filter, string value) =>
        a.Cloud.Run(new DescribeNetworkInsightsAnalyses(), new()
        {
            NetworkInsightsPathId = path, Filters = [new() { Name = filter, Values = [value] }],
        }).NetworkInsightsAnalyses!.Select(n => n.NetworkInsightsAnalysisId!);

    private static DeleteNetworkInsightsPathResult DeletePath(Site a, string path) =>
        a.Cloud.Run(new DeleteNetworkInsightsPath(), new() { NetworkInsightsPathId = path });
}
