using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.Iam.Operations.AccessKeys;
using Orrery.Services.Iam.Operations.Account;
using Orrery.Services.Iam.Operations.Passwords;
using Orrery.Services.Iam.Operations.RootUsers;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Services.Organizations.Operations.Accounts;
using Orrery.Services.Organizations.Operations.Delegation;
using Orrery.Services.Organizations.Operations.Organization;
using Orrery.Services.Organizations.Operations.Policies;
using Orrery.Services.Organizations.Operations.Roots;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Iam;
using Orrery.Wire.Generated.Organizations;
using Orrery.Wire.Generated.S3;
using Orrery.Wire.Generated.Sqs;
using Orrery.Wire.Generated.Sts;
using Orrery.Wire.Schema;
using PolicyType = Orrery.Wire.Generated.Organizations.PolicyType;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Root users of member accounts, managed from one place. Sources: IAM User Guide, "Centralize root access for member
/// accounts", "Perform a privileged task on an AWS Organizations member account"; STS API Reference, AssumeRoot.
/// </summary>
public sealed class RootSessionTests
{
    private const string Iam = "iam.amazonaws.com";
    private const string Audit = "IAMAuditRootUserCredentials";
    private const string Unlock = "S3UnlockBucketPolicy";

    private readonly GuardRig _rig = GuardRig.New();
    private readonly string _member;
    private readonly Caller _ann;

    public RootSessionTests()
    {
        Rig.Run(new CreateOrganization(), new());
        Trust();
        Rig.Run(new EnableOrganizationsRootCredentialsManagement(), new());
        Rig.Run(new EnableOrganizationsRootSessions(), new());
        _member = NewAccount("dev");
        _ann = _rig.User("ann", GuardRig.Allow("sts:AssumeRoot"));
    }

    private Rig Rig => _rig.Rig;

    private Rig Member => Rig.In("eu-west-1", _member);

    [Fact]
    public void What_is_centralized_is_listed_and_can_be_ended()
    {
        FeatureType[] Listed() => [.. Rig.Run(new ListOrganizationsFeatures(), new()).EnabledFeatures!];
        Assert.Equal([FeatureType.RootCredentialsManagement, FeatureType.RootSessions], Listed());
        Rig.Run(new EnableOrganizationsRootSessions(), new());
        Assert.Equal(2, Listed().Length);
        var left = Rig.Run(new DisableOrganizationsRootSessions(), new());
        Assert.Equal([FeatureType.RootCredentialsManagement], left.EnabledFeatures!);
        Assert.StartsWith("o-", left.OrganizationId);
        Assert.Empty(Rig.Run(new DisableOrganizationsRootCredentialsManagement(), new()).EnabledFeatures!);
        Assert.Empty(Listed());
    }

    [Fact]
    public void Who_may_not_centralize_is_told_why()
    {
        string Refused(Rig rig) => rig.Refused(new ListOrganizationsFeatures(), new ListOrganizationsFeaturesRequest());
        Assert.Equal("OrganizationNotFoundException", Refused(Rig.In("eu-west-1", "999988887777")));
        Assert.Equal("AccountNotManagementOrDelegatedAdministratorException", Refused(Member));
        Delegate();
        Assert.Equal(2, Member.Run(new ListOrganizationsFeatures(), new()).EnabledFeatures!.Count);
        Assert.Equal("CallerIsNotManagementAccountException", Member.Refused(
            new EnableOrganizationsRootSessions(), new EnableOrganizationsRootSessionsRequest()));
        Member.Run(new DisableOrganizationsRootSessions(), new());
        Rig.Run(new DeregisterDelegatedAdministrator(), new() { AccountId = _member, ServicePrincipal = Iam });
        Rig.Run(new DisableAWSServiceAccess(), new() { ServicePrincipal = Iam });
        Assert.Equal("ServiceAccessNotEnabledException", Refused(Rig));
        var bills = GuardRig.New().Rig;
        bills.Run(new CreateOrganization(), new() { FeatureSet = OrganizationFeatureSet.ConsolidatedBilling });
        Assert.Equal("OrganizationNotInAllFeaturesModeException", Refused(bills));
    }

