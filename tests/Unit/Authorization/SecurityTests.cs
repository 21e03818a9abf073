using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Services.Iam.Operations.AccessKeys;
using Orrery.Services.Iam.Operations.ManagedPolicies;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Iam.Operations.UserPolicies;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.SecretsManager.Operations.Lifecycle;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Kms;
using Orrery.Wire.Generated.Secretsmanager;
using Orrery.Wire.Generated.Sns;
using Orrery.Wire.Generated.Sqs;
using Orrery.Wire.Generated.Sts;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// What must not pass: revoked sessions, deputies that are confused, other accounts, wildcards where principals stand.
/// Tampered signatures, skewed clocks and expired keys are refused before the guard: <c>TamperTests</c>,
/// <c>CallerRulesTests</c>. Sources: IAM User Guide, "Revoking IAM role temporary security credentials", "The confused
/// deputy problem", "Cross-account policy evaluation logic", "AWS JSON policy elements: Principal".
/// </summary>
public sealed class SecurityTests
{
    private const string Other = "999988887777";

    private readonly GuardRig _rig = GuardRig.New();

    private Rig Rig => _rig.Rig;

    [Fact]
    public void Sessions_from_before_a_revocation_may_nothing_and_later_ones_may()
    {
        Role("""{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}""");
        var before = Assume();
        Assert.True(MayList(before));
        Rig.Advance(TimeSpan.FromMinutes(1));
        Rig.Run(new PutRolePolicy(), new()
        {
            RoleName = "r",
            PolicyName = "AWSRevokeOlderSessions",
            PolicyDocument = GuardRig.Policy("""
                {"Effect":"Deny","Action":"*","Resource":"*",
                 "Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-01-01T00:01:00Z"} } }
                """),
        });
        Assert.False(MayList(before));
        Assert.True(MayList(Assume()));
    }

    [Fact]
    public void Sessions_of_a_role_that_is_gone_are_nobody()
    {
        Role("""{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}""");
        var session = Assume();
        Rig.Run(new DeleteRolePolicy(), new() { RoleName = "r", PolicyName = "own" });
        Assert.False(MayList(session));
        Rig.Run(new DeleteRole(), new() { RoleName = "r" });
        Assert.False(MayList(session));
    }

