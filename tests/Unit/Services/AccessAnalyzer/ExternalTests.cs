using Orrery.Services.AccessAnalyzer.Operations.Archiving;
using Orrery.Services.AccessAnalyzer.Operations.Found;
using Orrery.Services.AccessAnalyzer.Operations.Lifecycle;
using Orrery.Services.AccessAnalyzer.Operations.Resources;
using Orrery.Services.AccessAnalyzer.Operations.Tags;
using Orrery.Wire.Generated.Accessanalyzer;
using Type = Orrery.Wire.Generated.Accessanalyzer.Type;

namespace Orrery.Tests.Unit.Services.AccessAnalyzer;

/// <summary>Findings of access from outside come with a policy, and go with it.</summary>
public sealed class ExternalTests
{
    private const string Other = """{"AWS":"arn:aws:iam::999988887777:root"}""";

    private readonly Desk _desk = new();

    [Theory]
    [InlineData("\"*\"", "", "*", true)]
    [InlineData(Other, "", "999988887777", false)]
    [InlineData("\"*\"", ""","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"} }""", "*", false)]
    [InlineData("""{"AWS":"123456789012"}""", "", null, false)]
    [InlineData("""{"Service":"sns.amazonaws.com"}""", "", null, false)]
    [InlineData("\"*\"", ""","Condition":{"StringEquals":{"aws:PrincipalAccount":"123456789012"} }""", null, false)]
    public void What_lets_others_in_is_found(string principal, string more, string? who, bool isPublic)
    {
        var arn = _desk.Queue("q", principal, more);
        var found = _desk.Findings();
        if (who is null)
        {
            Assert.Empty(found);
            return;
        }

        var finding = Assert.Single(found);
        Assert.Equal((arn, isPublic, FindingStatus.Active), (finding.Resource, finding.IsPublic, finding.Status));
        Assert.Equal(who, finding.Principal!["AWS"]);
        Assert.Equal(["sqs:SendMessage"], finding.Action!);
        Assert.Equal(ResourceType.AWSSQSQueue, finding.ResourceType);
    }

    [Fact]
    public void Findings_are_counted_by_where_they_stand_and_by_who_has_access()
    {
        _desk.Queue("open", "\"*\"");
        _desk.Queue("shared", Other);
        var gone = _desk.Queue("gone", Other);
        Assert.Equal(3, _desk.Findings().Count);
        _desk.Policies.Remove(gone);
        var counted = Assert.Single(_desk.Rig.Run(
            new GetFindingsStatistics(), new() { AnalyzerArn = _desk.Arn }).FindingsStatistics!);
        var external = counted.ExternalAccessFindingsStatistics!;
        Assert.Equal((2, 0, 1), (
            external.TotalActiveFindings, external.TotalArchivedFindings, external.TotalResolvedFindings));
        var queues = Assert.Single(external.ResourceTypeStatistics!);
        Assert.Equal(("AWS::SQS::Queue", 1, 1), (
            queues.Key, queues.Value.TotalActivePublic, queues.Value.TotalActiveCrossAccount));
        Assert.Null(counted.UnusedAccessFindingsStatistics);
    }

    [Fact]
    public void A_finding_is_resolved_when_the_policy_changes_and_back_when_it_does()
    {
        _desk.Queue("q", Other);
        var id = Assert.Single(_desk.Findings()).Id;
        _desk.Rig.Advance(TimeSpan.FromHours(1));
        _desk.Queue("q", """{"AWS":"123456789012"}""");
        var resolved = Assert.Single(_desk.Findings());
        Assert.Equal(
            (id, FindingStatus.Resolved, Rig.Start.AddHours(1)), (resolved.Id, resolved.Status, resolved.UpdatedAt));
        _desk.Queue("q", Other);
        var back = _desk.Rig.Run(new GetFinding(), new() { AnalyzerArn = _desk.Arn, Id = id }).Finding!;
        Assert.Equal((FindingStatus.Active, Rig.Start), (back.Status, back.CreatedAt));
        _desk.Policies.Clear();
        _desk.Rig.Advance(TimeSpan.FromDays(2));
        Assert.Equal(FindingStatus.Resolved, _desk.Findings().Single().Status);
    }