    [Fact]
    public void A_session_of_a_member_s_root_lasts_a_quarter_of_an_hour_at_most()
    {
        var answer = Assume(_ann, Audit);
        Assert.Equal(Rig.Start + TimeSpan.FromMinutes(15), answer.Credentials!.Expiration);
        var root = CallerOf(answer);
        Assert.Equal(($"arn:aws:iam::{_member}:root", _member, CallerKind.AssumedRoot, true), (
            root.Arn, root.UserId, root.Kind, root.IsRoot));
        Assert.Equal(root.Arn, As(root, new GetCallerIdentity(), new GetCallerIdentityRequest()).Arn);
        Assert.Equal(Rig.Start + TimeSpan.FromSeconds(60), As(
            _ann, new AssumeRoot(), Wish(Audit) with { DurationSeconds = 60 }).Credentials!.Expiration);
    }

    [Fact]
    public void Only_principals_of_who_manages_the_organization_open_sessions_in_members_for_what_is_enabled()
    {
        string Refused(Caller who, AssumeRootRequest wish) =>
            Rig.Refusal(() => As(who, new AssumeRoot(), wish));
        Assert.Equal("AccessDenied", Refused(Caller.Root(GuardRig.Account, "test"), Wish(Audit)));
        Assert.Equal("AccessDenied", Refused(_ann, Wish(Audit) with { TargetPrincipal = GuardRig.Account }));
        Assert.Equal("AccessDenied", Refused(_ann, Wish(Audit) with { TargetPrincipal = "999988887777" }));
        Assert.Equal("ValidationError", Refused(_ann, Wish(Audit) with { TargetPrincipal = "arn:aws:iam::1:user/a" }));
        Assert.Equal("ValidationError", Refused(_ann, new()
        {
            TargetPrincipal = _member, TaskPolicyArn = new() { Arn = "arn:aws:iam::aws:policy/AdministratorAccess" },
        }));
        var other = NewAccount("other");
        var bob = _rig.User("bob", GuardRig.Allow("sts:AssumeRoot"), _member);
        var toOther = Wish(Audit) with { TargetPrincipal = other };
        Assert.Equal("AccessDenied", Refused(bob, toOther));
        Delegate();
        As(bob, new AssumeRoot(), toOther);
        Rig.Run(new DisableOrganizationsRootCredentialsManagement(), new());
        Assert.Equal("AccessDenied", Refused(_ann, Wish(Audit)));
        Assume(_ann, Unlock);
        Rig.Run(new DisableOrganizationsRootSessions(), new());
        Assert.Equal("AccessDenied", Refused(_ann, Wish(Unlock)));
        Rig.Run(new EnableOrganizationsRootSessions(), new());
        Rig.Run(new DeregisterDelegatedAdministrator(), new() { AccountId = _member, ServicePrincipal = Iam });
        Rig.Run(new CloseAccount(), new() { AccountId = _member });
        Assert.Equal("AccessDenied", Refused(_ann, Wish(Unlock)));
    }

    [Fact]
    public void The_permission_is_asked_on_the_root_user_and_may_name_the_task()
    {
        bool May(string statement)
        {
            _rig.Put("ann", statement);
            return _rig.May(_ann, "sts", "AssumeRoot", Wish(Audit))
                && _rig.May(_ann, "sts", "AssumeRoot", Wish(Audit) with { TargetPrincipal = RootArn });
        }

        Assert.True(May(GuardRig.Allow("sts:AssumeRoot", RootArn)));
        Assert.False(May(GuardRig.Allow("sts:AssumeRoot", "arn:aws:iam::999988887777:root")));
        Assert.False(May(GuardRig.Allow("sts:AssumeRole")));
        string For(string task) => $$"""
            {"Effect":"Allow","Action":"sts:AssumeRoot","Resource":"*","Condition":
             {"StringEquals":{"sts:TaskPolicyArn":"arn:aws:iam::aws:policy/root-task/{{task}}"} } }
            """;
        Assert.True(May(For(Audit)));
        Assert.False(May(For(Unlock)));
    }

