using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Services.AccessAnalyzer.Operations.Found;
using Orrery.Services.AccessAnalyzer.Operations.Lifecycle;
using Orrery.Services.AccessAnalyzer.Operations.PolicyGeneration;
using Orrery.Wire.Generated.Accessanalyzer;
using Type = Orrery.Wire.Generated.Accessanalyzer.Type;

namespace Orrery.Tests.Unit.Services.AccessAnalyzer;

/// <summary>Access that nobody uses, and policies made of what is used.</summary>
public sealed class UnusedTests
{
    private const string Role = "arn:aws:iam::123456789012:role/app";
    private const string User = "arn:aws:iam::123456789012:user/ann";

    private readonly Desk _desk = new(Type.AccountUnusedAccess);

    [Fact]
    public void A_role_is_unused_until_it_is_used_and_again_after_the_age()
    {
        _desk.Principals.Add(Entry(Role, CallerKind.AssumedRole));
        Assert.Empty(_desk.FindingsV2());
        _desk.Rig.Advance(TimeSpan.FromDays(90));
        var finding = Assert.Single(_desk.FindingsV2());
        Assert.Equal(
            (FindingType.UnusedIAMRole, ResourceType.AWSIAMRole, FindingStatus.Active),
            (finding.FindingType, finding.ResourceType, finding.Status));
        Use(Role, "ec2", "DescribeVpcs");
        Assert.Equal(FindingStatus.Resolved, Assert.Single(_desk.FindingsV2()).Status);
        _desk.Rig.Advance(TimeSpan.FromDays(90));
        Assert.Equal(
            Rig.Start.AddDays(90), _desk.Shown(finding.Id).FindingDetails!.Single().UnusedIamRoleDetails!.LastAccessed);
    }

    [Fact]
    public void A_page_has_at_least_one_thing()
    {
        _desk.Principals.Add(Entry(Role, CallerKind.AssumedRole));
        Assert.Equal("ValidationException", _desk.Rig.Refused(new ListAnalyzers(), new() { MaxResults = 0 }));
        Assert.Equal("ValidationException", _desk.Rig.Refused(
            new ListFindingsV2(), new() { AnalyzerArn = _desk.Arn, MaxResults = -1 }));
        Assert.Single(_desk.Rig.Run(new ListAnalyzers(), new() { MaxResults = 1 }).Analyzers!);
    }

    [Fact]
    public void Keys_passwords_services_and_actions_are_found()
    {
        _desk.Principals.Add(Entry(User, CallerKind.User, "ec2:DescribeVpcs", "ec2:RunInstances", "s3:Get*") with
        {
            Keys = [new("AKIAOLD", Rig.Start, true), new("AKIAOFF", Rig.Start, false)], PasswordSince = Rig.Start,
        });
        _desk.Rig.Advance(TimeSpan.FromDays(91));
        Use(User, "ec2", "DescribeVpcs");
        var found = _desk.FindingsV2().ToDictionary(f => f.FindingType!.Value, f => f.Id);
        Assert.Equal(
            [FindingType.UnusedIAMUserAccessKey, FindingType.UnusedIAMUserPassword, FindingType.UnusedPermission],
            found.Keys.Order());
        var key = _desk.Shown(found[FindingType.UnusedIAMUserAccessKey]).FindingDetails!.Single();
        Assert.Equal("AKIAOLD", key.UnusedIamUserAccessKeyDetails!.AccessKeyId);
        var unused = _desk.Shown(found[FindingType.UnusedPermission]).FindingDetails!
            .Select(d => d.UnusedPermissionDetails!).ToList();
        Assert.Equal(["ec2", "s3"], unused.Select(u => u.ServiceNamespace));
        Assert.Equal("RunInstances", unused[0].Actions!.Single().Action);
        Assert.Null(unused[1].Actions);
        Assert.Equal("ValidationException", Rig.Refusal(() => _desk.Findings()));
    }

