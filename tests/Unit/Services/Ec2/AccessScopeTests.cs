using Orrery.Services.Ec2.Operations.AccessScopes;
using Orrery.Services.Ec2.Operations.SecurityGroups;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class AccessScopeTests
{
    [Fact]
    public void A_finding_is_the_way_of_a_packet_that_gets_through_and_goes_when_the_rule_goes()
    {
        var (a, b) = Pair();
        var scope = Scope(a, From(a.Subnet), To(b.Interface));
        var analysis = Analyse(a, scope);
        Assert.Equal(AnalysisStatus.Succeeded, analysis.Status!.Value);
        Assert.Equal(FindingsFound.True, analysis.FindingsFound!.Value);
        Assert.Equal(2, analysis.AnalyzedEniCount);
        var finding = Assert.Single(Findings(a, analysis));
        var way = finding.FindingComponents!;
        Assert.Equal((a.Interface, b.Interface), (way[0].Component!.Id, way[^1].Component!.Id));
        Assert.Contains(way, c => c.SecurityGroupRule is { Direction: "ingress", PortRange.From: 443 });

        var group = Assert.Single(way, c => c.SecurityGroupRule is { Direction: "ingress" }).Component!.Id!;
        a.Cloud.Run(new RevokeSecurityGroupIngress(), new()
        {
            GroupId = group, IpProtocol = "tcp", FromPort = 443, ToPort = 443, CidrIp = "10.0.0.0/8",
        });
        var later = Analyse(a, scope);
        Assert.Equal(FindingsFound.False, later.FindingsFound!.Value);
        Assert.Empty(Findings(a, later));
        Assert.Single(Findings(a, analysis));
    }

    [Fact]
    public void Headers_exclusions_and_resources_on_the_way_narrow_the_findings()
    {
        var (a, b) = Pair();
        Assert.Single(Findings(a, Analyse(a, Scope(a, From(a.Vpc), To(b.Vpc, "400-500")))));
        Assert.Empty(Findings(a, Analyse(a, Scope(a, From(a.Vpc), To(b.Vpc, "80")))));
        Assert.Empty(Findings(a, Analyse(a, Scope(a, From(a.Vpc), To(b.Vpc), exclude: To(b.Interface, "443")))));
        Assert.Single(Findings(a, Analyse(a, Scope(a, From(a.Vpc), To(b.Vpc), exclude: To(b.Interface, "80")))));
        Assert.Single(Findings(a, Analyse(a, Scope(
            a, From(a.Vpc), To(b.Vpc), through: "AWS::EC2::VPCPeeringConnection"))));
        Assert.Empty(Findings(a, Analyse(a, Scope(a, From(a.Vpc), To(b.Vpc), through: "AWS::EC2::TransitGateway"))));
        Assert.Empty(Findings(a, Analyse(a, Scope(a, Type("AWS::EC2::InternetGateway"), To(b.Vpc)))));
    }

    [Fact]
    public void What_is_not_served_is_refused_by_name_and_what_is_wrong_by_the_code_of_aws()
    {
        var (a, b) = Pair();
        Assert.Equal("UnsupportedOperation", Cloud.Refusal(() => Scope(a, Type("AWS::EC2::VPNGateway"), To(b.Vpc))));
        Assert.Equal("UnsupportedOperation", Cloud.Refusal(() => Scope(a, From("vgw-0123456789abcdef0"), To(b.Vpc))));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Scope(a, From(a.Vpc), To(b.Vpc, "443-80"))));
        Assert.Equal("InvalidParameterCombination", Cloud.Refusal(() => Scope(
            a, new() { ResourceStatement = new() }, To(b.Vpc))));
        Assert.Equal("MissingParameter", Cloud.Refusal(() => a.Cloud.Run(
            new CreateNetworkInsightsAccessScope(), new() { ClientToken = "t" })));
        Assert.Equal("InvalidNetworkInsightsAccessScopeId.NotFound", Cloud.Refusal(() => Analyse(
            a, "nis-0123456789abcdef0")));
    }

    [Fact]
    public void A_scope_says_what_it_was_given_and_is_deleted_after_its_analyses()
    {
        var (a, b) = Pair();
        var scope = Scope(a, From(a.Vpc), To(b.Vpc, "443"));
        var content = a.Cloud.Ask(call => new GetNetworkInsightsAccessScopeContent().Run(
            new() { NetworkInsightsAccessScopeId = scope }, call)).NetworkInsightsAccessScopeContent!;
        var path = Assert.Single(content.MatchPaths!);
        Assert.Equal("443", Assert.Single(path.Destination!.PacketHeaderStatement!.DestinationPorts!));
        Assert.Equal(a.Vpc, Assert.Single(path.Source!.ResourceStatement!.Resources!));
        Assert.Equal(scope, Assert.Single(a.Cloud.Ask(call => new DescribeNetworkInsightsAccessScopes().Run(
            new(), call)).NetworkInsightsAccessScopes!).NetworkInsightsAccessScopeId);

        var analysis = Analyse(a, scope).NetworkInsightsAccessScopeAnalysisId;
        Assert.Equal("AnalysisExistsForNetworkInsightsAccessScope", Cloud.Refusal(() => a.Cloud.Run(
            new DeleteNetworkInsightsAccessScope(), new() { NetworkInsightsAccessScopeId = scope })));
        a.Cloud.Run(
            new DeleteNetworkInsightsAccessScopeAnalysis(), new() { NetworkInsightsAccessScopeAnalysisId = analysis });
        a.Cloud.Run(new DeleteNetworkInsightsAccessScope(), new() { NetworkInsightsAccessScopeId = scope });
        Assert.Empty(a.Cloud.Ask(call => new DescribeNetworkInsightsAccessScopes().Run(new(), call))
            .NetworkInsightsAccessScopes!);
    }

    private static (Site A, Site B) Pair()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        a.Peer(b);
        return (a, b);
    }

    private static PathStatementRequest From(string id) => new() { ResourceStatement = new() { Resources = [id] } };

    private static PathStatementRequest Type(string type) =>
        new() { ResourceStatement = new() { ResourceTypes = [type] } };

    private static PathStatementRequest To(string id, string? ports = null) => From(id) with
    {
        PacketHeaderStatement = ports is null ? null : new() { DestinationPorts = [ports] },
    };

    private static string Scope(
        Site site, PathStatementRequest from, PathStatementRequest to, PathStatementRequest? exclude = null,
        string? through = null) =>
        site.Cloud.Run(new CreateNetworkInsightsAccessScope(), new()
        {
            ClientToken = "t",
            MatchPaths =
            [
                new()
                {
                    Source = from,
                    Destination = to,
                    ThroughResources = through is null
                        ? null
                        : [new() { ResourceStatement = new() { ResourceTypes = [through] } }],
                },
            ],
            ExcludePaths = exclude is null ? null : [new() { Destination = exclude }],
        }).NetworkInsightsAccessScope!.NetworkInsightsAccessScopeId!;

    private static NetworkInsightsAccessScopeAnalysis Analyse(Site site, string scope)
    {
        var started = site.Cloud.Run(new StartNetworkInsightsAccessScopeAnalysis(), new()
        {
            NetworkInsightsAccessScopeId = scope, ClientToken = "t",
        }).NetworkInsightsAccessScopeAnalysis!;
        Assert.Equal(AnalysisStatus.Running, started.Status);
        return Assert.Single(site.Cloud.Ask(call => new DescribeNetworkInsightsAccessScopeAnalyses().Run(
            new() { NetworkInsightsAccessScopeAnalysisIds = [started.NetworkInsightsAccessScopeAnalysisId!] }, call))
            .NetworkInsightsAccessScopeAnalyses!);
    }

    private static IReadOnlyList<AccessScopeAnalysisFinding> Findings(
        Site site, NetworkInsightsAccessScopeAnalysis analysis) =>
        site.Cloud.Ask(call => new GetNetworkInsightsAccessScopeAnalysisFindings().Run(
            new() { NetworkInsightsAccessScopeAnalysisId = analysis.NetworkInsightsAccessScopeAnalysisId! }, call))
            .AnalysisFindings!;
}
