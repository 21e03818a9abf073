using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Tests.Unit.Engines.Policies;

/// <summary>IAM User Guide, "Policy evaluation logic" and the pages named at the tests.</summary>
public sealed class EvaluationTests
{
    private const string Object = "arn:aws:s3:::bucket/key";

    // "How AWS enforcement code logic evaluates requests": resource-based policies and implicit denies in other policy
    // types, same account. A role's and a session's boundary and session policy do not allow where the row says no.
    [Theory]
    [InlineData("session", "role", true, true, true)]
    [InlineData("session", "role", false, true, false)]
    [InlineData("session", "role", true, false, false)]
    [InlineData("session", "session", false, false, true)]
    [InlineData("session", "*", false, false, true)]
    [InlineData("session", "account", true, true, false)]
    [InlineData("user", "user", false, true, true)]
    [InlineData("user", "account", true, true, false)]
    [InlineData("federated", "user", false, true, false)]
    [InlineData("federated", "user", true, true, true)]
    [InlineData("federated", "federated", false, false, true)]
    [InlineData("root", "root", true, true, true)]
    [InlineData("service", "service", true, true, true)]
    public void A_resource_grants_to_whom_it_names(
        string who, string named, bool boundary, bool session, bool isAllowed)
    {
        var policy = $$"""{"Effect":"Allow","Principal":{{Named(named)}},"Action":"s3:GetObject","Resource":"*"}""";
        var request = Ask.Request("s3:GetObject", Object);
        request = request with
        {
            Requester = Who(who),
            Principal = new(PolicyStack.Empty)
            {
                Boundary = Ask.Stack(PolicyKind.Boundary, Ask.Allow(boundary ? "s3:*" : "ec2:*")),
                Session = Ask.Stack(PolicyKind.Session, Ask.Allow(session ? "s3:*" : "ec2:*")),
            },
            Target = new(Ask.Account) { Policy = Ask.Stack(PolicyKind.Resource, Ask.Policy(policy)) },
        };
        Assert.Equal(isAllowed, Evaluator.Decide(request).IsAllowed);
    }

    // "Permissions boundaries for IAM entities": the intersection with identity policies.
    [Theory]
    [InlineData("s3:*", "s3:*", null, true, PolicyLayer.Identity)]
    [InlineData("s3:*", "ec2:*", null, false, PolicyLayer.Boundary)]
    [InlineData("ec2:*", "s3:*", null, false, PolicyLayer.Identity)]
    [InlineData("s3:*", null, "s3:Get*", true, PolicyLayer.Identity)]
    [InlineData("s3:*", null, "s3:Put*", false, PolicyLayer.Session)]
    [InlineData("s3:*", "s3:*", "ec2:*", false, PolicyLayer.Session)]
    public void Boundaries_and_session_policies_only_limit(
        string identity, string? boundary, string? session, bool isAllowed, PolicyLayer layer)
    {
        var request = Ask.Request("s3:GetObject", Object) with
        {
            Principal = new(Ask.Stack(PolicyKind.Identity, Ask.Allow(identity)))
            {
                Boundary = boundary is null ? null : Ask.Stack(PolicyKind.Boundary, Ask.Allow(boundary)),
                Session = session is null ? null : Ask.Stack(PolicyKind.Session, Ask.Allow(session)),
            },
        };
        var verdict = Evaluator.Decide(request);
        Assert.Equal((isAllowed, layer), (verdict.IsAllowed, verdict.Layer));
    }

    // "Cross-account policy evaluation logic": both sides have to allow.
    [Theory]
    [InlineData(true, "user", true)]
    [InlineData(true, "account", true)]
    [InlineData(true, "*", true)]
    [InlineData(true, null, false)]
    [InlineData(false, "user", false)]
    [InlineData(false, "*", false)]
    public void Across_accounts_both_sides_have_to_allow(bool identity, string? named, bool isAllowed)
    {
        var policy = named is null
            ? null
            : Ask.Policy($$"""{"Effect":"Allow","Principal":{{Named(named)}},"Action":"s3:*","Resource":"*"}""");
        var request = Ask.Request("s3:GetObject", Object, identity ? Ask.Allow("s3:*") : null) with
        {
            Target = new("999999999999") { Policy = policy is null ? null : Ask.Stack(PolicyKind.Resource, policy) },
        };
        Assert.Equal(isAllowed, Evaluator.Decide(request).IsAllowed);
    }

