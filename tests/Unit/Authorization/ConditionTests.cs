using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.Ec2;
using Orrery.Wire.Generated.Sqs;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>Conditions that ask the call, and policies of more than one side.</summary>
public sealed class ConditionTests
{
    private static readonly DescribeVpcsRequest Any = new();

    [Fact]
    public void The_address_of_the_client_decides()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", """
            {"Effect":"Allow","Action":"*","Resource":"*"},
            {"Effect":"Deny","Action":"*","Resource":"*",
             "Condition":{"NotIpAddress":{"aws:SourceIp":["192.0.2.0/24","203.0.113.0/24"]}}}
            """);
        Assert.True(rig.May(ann, "ec2", "DescribeVpcs", Any));
        rig.Wire = GuardRig.From("198.51.100.1");
        var refusal = rig.Refusal(ann, "ec2", "DescribeVpcs", Any)!;
        Assert.Equal("UnauthorizedOperation", refusal.Code);
        Assert.Equal(
            "You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/ann is not "
            + "authorized to perform: ec2:DescribeVpcs with an explicit deny in an identity-based policy",
            refusal.Message);
    }

    [Theory]
    [InlineData("iam", "ListUsers", "iam:ListUsers on resource: arn:aws:iam::123456789012:user/ because")]
    [InlineData("iam", "ListPolicies", "iam:ListPolicies on resource: policy path / because")]
    [InlineData("sns", "ListTopics", "SNS:ListTopics on resource: arn:aws:sns:eu-west-1:123456789012:* because")]
    [InlineData("sqs", "ListQueues", "sqs:listqueues on resource: arn:aws:sqs:eu-west-1:123456789012: because")]
    [InlineData("ssm", "DescribeParameters",
        "ssm:DescribeParameters on resource: arn:aws:ssm:eu-west-1:123456789012:* because")]
    [InlineData("secretsmanager", "ListSecrets", "secretsmanager:ListSecrets because")]
    public void A_list_is_refused_as_its_service_names_it(string service, string operation, string part)
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", GuardRig.Allow("orrery:Nothing"));
        var entry = GuardRig.Entry(service, operation);
        Assert.Contains(
            $"not authorized to perform: {part}",
            rig.Refusal(ann, entry, new EmptyShape(entry.Schema.Input))!.Message);
    }

    [Fact]
    public void Time_is_that_of_the_world()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", """
            {"Effect":"Allow","Action":"ec2:*","Resource":"*",
             "Condition":{"DateLessThan":{"aws:CurrentTime":"2026-01-02T00:00:00Z"}}}
            """);
        Assert.True(rig.May(ann, "ec2", "DescribeVpcs", Any));
        rig.Rig.Advance(TimeSpan.FromDays(2));
        Assert.False(rig.May(ann, "ec2", "DescribeVpcs", Any));
    }

    [Fact]
    public void A_policy_that_changes_counts_from_the_next_call_on()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", GuardRig.Allow("ec2:DescribeVpcs"));
        Assert.True(rig.May(ann, "ec2", "DescribeVpcs", Any));
        Assert.True(rig.May(ann, "ec2", "DescribeVpcs", Any));
        rig.Put("ann", GuardRig.Allow("ec2:DescribeSubnets"));
        Assert.False(rig.May(ann, "ec2", "DescribeVpcs", Any));
        rig.Put("ann", GuardRig.Allow("ec2:Describe*"));
        Assert.True(rig.May(ann, "ec2", "DescribeVpcs", Any));
    }

    [Fact]
    public void What_was_decided_on_can_be_decoded()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", GuardRig.Allow("ec2:DescribeVpcs"));
        var refusal = rig.Refusal(ann, "ec2", "DeleteVpc", new DeleteVpcRequest { VpcId = "vpc-01" })!;
        const string Mark = "Encoded authorization failure message: ";
        var message = refusal.Message[(refusal.Message.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..];
        var opened = rig.Rig.Run(new DecodeAuthorizationMessage(), new() { EncodedMessage = message }).DecodedMessage!;
        Assert.Contains("\"action\":\"ec2:DeleteVpc\"", opened);
        Assert.Contains("arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-01", opened);
        Assert.Contains("aws:SourceIp", opened);
        Assert.Contains("\"matchedStatements\":{\"items\":[]}", opened);
    }

    [Fact]
    public void A_decoded_message_shows_the_statement_that_denied()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", """
            {"Effect":"Allow","Action":"*","Resource":"*"},
            {"Sid":"Keep","Effect":"Deny","Action":["ec2:DeleteVpc","ec2:DeleteSubnet"],"Resource":"*",
             "Condition":{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}}
            """);
        var refusal = rig.Refusal(ann, "ec2", "DeleteVpc", new DeleteVpcRequest { VpcId = "vpc-01" })!;
        const string Mark = "Encoded authorization failure message: ";
        var message = refusal.Message[(refusal.Message.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..];
        var opened = rig.Rig.Run(new DecodeAuthorizationMessage(), new() { EncodedMessage = message }).DecodedMessage!;
        Assert.Contains("""
            "explicitDeny":true,"matchedStatements":{"items":[{"statementId":"Keep","effect":"DENY"
            """, opened);
        Assert.Contains("""
            "actions":{"items":[{"value":"ec2:DeleteVpc"},{"value":"ec2:DeleteSubnet"}]}
            """, opened);
        Assert.Contains("""
            {"key":"aws:RequestedRegion","values":{"items":[{"value":"eu-west-1"}]}}
            """, opened);
    }

    [Fact]
    public void A_queue_of_another_account_needs_both_sides()
    {
        var rig = GuardRig.New();
        const string Arn = "arn:aws:sqs:eu-west-1:111122223333:theirs";
        var theirs = rig.Rig.In("eu-west-1", "111122223333");
        theirs.Run(new CreateQueue(), new() { QueueName = "theirs" });
        SendMessageRequest request = new() { QueueUrl = "http://localhost/111122223333/theirs", MessageBody = "x" };
        var ann = rig.User("ann", GuardRig.Allow("sqs:*"));
        var refusal = rig.Refusal(ann, "sqs", "SendMessage", request)!;
        Assert.Contains("because no resource-based policy allows the sqs:SendMessage action", refusal.Message);
        theirs.Run(new SetQueueAttributes(), new()
        {
            QueueUrl = request.QueueUrl,
            Attributes = new Dictionary<string, string>
            {
                ["Policy"] = $$"""
                    {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},
                     "Action":"sqs:SendMessage","Resource":"{{Arn}}"} }
                    """,
            },
        });
        Assert.True(rig.May(ann, "sqs", "SendMessage", request));
        rig.Put("ann", GuardRig.Allow("sqs:ReceiveMessage"));
        Assert.False(rig.May(ann, "sqs", "SendMessage", request));
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/ann", false, true)]
    [InlineData("arn:aws:iam::123456789012:root", false, false)]
    [InlineData("arn:aws:iam::123456789012:root", true, true)]
    [InlineData("arn:aws:iam::444455556666:root", true, false)]
    public void A_role_is_assumed_where_trust_and_permissions_agree(string trusted, bool isAllowed, bool may)
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", GuardRig.Allow(isAllowed ? "sts:AssumeRole" : "ec2:DescribeVpcs"));
        Role(rig, trusted);
        Assert.Equal(may, rig.May(ann, "sts", "AssumeRole", new AssumeRoleRequest
        {
            RoleArn = "arn:aws:iam::123456789012:role/role", RoleSessionName = "s",
        }));
    }

    [Fact]
    public void A_session_has_what_the_role_and_its_policy_have_in_common()
    {
        var rig = GuardRig.New();
        Role(rig, "arn:aws:iam::123456789012:root");
        rig.Rig.Run(new PutRolePolicy(), new()
        {
            RoleName = "role", PolicyName = "p",
            PolicyDocument = $$"""{"Version":"2012-10-17","Statement":{{GuardRig.Allow("ec2:Describe*")}}}""",
        });
        var credentials = rig.Rig.Run(new AssumeRole(), new()
        {
            RoleArn = "arn:aws:iam::123456789012:role/role", RoleSessionName = "s",
            Policy = $$"""{"Version":"2012-10-17","Statement":{{GuardRig.Allow("ec2:*Vpcs")}}}""",
        }).Credentials!;
        var session = rig.Rig.Ask(c => c.Port<IPrincipals>().Find(c, credentials.AccessKeyId!))!.Caller;
        Assert.Equal(CallerKind.AssumedRole, session.Kind);
        Assert.True(rig.May(session, "ec2", "DescribeVpcs", Any));
        var refusal = rig.Refusal(session, "ec2", "DescribeSubnets", new DescribeSubnetsRequest())!;
        Assert.Contains("because no session policy allows the ec2:DescribeSubnets action", refusal.Message);
        Assert.Contains("assumed-role/role/s", refusal.Message);
    }

    private static void Role(GuardRig rig, string trusted) => rig.Rig.Run(new CreateRole(), new()
    {
        RoleName = "role",
        AssumeRolePolicyDocument = $$"""
            {"Version":"2012-10-17",
             "Statement":{"Effect":"Allow","Principal":{"AWS":"{{trusted}}"},"Action":"sts:AssumeRole"} }
            """,
    });
}
