using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Orrery.Contracts;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Iam.Operations.Federation;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Iam.Operations.Simulations;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Iam.Operations.UserPolicies;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Services.Kms.Operations.Grants;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Organizations.Operations.Accounts;
using Orrery.Services.Organizations.Operations.Organization;
using Orrery.Services.Organizations.Operations.Policies;
using Orrery.Services.Organizations.Operations.Roots;
using Orrery.Services.Organizations.Operations.Units;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Ec2;
using Orrery.Wire.Generated.Kms;
using Orrery.Wire.Generated.Organizations;
using Orrery.Wire.Generated.Sqs;
using Orrery.Wire.Generated.Sts;
using Decision = Orrery.Wire.Generated.Iam.PolicyEvaluationDecisionType;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Control policies limit the accounts of an organization. Source: Organizations User Guide, "SCP evaluation", "RCP
/// evaluation", "Service control policies": they touch root users of member accounts too, and nobody in the management
/// account.
/// </summary>
public sealed class ControlTests
{
    private const string Full = "p-FullAWSAccess";

    private readonly GuardRig _rig = GuardRig.New();
    private readonly string _root;
    private readonly string _member;

    public ControlTests()
    {
        Rig.Run(new CreateOrganization(), new());
        _root = Rig.Run(new ListRoots(), new()).Roots![0].Id!;
        Enable(PolicyType.ServiceControlPolicy);
        _member = NewAccount("dev");
    }

    private Rig Rig => _rig.Rig;

    private Caller MemberRoot => Caller.Root(_member, _member);

    [Fact]
    public void A_root_user_of_a_member_account_is_denied_what_a_control_policy_denies()
    {
        Assert.True(May(MemberRoot));
        var policy = Attach(_member, Deny("ec2:Describe*"));
        var refusal = _rig.Refusal(MemberRoot, "ec2", "DescribeVpcs", new DescribeVpcsRequest())!;
        Assert.Equal("UnauthorizedOperation", refusal.Code);
        Assert.Matches(
            "explicit deny in a service control policy: "
            + $"arn:aws:organizations::123456789012:policy/o-[a-z0-9]+/service_control_policy/{policy}$",
            refusal.Message);
        Assert.True(_rig.May(MemberRoot, "ec2", "CreateVpc", new CreateVpcRequest { CidrBlock = "10.0.0.0/16" }));
        Rig.Run(new DetachPolicy(), new() { PolicyId = policy, TargetId = _member });
        Assert.True(May(MemberRoot));
    }

    [Fact]
    public void The_management_account_is_never_limited()
    {
        Attach(_root, Deny("*"));
        Assert.True(May(Caller.Root(GuardRig.Account, "test")));
        Assert.True(May(_rig.User("ann", GuardRig.Allow("ec2:*"))));
        Assert.False(May(MemberRoot));
        Assert.True(May(Caller.Root("999988887777", "999988887777")));
    }

    [Fact]
    public void Each_level_has_to_allow()
    {
        var unit = Rig.Run(new CreateOrganizationalUnit(), new() { ParentId = _root, Name = "u" })
            .OrganizationalUnit!.Id!;
        Rig.Run(
            new MoveAccount(), new() { AccountId = _member, SourceParentId = _root, DestinationParentId = unit });
        Attach(unit, """{"Effect":"Allow","Action":"sqs:*","Resource":"*"}""");
        Assert.True(May(MemberRoot));
        Rig.Run(new DetachPolicy(), new() { PolicyId = Full, TargetId = unit });
        Assert.False(May(MemberRoot));
        Assert.True(_rig.May(MemberRoot, "sqs", "ListQueues", new ListQueuesRequest()));
        Rig.Run(
            new MoveAccount(), new() { AccountId = _member, SourceParentId = unit, DestinationParentId = _root });
        Assert.True(May(MemberRoot));
    }

    [Fact]
    public void A_new_account_is_entered_by_its_role_which_control_policies_limit_too()
    {
        var session = Rig.Run(new AssumeRole(), new()
        {
            RoleArn = $"arn:aws:iam::{_member}:role/OrganizationAccountAccessRole", RoleSessionName = "me",
        });
        var caller = CallerOf(session.Credentials!.AccessKeyId!);
        Assert.True(May(caller));
        Attach(_root, Deny("ec2:*"));
        Assert.False(May(caller));
    }