    // "…the resource-based policy must allow": role trust policies and KMS key policies.
    [Theory]
    [InlineData("account", true, true)]
    [InlineData("account", false, false)]
    [InlineData("user", false, true)]
    [InlineData(null, true, false)]
    public void A_key_or_a_role_has_to_allow_itself(string? named, bool identity, bool isAllowed)
    {
        var policy = named is null
            ? Ask.Policy("""{"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"kms:*","Resource":"*"}""")
            : Ask.Policy($$"""{"Effect":"Allow","Principal":{{Named(named)}},"Action":"kms:*","Resource":"*"}""");
        var request = Ask.Request("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/k",
            identity ? Ask.Allow("kms:*") : null) with
        {
            Target = new(Ask.Account) { MustAllow = true, Policy = Ask.Stack(PolicyKind.Key, policy) },
        };
        Assert.Equal(isAllowed, Evaluator.Decide(request).IsAllowed);
    }

    // Organizations User Guide, "SCP evaluation": every level has to allow; service-linked roles and services are free.
    [Theory]
    [InlineData("s3:*", "s3:*", "user", true)]
    [InlineData("s3:*", "ec2:*", "user", false)]
    [InlineData("ec2:*", "s3:*", "user", false)]
    [InlineData("s3:*", "ec2:*", "root", false)]
    [InlineData("s3:*", "ec2:*", "linked", true)]
    public void Every_level_of_an_organization_has_to_allow(string root, string unit, string who, bool isAllowed)
    {
        var request = Ask.Request("s3:GetObject", Object) with
        {
            Requester = who == "linked" ? Who("session") with { IsServiceLinked = true } : Who(who),
            Principal = new(Ask.Stack(PolicyKind.Identity, Ask.Allow("s3:*")))
            {
                Control = Ask.Path(Ask.Allow(root), Ask.Allow(unit)),
            },
        };
        var verdict = Evaluator.Decide(request);
        Assert.Equal(isAllowed, verdict.IsAllowed);
        if (!isAllowed) Assert.Equal(root == "ec2:*" ? "level0" : "level1", verdict.Level?.Id);
    }

    [Theory]
    [InlineData(PolicyLayer.ServiceControl)]
    [InlineData(PolicyLayer.ResourceControl)]
    [InlineData(PolicyLayer.Endpoint)]
    [InlineData(PolicyLayer.Resource)]
    [InlineData(PolicyLayer.Identity)]
    [InlineData(PolicyLayer.Boundary)]
    [InlineData(PolicyLayer.Session)]
    public void A_denial_of_any_kind_wins_over_everything_that_allows(PolicyLayer layer)
    {
        var all = Ask.Allow("*");
        string Of(PolicyLayer one) => one == layer ? Ask.Deny("s3:*", Rest(one)) : Ask.Allow("*", Rest(one));
        static string Rest(PolicyLayer one) =>
            one is PolicyLayer.Resource or PolicyLayer.Endpoint ? ""","Principal":"*" """ : "";
        var control = Of(PolicyLayer.ResourceControl);
        var request = new AccessRequest
        {
            Requester = Who("user"),
            Action = ActionName.Of("s3:GetObject"),
            Resource = new(Object),
            Context = RequestContext.Empty,
            Principal = new(Ask.Stack(PolicyKind.Identity, all, Of(PolicyLayer.Identity)))
            {
                Boundary = Ask.Stack(PolicyKind.Boundary, all, Of(PolicyLayer.Boundary)),
                Session = Ask.Stack(PolicyKind.Session, all, Of(PolicyLayer.Session)),
                Control = ControlPath.Of(new ControlLevel(
                    "r-1", Ask.Stack(PolicyKind.ServiceControl, all, Of(PolicyLayer.ServiceControl)))),
            },
            Target = new(Ask.Account)
            {
                Policy = Ask.Stack(PolicyKind.Resource, Of(PolicyLayer.Resource)),
                Control = ControlPath.Of(new ControlLevel("r-1", Ask.Stack(PolicyKind.ServiceControl, all, control))),
            },
            Endpoint = Ask.Stack(PolicyKind.Endpoint, Of(PolicyLayer.Endpoint)),
        };
        var verdict = Evaluator.Decide(request);
        Assert.Equal((Outcome.ExplicitDeny, layer), (verdict.Outcome, verdict.Layer));
        Assert.Equal(Effect.Deny, verdict.Rule?.Statement.Effect);
    }