    [Fact]
    public void Unused_access_is_counted_by_kind_and_account()
    {
        UnusedAccessFindingsStatistics Counted() => Assert.Single(_desk.Rig.Run(
            new GetFindingsStatistics(), new() { AnalyzerArn = _desk.Arn }).FindingsStatistics!)
            .UnusedAccessFindingsStatistics!;
        _desk.Principals.Add(Entry(Role, CallerKind.AssumedRole));
        Assert.Null(Counted().TopAccounts);
        _desk.Rig.Advance(TimeSpan.FromDays(90));
        Assert.Equal(1, Counted().TotalActiveFindings);
        var kind = Assert.Single(Counted().UnusedAccessTypeStatistics!);
        Assert.Equal(("UnusedIAMRole", 1), (kind.UnusedAccessType, kind.Total));
        var account = Assert.Single(Counted().TopAccounts!);
        Assert.Equal((Desk.Account, 1, 1), (
            account.Account, account.NumberOfActiveFindings, account.Details!["UnusedIAMRole"]));
    }

    [Fact]
    public void The_age_can_be_changed()
    {
        _desk.Principals.Add(Entry(Role, CallerKind.AssumedRole));
        _desk.Rig.Advance(TimeSpan.FromDays(10));
        Assert.Empty(_desk.FindingsV2());
        UpdateAnalyzerRequest Days(int days) => new()
        {
            AnalyzerName = "main", Configuration = new() { UnusedAccess = new() { UnusedAccessAge = days } },
        };
        Assert.Equal(7, _desk.Rig.Run(new UpdateAnalyzer(), Days(7)).Configuration!.UnusedAccess!.UnusedAccessAge);
        Assert.Single(_desk.FindingsV2());
        Assert.Equal("ValidationException", _desk.Rig.Refused(new UpdateAnalyzer(), Days(400)));
    }

    [Fact]
    public void A_policy_is_made_of_what_was_used()
    {
        _desk.Principals.Add(Entry(Role, CallerKind.AssumedRole, "ec2:*", "sqs:*"));
        Use(Role, "sqs", "SendMessage");
        Use(Role, "ec2", "DescribeVpcs");
        StartPolicyGenerationRequest Of(string arn) => new() { PolicyGenerationDetails = new() { PrincipalArn = arn } };
        Assert.Equal("ValidationException", _desk.Rig.Refused(new StartPolicyGeneration(), Of(User)));
        var id = _desk.Rig.Run(new StartPolicyGeneration(), Of(Role)).JobId;
        var made = _desk.Rig.Run(new GetGeneratedPolicy(), new() { JobId = id });
        Assert.Equal(JobStatus.Succeeded, made.JobDetails!.Status);
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ec2:DescribeVpcs"],"Resource":"*"},"""
            + """{"Effect":"Allow","Action":["sqs:SendMessage"],"Resource":"*"}]}""",
            made.GeneratedPolicyResult!.GeneratedPolicies!.Single().Policy);
        Assert.Single(
            _desk.Rig.Run(new ListPolicyGenerations(), new() { PrincipalArn = Role }).PolicyGenerations!);
        _desk.Rig.Run(new CancelPolicyGeneration(), new() { JobId = id });
        Assert.Equal("ValidationException", _desk.Rig.Refused(
            new GetGeneratedPolicy(), new GetGeneratedPolicyRequest { JobId = "none" }));
    }

    private static DirectoryEntry Entry(string arn, CallerKind kind, params string[] actions)
    {
        var document = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Resource\":\"*\",\"Action\":["
            + string.Join(',', actions.Select(a => $"\"{a}\"")) + "]}}";
        return new(new(Desk.Account, arn, "ID", "", kind), new()
        {
            PrincipalArn = arn, UserId = "ID", Policies = actions.Length == 0 ? [] : [new(arn, document)],
        })
        {
            CreatedAt = Rig.Start,
        };
    }

    private void Use(string arn, string service, string action) =>
        _desk.Uses.Add(new(_desk.Rig.Ask(call => call.Now), service, "eu-west-1", action, arn));
}
