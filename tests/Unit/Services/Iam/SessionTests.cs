using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Iam.Operations.UserPolicies;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>
/// Temporary credentials. Sources: STS API Reference; IAM User Guide, "Pass session tags in AWS STS".
/// </summary>
public sealed class SessionTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_role_lets_in_whom_it_trusts_until_the_session_expires()
    {
        var iam = Registry.New();
        iam.User();
        var role = iam.Role();
        var answer = iam.As(iam.Key(), new AssumeRole(), Of(role.Arn));
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/role/me", answer.AssumedRoleUser!.Arn);
        Assert.Equal($"{role.RoleId}:me", answer.AssumedRoleUser.AssumedRoleId);
        Assert.Equal(Rig.Start + Hour, answer.Credentials!.Expiration);
        Assert.Null(answer.PackedPolicySize);
        var who = Who(iam, answer.Credentials);
        Assert.Equal((CallerKind.AssumedRole, answer.AssumedRoleUser.Arn), (who.Caller.Kind, who.Caller.Arn));
        Assert.Equal(answer.AssumedRoleUser.Arn, iam.As(
            who.Caller, new GetCallerIdentity(), new GetCallerIdentityRequest()).Arn);
        Assert.Equal(role.Arn, iam.Facts(who.Caller)!.PrincipalArn);
        Assert.Equal("AccessDenied", iam.Refused(who.Caller, new GetSessionToken(), new GetSessionTokenRequest()));
        Assert.Equal(
            "Cannot call GetFederationToken with session credentials",
            Registry.Message(() => iam.As(who.Caller, new GetFederationToken(), new() { Name = "bob" })));
        iam.Run(new DeleteRole(), new() { RoleName = "role" });
        Assert.False(Who(iam, answer.Credentials).IsActive);
        iam.Rig.Advance(TimeSpan.FromHours(26));
        Assert.Null(iam.Who(answer.Credentials.AccessKeyId!));
    }

    // The trust policies are those of the IAM User Guide's examples, in short.
    [Theory]
    [InlineData("\"*\"", "", true)]
    [InlineData("""{"AWS":"123456789012"}""", "", true)]
    [InlineData("""{"AWS":"arn:aws:iam::123456789012:root"}""", "", true)]
    [InlineData("""{"AWS":"arn:aws:iam::123456789012:user/ann"}""", "", true)]
    [InlineData("""{"AWS":"210987654321"}""", "", false)]
    [InlineData("""{"Service":"ec2.amazonaws.com"}""", "", false)]
    [InlineData("\"*\"", """{"StringEquals":{"sts:ExternalId":"secret"}}""", true)]
    [InlineData("\"*\"", """{"StringEquals":{"sts:ExternalId":["other"]}}""", false)]
    [InlineData("\"*\"", """{"StringLike":{"sts:RoleSessionName":"m?"}}""", true)]
    [InlineData("\"*\"", """{"StringNotLike":{"sts:RoleSessionName":"m*"}}""", false)]
    [InlineData("\"*\"", """{"StringEquals":{"aws:PrincipalTag/team":"core"}}""", false)]
    [InlineData("\"*\"", """{"StringEqualsIfExists":{"aws:PrincipalTag/team":"core"}}""", true)]
    [InlineData("\"*\"", """{"Null":{"sts:SourceIdentity":"true"}}""", true)]
    [InlineData("\"*\"", """{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:user/a*"}}""", true)]
    [InlineData("\"*\"", """{"DateLessThan":{"aws:CurrentTime":"2025-12-31T00:00:00Z"}}""", false)]
    public void A_trust_policy_decides(string principal, string condition, bool isLetIn)
    {
        var iam = Registry.New();
        iam.User();
        var role = iam.Role(trust:
            $$"""{"Statement":{"Effect":"Allow","Principal":{{principal}},"Action":"sts:Assume*" """
            + (condition.Length > 0 ? $",\"Condition\":{condition}" : "") + "}}");
        var request = Of(role.Arn) with { ExternalId = "secret" };
        if (isLetIn) iam.As(iam.Key(), new AssumeRole(), request);
        else Assert.Equal("AccessDenied", iam.Refused(iam.Key(), new AssumeRole(), request));
    }

    [Fact]
    public void A_refusal_names_who_asked_for_what_and_a_deny_wins()
    {
        var iam = Registry.New();
        iam.User();
        var ann = iam.Key();
        var arn = iam.Role(trust: """
            {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*"},
             {"Effect":"Deny","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}]}
            """).Arn!;
        var message = "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: sts:AssumeRole on "
            + "resource: arn:aws:iam::123456789012:role/";
        Assert.Equal(message + "role", Registry.Message(() => iam.As(ann, new AssumeRole(), Of(arn))));
        Assert.Equal(message + "none", Registry.Message(
            () => iam.As(ann, new AssumeRole(), Of(arn.Replace("/role", "/none", StringComparison.Ordinal)))));
        Assert.Equal("ValidationError", iam.Refused(ann, new AssumeRole(), Of("arn:aws:iam::1:role/x-is-too-short")));
    }

    [Fact]
    public void Durations_are_the_roles_and_a_chain_lasts_an_hour()
    {
        var iam = Registry.New();
        iam.User();
        var role = iam.Role(duration: 7200);
        var other = iam.Role("other", duration: 43200);
        var ann = iam.Key();
        Assert.Equal("ValidationError", iam.Refused(
            ann, new AssumeRole(), Of(role.Arn) with { DurationSeconds = 7201 }));
        var first = iam.As(ann, new AssumeRole(), Of(role.Arn) with { DurationSeconds = 7200 });
        Assert.Equal(Rig.Start + (2 * Hour), first.Credentials!.Expiration);
        var session = Who(iam, first.Credentials).Caller;
        Assert.Equal("ValidationError", iam.Refused(
            session, new AssumeRole(), Of(other.Arn) with { DurationSeconds = 3601 }));
        iam.As(session, new AssumeRole(), Of(other.Arn) with { DurationSeconds = 3600 });
    }

    [Fact]
    public void Transitive_tags_and_the_source_identity_go_through_a_chain()
    {
        var iam = Registry.New();
        iam.User();
        var (first, second) = (iam.Role(), iam.Role("second"));
        var opened = iam.As(iam.Key(), new AssumeRole(), Of(first.Arn) with
        {
            Tags = [new() { Key = "team", Value = "core" }, new() { Key = "job", Value = "x" }],
            TransitiveTagKeys = ["team"],
            SourceIdentity = "ann",
        });
        Assert.Equal("ann", opened.SourceIdentity);
        Assert.Equal(1, opened.PackedPolicySize);
        var session = Who(iam, opened.Credentials).Caller;
        var next = iam.As(session, new AssumeRole(), Of(second.Arn));
        Assert.Equal("ann", next.SourceIdentity);
        var facts = iam.Facts(Who(iam, next.Credentials).Caller)!;
        Assert.Equal(("core", false, "ann"), (facts.Tags["TEAM"], facts.Tags.ContainsKey("job"), facts.SourceIdentity));
        Assert.Equal("AccessDenied", iam.Refused(
            session, new AssumeRole(), Of(second.Arn) with { SourceIdentity = "b" }));
        Assert.Equal("ValidationError", iam.Refused(session, new AssumeRole(), Of(second.Arn) with
        {
            Tags = [new() { Key = "Team", Value = "other" }],
        }));
        Assert.Equal("ValidationError", iam.Refused(session, new AssumeRole(), Of(second.Arn) with
        {
            TransitiveTagKeys = ["none"],
        }));
        Assert.Equal("ValidationError", iam.Rig.Refused(new AssumeRole(), Of(first.Arn) with
        {
            Tags = [new() { Key = "AWS:team", Value = "core" }],
        }));
        Assert.Equal("ValidationError", iam.Rig.Refused(new GetFederationToken(), new()
        {
            Name = "bob", Tags = [new() { Key = "aws:team", Value = "core" }],
        }));
        var plain = iam.Role("plain", """
            {"Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}}
            """);
        Assert.Contains("sts:TagSession", Registry.Message(() => iam.As(iam.Key(), new AssumeRole(), Of(plain.Arn) with
        {
            Tags = [new() { Key = "a", Value = "b" }],
        })), StringComparison.Ordinal);
        Assert.Contains("sts:SetSourceIdentity", Registry.Message(
            () => iam.Run(new AssumeRole(), Of(plain.Arn) with { SourceIdentity = "x" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Session_policies_are_checked_and_kept_for_who_decides()
    {
        var iam = Registry.New();
        iam.User();
        var ann = iam.Key();
        var (arn, policy) = (iam.Role().Arn, iam.Policy().Arn);
        Assert.Equal("MalformedPolicyDocument", iam.Refused(ann, new AssumeRole(), Of(arn) with { Policy = "{}" }));
        Assert.Equal("MalformedPolicyDocument", iam.Refused(ann, new AssumeRole(), Of(arn) with
        {
            PolicyArns = [new() { Arn = policy + "x" }],
        }));
        var large = Registry.Over(2048);
        Assert.Equal("PackedPolicyTooLarge", iam.Refused(ann, new AssumeRole(), Of(arn) with { Policy = large }));
        var opened = iam.As(ann, new AssumeRole(), Of(arn) with
        {
            Policy = Registry.Open, PolicyArns = [new() { Arn = policy }],
        });
        Assert.InRange(opened.PackedPolicySize!.Value, 1, 10);
        var facts = iam.Facts(Who(iam, opened.Credentials).Caller)!;
        Assert.Equal([Registry.Open, Registry.Open], facts.SessionPolicies!.Select(p => p.Document));
        Assert.Empty(facts.Policies);
        Assert.Null(facts.Boundary);
        Assert.Equal("ValidationError", iam.Refused(ann, new AssumeRole(), Of(arn) with
        {
            ProvidedContexts = [new() { ProviderArn = "arn:aws:iam::aws:contextProvider/IdentityCenter" }],
        }));
    }

    [Fact]
    public void A_federated_user_is_no_more_than_who_vouches_for_it()
    {
        var iam = Registry.New();
        iam.User();
        iam.Run(new PutUserPolicy(), new() { UserName = "ann", PolicyName = "p", PolicyDocument = Registry.Open });
        var ann = iam.Key();
        var answer = iam.As(ann, new GetFederationToken(), new()
        {
            Name = "bob", Policy = Registry.Open, Tags = [new() { Key = "a", Value = "b" }],
        });
        Assert.Equal("arn:aws:sts::123456789012:federated-user/bob", answer.FederatedUser!.Arn);
        Assert.Equal("123456789012:bob", answer.FederatedUser.FederatedUserId);
        Assert.Equal(Rig.Start + (12 * Hour), answer.Credentials!.Expiration);
        var who = Who(iam, answer.Credentials).Caller;
        Assert.Equal(CallerKind.FederatedUser, who.Kind);
        var facts = iam.Facts(who)!;
        Assert.Equal((answer.FederatedUser.Arn, "b", 1, 1), (
            facts.PrincipalArn, facts.Tags["a"], facts.Policies.Count, facts.SessionPolicies!.Count));
        var root = iam.Run(new GetFederationToken(), new() { Name = "bob" });
        Assert.Equal(Rig.Start + Hour, root.Credentials!.Expiration);
        var mine = iam.As(ann, new GetSessionToken(), new() { DurationSeconds = 900 });
        var again = iam.Facts(Who(iam, mine.Credentials).Caller)!;
        Assert.Equal(("ann", null, 1), (again.UserName, again.SessionPolicies, again.Policies.Count));
    }

    [Fact]
    public void A_service_gets_credentials_of_a_role_that_trusts_it()
    {
        var iam = Registry.New();
        iam.Role("ec2", """
            {"Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}
            """);
        RoleCredentials? Open(string role, string service) => iam.Rig.Do(call => call.Port<IRoleSessions>().Open(
            call, $"arn:aws:iam::123456789012:role/{role}", service, "i-1", 6 * Hour));
        Assert.Null(Open("ec2", "lambda.amazonaws.com"));
        Assert.Null(Open("none", "ec2.amazonaws.com"));
        var credentials = Open("ec2", "ec2.amazonaws.com")!;
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/ec2/i-1", iam.Who(credentials.AccessKeyId)!.Caller.Arn);
    }

    [Fact]
    public void An_authorization_message_opens_as_it_was_sealed_and_nothing_else_does()
    {
        var iam = Registry.New();
        var message = new AuthorizationMessage(
            "AIDA1", "arn:aws:iam::123456789012:user/ann", "ec2:RunInstances", "*", ExplicitDeny: true)
        {
            Conditions = new Dictionary<string, IReadOnlyList<string>> { ["aws:Region"] = ["eu-west-1"] },
            Statements =
            [
                new("S", ["ec2:Run*"], ["*"], [new("ec2:InstanceType", ["t3.micro", "t3.small"])]),
                new("", ["s3:*"], ["*"], []) { IsNotAction = true },
            ],
        };
        var text = message.Seal();
        var opened = iam.Run(new DecodeAuthorizationMessage(), new() { EncodedMessage = text }).DecodedMessage!;
        // The shape: IAM User Guide, "Use DecodeAuthorizationMessage with a CLI".
        Assert.StartsWith("""
            {"allowed":false,"explicitDeny":true,"matchedStatements":{"items":[{"statementId":"S","effect":"DENY",
            "principals":{"items":[{"value":"AIDA1"}]},"principalGroups":{"items":[]},
            "actions":{"items":[{"value":"ec2:Run*"}]},"resources":{"items":[{"value":"*"}]},
            "conditions":{"items":[{"key":"ec2:InstanceType","values":{"items":[{"value":"t3.micro"},
            {"value":"t3.small"}]}}]}},{"statementId":"","effect":"DENY","principals":{"items":[{"value":"AIDA1"}]},
            "principalGroups":{"items":[]},"notActions":{"items":[{"value":"s3:*"}]},
            """.ReplaceLineEndings(""), opened, StringComparison.Ordinal);
        Assert.Contains(""","failures":{"items":[]},"context":{"principal":{"id":"AIDA1",""", opened);
        Assert.Contains("ec2:RunInstances", opened, StringComparison.Ordinal);
        foreach (var wrong in (string[])["", "no message", text[..^4], "A" + text])
        {
            Assert.Equal("InvalidAuthorizationMessageException", iam.Rig.Refused(
                new DecodeAuthorizationMessage(), new DecodeAuthorizationMessageRequest { EncodedMessage = wrong }));
        }
    }

    private static AssumeRoleRequest Of(string? arn) => new() { RoleArn = arn, RoleSessionName = "me" };

    private static Contracts.Principal Who(Registry iam, Credentials? credentials) =>
        iam.Who(credentials!.AccessKeyId!)!;
}