    // "AWS JSON policy elements: NotPrincipal": the example with the user Bob and his account.
    [Theory]
    [InlineData("arn:aws:iam::444455556666:user/Bob", true)]
    [InlineData("arn:aws:iam::444455556666:user/Eve", false)]
    [InlineData("arn:aws:iam::111122223333:user/Bob", false)]
    public void NotPrincipal_denies_everybody_else(string who, bool isAllowed)
    {
        var policy = Ask.Policy(
            """{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}""",
            """
            {"Effect":"Deny","Action":"s3:*","Resource":"*","NotPrincipal":{"AWS":[
              "arn:aws:iam::444455556666:user/Bob","arn:aws:iam::444455556666:root"]}}
            """);
        var request = Ask.Request("s3:GetObject", Object, Ask.Allow("s3:*"), policy) with
        {
            Requester = Requester.User(who),
        };
        Assert.Equal(isAllowed, Evaluator.Decide(request).IsAllowed);
    }

    [Fact]
    public void Nobody_is_granted_only_what_everybody_is()
    {
        var open = Ask.Policy("""{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}""");
        var request = Ask.Request("s3:GetObject", Object, Ask.Allow("*"), open)
            with { Requester = Requester.Anonymous };
        Assert.True(Evaluator.Decide(request).IsAllowed);
        Assert.False(Evaluator.Decide(request with { Action = ActionName.Of("s3:PutObject") }).IsAllowed);
    }

    // "IAM JSON policy elements: Resource": parts are matched one by one, missing ones are stars.
    [Theory]
    [InlineData("arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket/a/b:c", true)]
    [InlineData("arn:aws:s3:::bucket/*", "arn:aws:s3:::Bucket/a", false)]
    [InlineData("arn:aws:sqs:*", "arn:aws:sqs:eu-west-1:1:q", true)]
    [InlineData("arn:aws:sqs:*:q", "arn:aws:sqs:eu-west-1:1:q", false)]
    [InlineData("arn:aws:sqs:*:*:q?", "arn:aws:sqs:eu-west-1:1:q1", true)]
    [InlineData("arn:aws:s3:::home/${aws:username}/*", "arn:aws:s3:::home/alice/x", true)]
    [InlineData("arn:aws:s3:::home/${aws:none}/*", "arn:aws:s3:::home/alice/x", false)]
    [InlineData("*", "*", true)]
    [InlineData("arn:aws:s3:::*", "*", false)]
    public void Resources_match_part_by_part(string pattern, string resource, bool isAllowed)
    {
        var policy = Ask.Policy($$"""{"Effect":"Allow","Action":"*","Resource":"{{pattern}}"}""");
        var context = RequestContext.Of(("aws:username", "alice"));
        Assert.Equal(isAllowed, Evaluator.Decide(Ask.Request("a:B", resource, policy, null, context)).IsAllowed);
    }

    private static Requester Who(string who) => who switch
    {
        "session" => Requester.Session(Ask.Session, Ask.Role),
        "federated" => Requester.FederatedUser($"arn:aws:sts::{Ask.Account}:federated-user/alice", Ask.Alice),
        "root" => Requester.Root(Ask.Account),
        "service" => Requester.Service("sns.amazonaws.com"),
        _ => Requester.User(Ask.Alice),
    };

    private static string Named(string named) => named switch
    {
        "*" => "\"*\"",
        "service" => """{"Service":"sns.amazonaws.com"}""",
        _ => $$"""{"AWS":"{{named switch
        {
            "role" => Ask.Role,
            "session" => Ask.Session,
            "federated" => $"arn:aws:sts::{Ask.Account}:federated-user/alice",
            "user" => Ask.Alice,
            _ => $"arn:aws:iam::{Ask.Account}:root",
        }}}"}""",
    };
}