    [Fact]
    public void Resource_control_policies_limit_who_uses_the_queues_of_an_account()
    {
        Enable(PolicyType.ResourceControlPolicy);
        var queue = Rig.In("eu-west-1", _member).Run(new CreateQueue(), new()
        {
            QueueName = "q",
            Attributes = new Dictionary<string, string>
            {
                ["Policy"] = GuardRig.Policy($$"""
                    {"Effect":"Allow","Principal":{"AWS":"{{GuardRig.Account}}"},"Action":"sqs:*","Resource":"*"}
                    """),
            },
        }).QueueUrl!;
        var send = new SendMessageRequest { QueueUrl = queue, MessageBody = "x" };
        Assert.True(_rig.May(MemberRoot, "sqs", "SendMessage", send));
        Attach(_member, $$"""
            {"Effect":"Deny","Principal":"*","Action":"sqs:SendMessage","Resource":"*",
             "Condition":{"StringNotEquals":{"aws:PrincipalAccount":"{{GuardRig.Account}}"} } }
            """, PolicyType.ResourceControlPolicy);
        var refusal = _rig.Refusal(MemberRoot, "sqs", "SendMessage", send)!;
        Assert.Contains("explicit deny in a resource control policy", refusal.Message);
        Assert.True(_rig.May(Caller.Root(GuardRig.Account, "test"), "sqs", "SendMessage", send));
        Assert.True(_rig.May(MemberRoot, "sqs", "ReceiveMessage", new ReceiveMessageRequest { QueueUrl = queue }));
    }

    [Fact]
    public void Resource_control_policies_hold_services_back_from_being_confused_deputies()
    {
        Enable(PolicyType.ResourceControlPolicy);
        var organization = Rig.Run(new DescribeOrganization(), new()).Organization!.Id!;
        var queue = Rig.In("eu-west-1", _member).Run(new CreateQueue(), new()
        {
            QueueName = "q",
            Attributes = new Dictionary<string, string>
            {
                ["Policy"] = GuardRig.Policy("""
                    {"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage",
                     "Resource":"*"}
                    """),
            },
        });
        bool May(string account) => Rig.Ask(call => Destinations.Obstacle(call, new(
            $"arn:aws:sqs:eu-west-1:{_member}:q", "events.amazonaws.com",
            $"arn:aws:events:eu-west-1:{account}:rule/r", "{}"))) is null;
        Assert.NotNull(queue.QueueUrl);
        Assert.True(May("999988887777"));
        // Source: Organizations User Guide, "Resource control policy examples", "Cross-service confused deputy
        // protection".
        Attach(_root, $$"""
            {"Effect":"Deny","Principal":"*","Action":["sqs:*","sts:*"],"Resource":"*",
             "Condition":{"StringNotEqualsIfExists":{"aws:SourceOrgID":"{{organization}}"},
                          "Null":{"aws:SourceAccount":"false"},"Bool":{"aws:PrincipalIsAWSService":"true"} } }
            """, PolicyType.ResourceControlPolicy);
        Assert.False(May("999988887777"));
        Assert.True(May(GuardRig.Account));
        Assert.True(May(_member));
    }

