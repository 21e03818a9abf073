using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Sets;

namespace Orrery.Tests.Unit.Engines.Policies;

/// <summary>IAM User Guide, "Findings for public and cross-account access" and "Access Analyzer policy check
/// reference".</summary>
public sealed class ExternalTests
{
    private const string Bucket = "arn:aws:s3:::bucket";

    private static readonly TrustZone Zone = new(new HashSet<string> { Ask.Account, "444455556666" }, "o-1");

    [Theory]
    [InlineData("\"*\"", "", "public")]
    [InlineData("""{"AWS":"*"}""", "", "public")]
    [InlineData("""{"AWS":"111122223333"}""", "", "")]
    [InlineData("""{"AWS":"arn:aws:iam::444455556666:role/x"}""", "", "")]
    [InlineData("""{"AWS":"arn:aws:iam::999999999999:root"}""", "", "999999999999")]
    [InlineData("""{"AWS":["111122223333","arn:aws:iam::999999999999:user/eve"]}""", "",
        "arn:aws:iam::999999999999:user/eve")]
    [InlineData("""{"Service":"cloudtrail.amazonaws.com"}""", "", "")]
    [InlineData("""{"Federated":"accounts.google.com"}""", "", "accounts.google.com")]
    [InlineData("\"*\"", """{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}""", "")]
    [InlineData("\"*\"", """{"StringEquals":{"aws:PrincipalOrgID":"o-2"}}""", "*")]
    [InlineData("\"*\"", """{"StringEquals":{"aws:PrincipalAccount":"444455556666"}}""", "")]
    [InlineData("\"*\"", """{"StringEquals":{"aws:PrincipalAccount":"999999999999"}}""", "*")]
    [InlineData("\"*\"", """{"StringNotEquals":{"aws:PrincipalAccount":"111122223333"}}""", "*")]
    [InlineData("\"*\"", """{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/*"}}""", "")]
    [InlineData("\"*\"", """{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", "*")]
    [InlineData("\"*\"", """{"Bool":{"aws:SecureTransport":"true"}}""", "*")]
    public void What_reaches_out_of_the_zone_is_found(string principal, string condition, string found)
    {
        var rest = condition.Length == 0 ? "" : $",\"Condition\":{condition}";
        var policy = Ask.Policy(
            $$"""
            {"Effect":"Allow","Principal":{{principal}},"Action":["s3:GetObject","s3:List*"],
             "Resource":["{{Bucket}}","{{Bucket}}/*"]{{rest}}}
            """);
        var findings = Find(policy);
        Assert.Equal(found, string.Join(' ', findings.Select(f => f.IsPublic ? "public" : f.Principal.Value)));
        Assert.All(findings, f => Assert.Equal(["s3:GetObject", "s3:List*"], f.Actions));
    }

    [Fact]
    public void A_denial_takes_access_away()
    {
        const string open =
            """{"Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:PutObject"],"Resource":"*"}""";
        var outside = Find(Ask.Policy(open,
            """
            {"Effect":"Deny","Principal":"*","Action":"s3:Put*","Resource":"*",
             "Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-1"}}}
            """));
        Assert.Equal(["s3:GetObject"], Assert.Single(outside).Actions);
        Assert.Empty(Find(Ask.Policy(open, """{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}""")));
    }

    [Fact]
    public void A_resource_control_policy_takes_access_away()
    {
        var perimeter = Ask.Policy("""
            {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*",
             "Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-1"},
                          "BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}
            """);
        var target = Target(Ask.Policy(
            """{"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"s3:*","Resource":"*"}"""));
        Assert.Single(ExternalAccess.Of(Bucket, target, Zone));
        var controlled = target with
        {
            Control = ControlPath.Of(new ControlLevel("r-1", Ask.Stack(
                PolicyKind.Endpoint, perimeter, Ask.Allow("*", ""","Principal":"*" """)))),
        };
        Assert.Empty(ExternalAccess.Of(Bucket, controlled, Zone));
    }

    // S3 user guide, "Delegating access control to access points": who comes through those of the zone is judged there.
    [Theory]
    [InlineData("s3:DataAccessPointAccount", "111122223333", "")]
    [InlineData("s3:DataAccessPointAccount", "999999999999", "*")]
    [InlineData("s3:DataAccessPointArn", "arn:aws:s3:eu-west-1:444455556666:accesspoint/a", "")]
    [InlineData("s3:DataAccessPointArn", "arn:aws:s3:eu-west-1:999999999999:accesspoint/a", "*")]
    public void Access_points_of_the_zone_are_judged_by_themselves(string key, string value, string found)
    {
        var findings = Find(Ask.Policy($$$"""
            {"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*",
             "Condition":{"StringEquals":{"{{{key}}}":"{{{value}}}"} } }
            """));
        Assert.Equal(found, string.Join(' ', findings.Select(f => f.Principal.Value)));
    }

    [Theory]
    [InlineData("*", "shared/*", "s3:GetObject")]
    [InlineData("shared/*", "*", "s3:GetObject")]
    [InlineData("shared/*", "own/*", "")]
    [InlineData("own/*", "own/*", "s3:GetObject")]
    public void What_is_reached_through_something_both_have_to_let_pass(string point, string bucket, string actions)
    {
        const string Point = "arn:aws:s3:eu-west-1:111122223333:accesspoint/a";
        var target = Target(Ask.Policy($$$"""
            {"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":["s3:GetObject","s3:PutObject"],
             "Resource":"{{{Point}}}/object/{{{point}}}"}
            """));
        var behind = Ask.Stack(PolicyKind.Resource, Ask.Policy($$$"""
            {"Effect":"Allow","Principal":"*","Action":"s3:Get*","Resource":"{{{Bucket}}}/{{{bucket}}}",
             "Condition":{"StringEquals":{"s3:DataAccessPointAccount":"111122223333"} } }
            """));
        var keys = new Dictionary<string, string> { ["s3:DataAccessPointAccount"] = "111122223333" };
        var found = ExternalAccess.Of(Point, target, Zone, new(Bucket, behind, keys, "/object/"));
        Assert.Equal(actions, string.Join(' ', found.SelectMany(f => f.Actions)));
        keys["s3:DataAccessPointAccount"] = "444455556666";
        Assert.Empty(ExternalAccess.Of(Point, target, Zone, new(Bucket, behind, keys, "/object/")));
    }

    private static IReadOnlyList<ExternalFinding> Find(string policy) =>
        ExternalAccess.Of(Bucket, Target(policy), Zone);

    private static ResourcePolicies Target(string policy) =>
        new(Ask.Account) { Policy = Ask.Stack(PolicyKind.Resource, policy) };
}