    [Fact]
    public void Findings_are_archived_by_hand_and_by_rules()
    {
        var first = _desk.Queue("first", Other);
        var id = _desk.Findings().Single().Id!;
        _desk.Rig.Run(
            new UpdateFindings(), new() { AnalyzerArn = _desk.Arn, Ids = [id], Status = FindingStatusUpdate.Archived });
        Assert.Equal(FindingStatus.Archived, _desk.Findings().Single().Status);
        _desk.Rig.Run(
            new UpdateFindings(),
            new() { AnalyzerArn = _desk.Arn, ResourceArn = first, Status = FindingStatusUpdate.Active });
        var filter = new Dictionary<string, Criterion> { ["principal.AWS"] = new() { Eq = ["999988887777"] } };
        CreateArchiveRuleRequest rule = new() { AnalyzerName = "main", RuleName = "partner", Filter = filter };
        _desk.Rig.Run(new CreateArchiveRule(), rule);
        Assert.Equal("ConflictException", _desk.Rig.Refused(new CreateArchiveRule(), rule));
        var second = _desk.Queue("second", Other);
        var found = _desk.Findings().ToDictionary(f => f.Resource!, f => f.Status);
        Assert.Equal((FindingStatus.Active, FindingStatus.Archived), (found[first], found[second]));
        _desk.Rig.Run(new ApplyArchiveRule(), new() { AnalyzerArn = _desk.Arn, RuleName = "partner" });
        Assert.All(_desk.Findings(), f => Assert.Equal(FindingStatus.Archived, f.Status));
        Assert.Empty(_desk.Findings(new() { ["status"] = new() { Eq = ["ACTIVE"] } }));
        _desk.Rig.Run(new UpdateArchiveRule(), new()
        {
            AnalyzerName = "main", RuleName = "partner",
            Filter = new Dictionary<string, Criterion> { ["isPublic"] = new() { Eq = ["true"] } },
        });
        GetArchiveRuleRequest ask = new() { AnalyzerName = "main", RuleName = "partner" };
        Assert.Equal(["isPublic"], _desk.Rig.Run(new GetArchiveRule(), ask).ArchiveRule!.Filter!.Keys);
        Assert.Single(_desk.Rig.Run(new ListArchiveRules(), new() { AnalyzerName = "main" }).ArchiveRules!);
        _desk.Rig.Run(new DeleteArchiveRule(), new() { AnalyzerName = "main", RuleName = "partner" });
        Assert.Equal("ResourceNotFoundException", _desk.Rig.Refused(new GetArchiveRule(), ask));
        Assert.Equal("ValidationException", Rig.Refusal(() => _desk.Findings(new() { ["colour"] = new() })));
    }

    [Fact]
    public void Analyzed_resources_are_told()
    {
        var arn = _desk.Queue("q", "\"*\"");
        _desk.Rig.Run(new StartResourceScan(), new() { AnalyzerArn = _desk.Arn, ResourceArn = arn });
        Assert.Equal("ResourceNotFoundException", _desk.Rig.Refused(
            new StartResourceScan(),
            new StartResourceScanRequest { AnalyzerArn = _desk.Arn, ResourceArn = arn + "x" }));
        Assert.Equal(
            arn,
            _desk.Rig.Run(new ListAnalyzedResources(), new() { AnalyzerArn = _desk.Arn })
                .AnalyzedResources!.Single().ResourceArn);
        var shown = _desk.Rig.Run(
            new GetAnalyzedResource(), new() { AnalyzerArn = _desk.Arn, ResourceArn = arn }).Resource!;
        Assert.True(shown.IsPublic);
        Assert.Equal(("sqs:SendMessage", FindingStatus.Active), (shown.Actions!.Single(), shown.Status));
        Assert.Equal(
            arn, _desk.Rig.Run(new GetAnalyzer(), new() { AnalyzerName = "main" }).Analyzer!.LastResourceAnalyzed);
    }

    [Fact]
    public void There_is_one_analyzer_of_a_type_and_its_findings_go_with_it()
    {
        var rig = _desk.Rig;
        _desk.Queue("q", Other);
        Assert.Equal("ConflictException", rig.Refused(
            new CreateAnalyzer(), new CreateAnalyzerRequest { AnalyzerName = "main", Type = Type.Account }));
        Assert.Equal("ServiceQuotaExceededException", rig.Refused(
            new CreateAnalyzer(), new CreateAnalyzerRequest { AnalyzerName = "more", Type = Type.Account }));
        Assert.Equal("ValidationException", rig.Refused(
            new CreateAnalyzer(), new CreateAnalyzerRequest { AnalyzerName = "org", Type = Type.Organization }));
        Assert.Equal("ValidationException", rig.Refused(
            new CreateAnalyzer(), new CreateAnalyzerRequest { AnalyzerName = "i", Type = Type.AccountInternalAccess }));
        rig.Run(new TagResource(), new()
        {
            ResourceArn = _desk.Arn, Tags = new Dictionary<string, string> { ["k"] = "v" },
        });
        Assert.Equal("v", rig.Run(new ListTagsForResource(), new() { ResourceArn = _desk.Arn }).Tags!["k"]);
        rig.Run(new UntagResource(), new() { ResourceArn = _desk.Arn, TagKeys = ["k"] });
        Assert.Empty(rig.Run(new ListAnalyzers(), new()).Analyzers!.Single().Tags!);
        rig.Run(new DeleteAnalyzer(), new() { AnalyzerName = "main" });
        Assert.Equal("ResourceNotFoundException", Rig.Refusal(() => _desk.Findings()));
        rig.Run(new CreateAnalyzer(), new() { AnalyzerName = "main", Type = Type.Account });
        Assert.Single(_desk.Findings());
    }
}