    [Fact]
    public void Resource_control_policies_hold_back_web_identities_too()
    {
        const string Issuer = "https://token.example.org";
        Enable(PolicyType.ResourceControlPolicy);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = ec.ExportParameters(false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        Rig.Do(call => call.Port<IIssuerKeys>().Declare(
            call, Issuer, $$"""{"keys":[{"kty":"EC","crv":"P-256","x":"{{x}}","y":"{{y}}"}]}"""));
        var member = Rig.In("eu-west-1", _member);
        member.Run(new CreateOpenIDConnectProvider(), new() { Url = Issuer, ClientIDList = ["sts"] });
        member.Run(new CreateRole(), new()
        {
            RoleName = "ci",
            AssumeRolePolicyDocument = GuardRig.Policy($$"""
                {"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::{{_member}}:oidc-provider/token.example.org"},
                 "Action":"sts:AssumeRoleWithWebIdentity"}
                """),
        });
        bool May(string subject) => Enter(ec, subject) is null;
        Assert.True(May("repo:us/app"));
        Assert.True(May("repo:them/app"));
        // Source: Organizations User Guide, "Resource control policy examples" (OpenID Connect from a trusted tenant).
        Attach(_root, """
            {"Effect":"Deny","Principal":"*","Action":"sts:AssumeRoleWithWebIdentity","Resource":"*",
             "Condition":{"StringNotLikeIfExists":{"token.example.org:sub":"repo:us/*"} } }
            """, PolicyType.ResourceControlPolicy);
        Assert.True(May("repo:us/app"));
        Assert.Equal("AccessDenied", Enter(ec, "repo:them/app"));
    }

    [Fact]
    public void A_grant_of_a_key_lifts_no_control_policy()
    {
        var member = Rig.In("eu-west-1", _member);
        var key = member.Run(new CreateKey(), new()).KeyMetadata!.Arn!;
        var ann = _rig.User("ann", GuardRig.Allow("orrery:Nothing"), _member);
        member.Run(new CreateGrant(), new()
        {
            KeyId = key, GranteePrincipal = ann.Arn, Operations = [GrantOperation.Encrypt],
        });
        bool May() => _rig.May(ann, "kms", "Encrypt", new EncryptRequest { KeyId = key });
        Assert.True(May());
        Attach(_member, """{"Effect":"Allow","Action":"sqs:*","Resource":"*"}""");
        Rig.Run(new DetachPolicy(), new() { PolicyId = Full, TargetId = _member });
        Assert.False(May());
    }

    [Fact]
    public void Conditions_see_the_organization()
    {
        var organization = Rig.Run(new DescribeOrganization(), new()).Organization!.Id!;
        string When(string key, string value) => $$"""
            {"Effect":"Allow","Action":"ec2:*","Resource":"*",
             "Condition":{"ForAnyValue:StringLike":{"{{key}}":"{{value}}"} } }
            """;
        var caller = _rig.User("ann", When("aws:PrincipalOrgID", organization));
        Assert.True(May(caller));
        _rig.Put("ann", When("aws:PrincipalOrgID", "o-other"));
        Assert.False(May(caller));
        _rig.Put("ann", When("aws:PrincipalOrgPaths", $"{organization}/{_root}/*"));
        Assert.True(May(caller));
        _rig.Put("ann", When("aws:ResourceOrgID", organization));
        Assert.True(May(caller));
    }

    [Fact]
    public void A_closed_account_may_do_nothing()
    {
        Rig.Run(new CloseAccount(), new() { AccountId = _member });
        Assert.False(May(MemberRoot));
        Assert.True(May(Caller.Root(GuardRig.Account, "test")));
    }

    private string? Enter(ECDsa key, string subject)
    {
        var nobody = new Caller(_member, "anonymous", "anonymous", "", CallerKind.Anonymous);
        var issued = Rig.Ask(call => call.Now.ToUnixTimeSeconds());
        var claims = Encoding.UTF8.GetBytes($$"""
            {"iss":"https://token.example.org","aud":"sts","sub":"{{subject}}","iat":{{issued}},"exp":{{issued + 60}}}
            """);
        var signed = Base64Url.EncodeToString("""{"alg":"ES256"}"""u8) + "." + Base64Url.EncodeToString(claims);
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256);
        AssumeRoleWithWebIdentityRequest request = new()
        {
            RoleArn = $"arn:aws:iam::{_member}:role/ci",
            RoleSessionName = "run",
            WebIdentityToken = $"{signed}.{Base64Url.EncodeToString(signature)}",
        };
        try
        {
            Rig.World.ExecuteAsync(
                new CallInfo(new(_member, "eu-west-1"), nobody, "sts:AssumeRoleWithWebIdentity", "request"),
                call => new AssumeRoleWithWebIdentity().Run(request, call)).GetAwaiter().GetResult();
            return null;
        }
        catch (ServiceException refusal)
        {
            return refusal.Code;
        }
    }

    private bool May(Caller who) => _rig.May(who, "ec2", "DescribeVpcs", new DescribeVpcsRequest());

    private Caller CallerOf(string key) => Rig.Ask(call => call.Port<IPrincipals>().Find(call, key))!.Caller;
    [Fact]
    public void A_simulation_of_a_principal_tells_what_its_organization_keeps_from_it()
    {
        Attach(_member, Deny("ec2:DescribeVpcs"));
        var member = Rig.In("eu-west-1", _member);
        member.Run(new CreateUser(), new() { UserName = "ann" });
        member.Run(new PutUserPolicy(), new()
        {
            UserName = "ann", PolicyName = "own", PolicyDocument = GuardRig.Policy(GuardRig.Allow("ec2:*")),
        });
        var results = member.Run(new SimulatePrincipalPolicy(), new()
        {
            PolicySourceArn = $"arn:aws:iam::{_member}:user/ann",
            ActionNames = ["ec2:DescribeVpcs", "ec2:DescribeSubnets"],
        }).EvaluationResults!;
        Assert.Equal(
            [(Decision.ExplicitDeny, false), (Decision.Allowed, true)],
            results.Select(r => (r.EvalDecision!.Value, r.OrganizationsDecisionDetail!.AllowedByOrganizations!.Value)));
    }

    private static string Deny(string action) => $$"""{"Effect":"Deny","Action":"{{action}}","Resource":"*"}""";

    private void Enable(PolicyType type) =>
        Rig.Run(new EnablePolicyType(), new() { RootId = _root, PolicyType = type });

    private string NewAccount(string name)
    {
        var id = Rig.Run(new CreateAccount(), new() { AccountName = name, Email = $"{name}@example.com" })
            .CreateAccountStatus!.Id;
        return Rig.Run(new DescribeCreateAccountStatus(), new() { CreateAccountRequestId = id })
            .CreateAccountStatus!.AccountId!;
    }

    private string Attach(string target, string statement, PolicyType type = PolicyType.ServiceControlPolicy)
    {
        var id = Rig.Run(new CreatePolicy(), new()
        {
            Name = $"p{target}",
            Description = "",
            Type = type,
            Content = $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""",
        }).Policy!.PolicySummary!.Id!;
        Rig.Run(new AttachPolicy(), new() { PolicyId = id, TargetId = target });
        return id;
    }
}