    [Theory]
    [InlineData("one", null)]
    [InlineData("two", "AccessDenied")]
    [InlineData(null, "AccessDenied")]
    public void A_deputy_gets_the_role_of_a_customer_only_with_that_customers_external_id(string? id, string? code)
    {
        Role($$"""
            {"Effect":"Allow","Principal":{"AWS":"{{Other}}"},"Action":"sts:AssumeRole",
             "Condition":{"StringEquals":{"sts:ExternalId":"one"} } }
            """);
        var deputy = _rig.User("deputy", GuardRig.Allow("sts:AssumeRole"), Other);
        AssumeRoleRequest request = new()
        {
            RoleArn = "arn:aws:iam::123456789012:role/r", RoleSessionName = "me", ExternalId = id,
        };
        Assert.Equal(code, _rig.Refusal(deputy, "sts", "AssumeRole", request)?.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whoever_may_everything_in_another_account_may_nothing_here(bool isRoot)
    {
        var mallory = isRoot ? Caller.Root(Other) : _rig.User("mallory", GuardRig.Allow("*"), Other);
        var queue = Rig.Run(new CreateQueue(), new() { QueueName = "q" }).QueueUrl!;
        var topic = Rig.Run(new CreateTopic(), new() { Name = "t" }).TopicArn!;
        var key = Rig.Run(new CreateKey(), new()).KeyMetadata!.Arn!;
        var secret = Rig.Run(new CreateSecret(), new() { Name = "s", SecretString = "x" }).ARN!;
        Role("""{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}""");
        (string Service, string Operation, IShape Request)[] asked =
        [
            ("sqs", "SendMessage", new SendMessageRequest { QueueUrl = queue, MessageBody = "x" }),
            ("sqs", "ReceiveMessage", new ReceiveMessageRequest { QueueUrl = queue }),
            ("sns", "Publish", new PublishRequest { TopicArn = topic, Message = "x" }),
            ("sns", "SetTopicAttributes", new SetTopicAttributesRequest { TopicArn = topic, AttributeName = "Policy" }),
            ("kms", "Encrypt", new EncryptRequest { KeyId = key }),
            ("kms", "CreateGrant", new CreateGrantRequest { KeyId = key, GranteePrincipal = mallory.Arn }),
            ("secretsmanager", "GetSecretValue", new GetSecretValueRequest { SecretId = secret }),
        ];
        Assert.All(asked, a => Assert.False(_rig.May(mallory, a.Service, a.Operation, a.Request), a.Operation));
        var owner = Caller.Root(GuardRig.Account);
        Assert.All(asked, a => Assert.True(_rig.May(owner, a.Service, a.Operation, a.Request), a.Operation));
        AssumeRoleRequest assume = new()
        {
            RoleArn = "arn:aws:iam::123456789012:role/r", RoleSessionName = "me",
        };
        Assert.Equal("AccessDenied", Rig.In("eu-west-1", Other).Refused(new AssumeRole(), assume));
        if (!isRoot) Assert.False(_rig.May(mallory, "sts", "AssumeRole", assume));
    }

    [Fact]
    public void The_root_user_of_another_account_may_what_a_policy_lets_it()
    {
        var queue = Rig.Run(new CreateQueue(), new()
        {
            QueueName = "q",
            Attributes = new Dictionary<string, string>
            {
                ["Policy"] = GuardRig.Policy($$"""
                    {"Effect":"Allow","Principal":{"AWS":"{{Other}}"},"Action":"sqs:SendMessage","Resource":"*"}
                    """),
            },
        }).QueueUrl!;
        var guest = Caller.Root(Other);
        Assert.True(_rig.May(guest, "sqs", "SendMessage", new SendMessageRequest { QueueUrl = queue }));
        Assert.False(_rig.May(guest, "sqs", "ReceiveMessage", new ReceiveMessageRequest { QueueUrl = queue }));
    }

    [Fact]
    public void A_policy_beyond_its_quota_is_refused_and_changes_nothing()
    {
        Rig.Run(new CreateUser(), new() { UserName = "ann" });
        var actions = string.Join(',', Enumerable.Range(0, 600).Select(i => $"\"sqs:Action{i}\""));
        var large = GuardRig.Policy($$"""{"Effect":"Allow","Action":[{{actions}}],"Resource":"*"}""");
        Assert.Equal("LimitExceeded", Rig.Refused(
            new PutUserPolicy(), new() { UserName = "ann", PolicyName = "p", PolicyDocument = large }));
        Assert.Empty(Rig.Run(new ListUserPolicies(), new() { UserName = "ann" }).PolicyNames!);
        Assert.Equal("LimitExceeded", Rig.Refused(
            new CreatePolicy(), new() { PolicyName = "p", PolicyDocument = large }));
    }

    [Fact]
    public void A_key_that_is_switched_off_or_gone_is_nobodys()
    {
        var ann = _rig.User("ann", GuardRig.Allow("sqs:*"));
        Rig.Run(new UpdateAccessKey(), new()
        {
            UserName = "ann", AccessKeyId = ann.AccessKeyId, Status = Orrery.Wire.Generated.Iam.StatusType.Inactive,
        });
        Assert.False(Rig.Ask(call => call.Port<IPrincipals>().Find(call, ann.AccessKeyId))!.IsActive);
        Rig.Run(new DeleteAccessKey(), new() { UserName = "ann", AccessKeyId = ann.AccessKeyId });
        Assert.Null(Rig.Ask(call => call.Port<IPrincipals>().Find(call, ann.AccessKeyId)));
    }

    [Theory]
    [InlineData("""{"AWS":"arn:aws:iam::123456789012:user/*"}""")]
    [InlineData("""{"AWS":"arn:aws:iam::*:root"}""")]
    [InlineData("""{"AWS":"arn:aws:iam::12345678901?:user/ann"}""")]
    [InlineData("""{"AWS":"123456789012*"}""")]
    public void Part_of_a_principal_is_no_wildcard_so_such_policies_are_refused(string principal) =>
        Assert.Equal("MalformedPolicyDocument", Rig.Refusal(() => Role($$"""
            {"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"}
            """)));

    [Fact]
    public void A_policy_of_wildcards_that_would_send_a_backtracking_matcher_astray_decides_at_once()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 200)) + "b";
        var ann = _rig.User("ann", GuardRig.Allow("sqs:SendMessage", $"arn:aws:sqs:*:*:{pattern}"));
        Rig.Run(new CreateQueue(), new() { QueueName = new string('a', 80) });
        var url = $"http://localhost/123456789012/{new string('a', 80)}";
        for (var times = 0; times < 200; times++)
        {
            SendMessageRequest request = new() { QueueUrl = url, MessageBody = "x" };
            Assert.False(_rig.May(ann, "sqs", "SendMessage", request));
        }
    }

    private object Role(string trust)
    {
        Rig.Run(new CreateRole(), new() { RoleName = "r", AssumeRolePolicyDocument = GuardRig.Policy(trust) });
        return Rig.Run(new PutRolePolicy(), new()
        {
            RoleName = "r", PolicyName = "own", PolicyDocument = GuardRig.Policy(GuardRig.Allow("sqs:*")),
        });
    }

    private Caller Assume()
    {
        var key = Rig.Run(new AssumeRole(), new()
        {
            RoleArn = "arn:aws:iam::123456789012:role/r", RoleSessionName = "me",
        }).Credentials!.AccessKeyId!;
        return Rig.Ask(call => call.Port<IPrincipals>().Find(call, key))!.Caller;
    }

    private bool MayList(Caller who) => _rig.May(who, "sqs", "ListQueues", new ListQueuesRequest());
}
