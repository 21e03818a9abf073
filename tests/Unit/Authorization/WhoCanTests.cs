using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Kms.Operations.Grants;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.Kms;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>Who may do something: what the guard would decide about each principal.</summary>
public sealed class WhoCanTests
{
    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:q";
    private const string Root = "arn:aws:iam::123456789012:root";
    private const string User = "arn:aws:iam::123456789012:user/";

    private readonly GuardRig _rig = GuardRig.New();

    [Fact]
    public void Users_roles_and_the_root_user_are_found_with_the_statement_that_lets_them()
    {
        _rig.User("ann", GuardRig.Allow("sqs:SendMessage", Queue));
        _rig.User("bob", GuardRig.Allow("sqs:ReceiveMessage", Queue));
        _rig.User("carl",
            GuardRig.Allow("sqs:*") + ",{\"Effect\":\"Deny\",\"Action\":\"sqs:Send*\",\"Resource\":\"*\"}");
        _rig.Rig.Run(new CreateRole(), new()
        {
            RoleName = "sender",
            AssumeRolePolicyDocument = $$"""
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{Root}}"},
                 "Action":"sts:AssumeRole"} }
                """,
        });
        _rig.Rig.Run(new PutRolePolicy(), new()
        {
            RoleName = "sender",
            PolicyName = "own",
            PolicyDocument =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"Send\",\"Effect\":\"Allow\","
                + "\"Action\":\"sqs:Send*\","
                + "\"Resource\":\"*\"}}",
        });
        var found = Find("sqs:SendMessage", Queue);
        Assert.Equal(
            ["arn:aws:iam::123456789012:role/sender", Root, User + "ann"],
            found.Select(h => h.Principal).Order(StringComparer.Ordinal));
        var role = found.Single(h => h.Principal.EndsWith("sender", StringComparison.Ordinal));
        Assert.Equal(("identity-based policy", "Send", 1), (role.By, role.Statement, role.Line));
        Assert.Equal("root user", found.Single(h => h.Principal == Root).By);
    }

    [Fact]
    public void A_policy_of_the_resource_lets_others_and_anybody_in()
    {
        var rig = _rig.Rig;
        var url = rig.Run(new CreateQueue(), new() { QueueName = "q" }).QueueUrl!;
        _rig.User("ann", GuardRig.Allow("orrery:Nothing"));
        void Put(string principal) => rig.Run(new SetQueueAttributes(), new()
        {
            QueueUrl = url,
            Attributes = new Dictionary<string, string>
            {
                ["Policy"] = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                    + "\"Principal\":" + principal
                    + ",\"Action\":\"sqs:SendMessage\",\"Resource\":\"" + Queue + "\"}}",
            },
        });
        Put("{\"AWS\":\"" + User + "ann\"}");
        Assert.Equal([Root, User + "ann"], Find("sqs:SendMessage", Queue).Select(h => h.Principal));
        Put("\"*\"");
        Assert.Equal([Root, User + "ann", "*"], Find("sqs:SendMessage", Queue).Select(h => h.Principal));
    }

    [Fact]
    public void A_public_bucket_lets_anybody_in_until_public_access_is_restricted()
    {
        var rig = _rig.Rig;
        rig.Run(new CreateBucket(), new()
        {
            Bucket = "shown",
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
        });
        rig.Run(new DeletePublicAccessBlock(), new() { Bucket = "shown" });
        rig.Run(new PutBucketPolicy(), new()
        {
            Bucket = "shown",
            Policy = """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject",
                 "Resource":"arn:aws:s3:::shown/*","Principal":"*"} }
                """,
        });
        _rig.User("ann", GuardRig.Allow("orrery:Nothing"));
        _rig.User("eve", GuardRig.Allow("s3:GetObject"), "999988887777");
        const string Eve = "arn:aws:iam::999988887777:user/eve";
        Assert.Equal(
            [Root, User + "ann", Eve, "*"], Find("s3:GetObject", "arn:aws:s3:::shown/k").Select(h => h.Principal));
        rig.Run(new PutPublicAccessBlock(), new()
        {
            Bucket = "shown", PublicAccessBlockConfiguration = new() { RestrictPublicBuckets = true },
        });
        Assert.Equal([Root, User + "ann"], Find("s3:GetObject", "arn:aws:s3:::shown/k").Select(h => h.Principal));
    }

    [Fact]
    public void What_a_condition_asks_of_the_request_has_to_be_assumed()
    {
        _rig.User("ann", """
            {"Effect":"Allow","Action":"ec2:RunInstances","Resource":"*",
             "Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"} } }
            """);
        Assert.Equal([Root], Find("ec2:RunInstances", "*").Select(h => h.Principal));
        Assert.Equal(
            [Root, User + "ann"],
            Find("ec2:RunInstances", "*", ("aws:sourceip", "203.0.113.7")).Select(h => h.Principal));
        Assert.Equal([Root], Find("ec2:RunInstances", "*", ("aws:SourceIp", "192.0.2.1")).Select(h => h.Principal));
    }

    [Fact]
    public void Grants_of_keys_let_principals_in_too_in_their_encryption_context()
    {
        var key = _rig.Rig.Run(new CreateKey(), new()).KeyMetadata!.Arn!;
        _rig.User("ann", GuardRig.Allow("orrery:Nothing"));
        _rig.User("bob", """{"Effect":"Deny","Action":"kms:*","Resource":"*"}""");
        string? Grant(string user, string? app = null) => _rig.Rig.Run(new CreateGrant(), new()
        {
            KeyId = key,
            GranteePrincipal = User + user,
            Operations = [GrantOperation.Encrypt],
            Constraints = app is null
                ? null
                : new() { EncryptionContextSubset = new Dictionary<string, string> { ["app"] = app } },
        }).GrantId;
        var id = Grant("ann", "one");
        Grant("bob");
        Assert.Equal([Root], Find("kms:Encrypt", key).Select(h => h.Principal));
        var found = Find("kms:Encrypt", key, ("kms:EncryptionContext:app", "one"));
        Assert.Equal([Root, User + "ann"], found.Select(h => h.Principal));
        Assert.Equal(("grant", id), (found[1].By, found[1].Policy));
        Assert.Equal([Root], Find("kms:Decrypt", key, ("kms:EncryptionContext:app", "one")).Select(h => h.Principal));
    }

    [Fact]
    public void A_pattern_is_no_action() =>
        Assert.Equal("InvalidParameter", Assert.Throws<ServiceException>(() => Find("ec2:*", "*")).Code);

    private IReadOnlyList<AccessHolder> Find(string action, string resource, params (string, string)[] assumed) =>
        _rig.Rig.Ask(call => call.Port<IAccessSearch>().Find(
            call, action, resource,
            assumed.ToDictionary(p => p.Item1, p => p.Item2, StringComparer.OrdinalIgnoreCase)));
}