    [Fact]
    public void A_locked_bucket_is_opened_and_nothing_else_can_be_done()
    {
        Member.Run(new CreateBucket(), new()
        {
            Bucket = "locked",
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
        });
        Member.Run(new PutBucketPolicy(), new()
        {
            Bucket = "locked",
            Policy = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*",
                 "Resource":["arn:aws:s3:::locked","arn:aws:s3:::locked/*"]}]}
                """,
        });
        var root = CallerOf(Assume(_ann, Unlock));
        Assert.True(_rig.May(root, "s3", "ListBuckets", new ListBucketsRequest()));
        Assert.True(_rig.May(root, "s3", "GetBucketPolicy", new GetBucketPolicyRequest { Bucket = "locked" }));
        Assert.True(_rig.May(root, "s3", "DeleteBucketPolicy", new DeleteBucketPolicyRequest { Bucket = "locked" }));
        Member.Run(new DeleteBucketPolicy(), new() { Bucket = "locked" });
        var refusal = _rig.Refusal(root, "s3", "ListObjectsV2", new ListObjectsV2Request { Bucket = "locked" })!;
        Assert.Equal("AccessDenied", refusal.Code);
        Assert.Contains("explicit deny in a session policy", refusal.Message);
        Assert.False(_rig.May(root, "iam", "ListUsers", new ListUsersRequest()));
        Assert.False(_rig.May(root, "s3", "CreateBucket", new CreateBucketRequest { Bucket = "b-new" }));
        Assert.False(_rig.May(root, "sqs", "ListQueues", new ListQueuesRequest()));
    }

    [Fact]
    public void A_locked_queue_is_opened()
    {
        var url = Member.Run(new CreateQueue(), new()
        {
            QueueName = "q",
            Attributes = new Dictionary<string, string>
            {
                ["Policy"] = $$"""
                    {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"sqs:*",
                     "Resource":"arn:aws:sqs:eu-west-1:{{_member}}:q"}]}
                    """,
            },
        }).QueueUrl!;
        var root = CallerOf(Assume(_ann, "SQSUnlockQueuePolicy"));
        Assert.True(_rig.May(root, "sqs", "SetQueueAttributes", new SetQueueAttributesRequest
        {
            QueueUrl = url, Attributes = new Dictionary<string, string> { ["Policy"] = "" },
        }));
        Assert.True(_rig.May(root, "sqs", "GetQueueAttributes", new GetQueueAttributesRequest { QueueUrl = url }));
        Assert.False(_rig.May(root, "sqs", "DeleteQueue", new DeleteQueueRequest { QueueUrl = url }));
    }

    [Fact]
    public void The_credentials_of_a_root_user_are_seen_taken_away_and_given_back()
    {
        Member.Run(new CreateUser(), new() { UserName = "eve" });
        var key = Member.Run(new CreateAccessKey(), new()).AccessKey!.AccessKeyId!;
        var audit = CallerOf(Assume(_ann, Audit));
        var delete = CallerOf(Assume(_ann, "IAMDeleteRootUserCredentials"));
        var create = CallerOf(Assume(_ann, "IAMCreateRootUserPassword"));
        GetAccessKeyLastUsedRequest used = new() { AccessKeyId = key };
        DeleteAccessKeyRequest gone = new() { AccessKeyId = key };
        Assert.True(_rig.May(audit, "iam", "ListAccessKeys", new ListAccessKeysRequest()));
        Assert.True(_rig.May(audit, "iam", "GetAccountSummary", new GetAccountSummaryRequest()));
        Assert.True(_rig.May(audit, "iam", "GetAccessKeyLastUsed", used));
        Assert.False(_rig.May(audit, "iam", "ListAccessKeys", new ListAccessKeysRequest { UserName = "eve" }));
        Assert.False(_rig.May(audit, "iam", "DeleteAccessKey", gone));
        Assert.True(_rig.May(delete, "iam", "DeleteAccessKey", gone));
        Assert.False(_rig.May(delete, "iam", "CreateLoginProfile", new CreateLoginProfileRequest()));
        Assert.True(_rig.May(create, "iam", "CreateLoginProfile", new CreateLoginProfileRequest()));
        Assert.Equal(key, Assert.Single(
            As(audit, new ListAccessKeys(), new ListAccessKeysRequest()).AccessKeyMetadata!).AccessKeyId);
        As(delete, new DeleteAccessKey(), gone);
        Assert.Empty(As(audit, new ListAccessKeys(), new ListAccessKeysRequest()).AccessKeyMetadata!);

        GetLoginProfileRequest seen = new();
        Assert.Equal("NoSuchEntity", Rig.Refusal(() => As(audit, new GetLoginProfile(), seen)));
        Assert.Equal("NoSuchEntity", Rig.Refusal(() => As(
            delete, new DeleteLoginProfile(), new DeleteLoginProfileRequest())));
        Assert.Equal("ValidationError", Rig.Refusal(() => As(
            create, new CreateLoginProfile(), new CreateLoginProfileRequest { Password = "Some-Thing-1" })));
        As(create, new CreateLoginProfile(), new());
        Assert.Equal("EntityAlreadyExists", Rig.Refusal(() => As(
            create, new CreateLoginProfile(), new CreateLoginProfileRequest())));
        Assert.Equal(Rig.Start, As(audit, new GetLoginProfile(), seen).LoginProfile!.CreateDate);
        Assert.Equal(1, Present());
        As(delete, new DeleteLoginProfile(), new());
        Assert.Equal(0, Present());
    }

    [Fact]
    public void Accounts_that_are_made_before_have_a_root_password_and_those_made_since_have_none()
    {
        Assert.Equal(0, Present());
        Rig.Run(new DisableOrganizationsRootCredentialsManagement(), new());
        var early = NewAccount("early");
        Assert.Equal(1, Rig.In("eu-west-1", early).Run(
            new GetAccountSummary(), new()).SummaryMap!["AccountPasswordPresent"]);
    }

    [Fact]
    public void Control_policies_may_spare_sessions_of_tasks()
    {
        Rig.Run(new EnablePolicyType(), new()
        {
            RootId = Rig.Run(new ListRoots(), new()).Roots![0].Id!, PolicyType = PolicyType.ServiceControlPolicy,
        });
        var policy = Rig.Run(new CreatePolicy(), new()
        {
            Name = "roots", Description = "", Type = PolicyType.ServiceControlPolicy, Content = GuardRig.Policy("""
                {"Effect":"Deny","Action":"*","Resource":"*","Condition":
                 {"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:root"},"Null":{"aws:AssumedRoot":"true"} } }
                """),
        }).Policy!.PolicySummary!.Id!;
        Rig.Run(new AttachPolicy(), new() { PolicyId = policy, TargetId = _member });
        ListAccessKeysRequest wish = new();
        Assert.False(_rig.May(Caller.Root(_member, _member), "iam", "ListAccessKeys", wish));
        var root = CallerOf(Assume(_ann, Audit));
        Assert.True(_rig.May(root, "iam", "ListAccessKeys", wish));
        Rig.Run(new UpdatePolicy(), new()
        {
            PolicyId = policy, Content = GuardRig.Policy(
                """{"Effect":"Deny","Action":"iam:ListAccessKeys","Resource":"*"}"""),
        });
        Assert.False(_rig.May(root, "iam", "ListAccessKeys", wish));
    }

    private string RootArn => $"arn:aws:iam::{_member}:root";

    private int Present() => Member.Run(new GetAccountSummary(), new()).SummaryMap!["AccountPasswordPresent"];

    private void Trust() => Rig.Run(new EnableAWSServiceAccess(), new() { ServicePrincipal = Iam });

    private void Delegate() => Rig.Run(
        new RegisterDelegatedAdministrator(), new() { AccountId = _member, ServicePrincipal = Iam });

    private string NewAccount(string name)
    {
        var id = Rig.Run(new CreateAccount(), new() { AccountName = name, Email = $"{name}@example.com" })
            .CreateAccountStatus!.Id!;
        return Rig.Run(new DescribeCreateAccountStatus(), new() { CreateAccountRequestId = id })
            .CreateAccountStatus!.AccountId!;
    }

    private AssumeRootRequest Wish(string task) => new()
    {
        TargetPrincipal = _member, TaskPolicyArn = new() { Arn = $"arn:aws:iam::aws:policy/root-task/{task}" },
    };

    private AssumeRootResult Assume(Caller who, string task) => As(who, new AssumeRoot(), Wish(task));

    private Caller CallerOf(AssumeRootResult answer) =>
        Rig.Ask(call => call.Port<IPrincipals>().Find(call, answer.Credentials!.AccessKeyId!))!.Caller;

    private TResult As<TRequest, TResult>(Caller who, IWriteOperation<TRequest, TResult> operation, TRequest request)
        where TRequest : IShape =>
        Rig.World.ExecuteAsync(InfoOf(who), call => operation.Run(request, call)).GetAwaiter().GetResult();

    private TResult As<TRequest, TResult>(Caller who, IReadOperation<TRequest, TResult> operation, TRequest request)
        where TRequest : IShape => Rig.World.Query(InfoOf(who), call => operation.Run(request, call));

    private static CallInfo InfoOf(Caller who) => new(new Scope(who.Account, "eu-west-1"), who, "test:Test", "request");
}
