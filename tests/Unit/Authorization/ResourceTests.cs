using Orrery.Services.Iam.Operations.Users;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.Ec2;
using Orrery.Wire.Generated.Events;
using Orrery.Wire.Generated.Iam;
using Orrery.Wire.Generated.Logs;
using Orrery.Wire.Generated.Scheduler;
using Orrery.Wire.Generated.Sns;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// What calls are asked on: policies that name just that resource, and others. ARNs: Service Authorization Reference.
/// </summary>
public sealed class ResourceTests
{
    [Fact]
    public void A_queue_is_named_by_its_url_and_batches_are_the_single_action()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", GuardRig.Allow("sqs:SendMessage", "arn:aws:sqs:eu-west-1:123456789012:orders"));
        const string Url = "http://localhost:4566/123456789012/";
        Assert.True(rig.May(ann, "sqs", "SendMessage", new SendMessageRequest { QueueUrl = Url + "orders" }));
        Assert.True(rig.May(ann, "sqs", "SendMessageBatch", new SendMessageBatchRequest { QueueUrl = Url + "orders" }));
        Assert.False(rig.May(ann, "sqs", "SendMessage", new SendMessageRequest { QueueUrl = Url + "others" }));
        var refusal = rig.Refusal(
            ann, "sqs", "ReceiveMessage", new ReceiveMessageRequest { QueueUrl = Url + "orders" })!;
        Assert.Equal("AccessDenied", refusal.Code);
        Assert.Equal(
            "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: sqs:ReceiveMessage on resource: "
            + "arn:aws:sqs:eu-west-1:123456789012:orders because no identity-based policy allows the "
            + "sqs:ReceiveMessage action",
            refusal.Message);
    }

    [Theory]
    [InlineData("arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-0a", true)]
    [InlineData("arn:aws:ec2:eu-west-1:123456789012:subnet/*", true)]
    [InlineData("arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-0b", false)]
    public void An_instance_is_asked_for_on_all_that_it_touches(string subnet, bool may)
    {
        var rig = GuardRig.New();
        string[] others = ["image/ami-01", "instance/*", "network-interface/*", "security-group/*", "volume/*"];
        var allowed = string.Join("\",\"", others.Select(o => $"arn:aws:ec2:*:*:{o}").Append(subnet));
        var ann = rig.User("ann", $$"""{"Effect":"Allow","Action":"ec2:RunInstances","Resource":["{{allowed}}"]}""");
        RunInstancesRequest request = new() { ImageId = "ami-01", SubnetId = "subnet-0a", MinCount = 1, MaxCount = 1 };
        Assert.Equal(may, rig.May(ann, "ec2", "RunInstances", request));
        Assert.False(rig.May(ann, "ec2", "RunInstances", request with { ImageId = "ami-02" }));
    }

    [Fact]
    public void Tags_at_creation_need_a_permission_of_their_own()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", GuardRig.Allow("ec2:CreateVpc"));
        CreateVpcRequest plain = new() { CidrBlock = "10.0.0.0/16" };
        var tagged = plain with
        {
            TagSpecifications =
                [new() { ResourceType = ResourceType.Vpc, Tags = [new() { Key = "team", Value = "red" }] }],
        };
        Assert.True(rig.May(ann, "ec2", "CreateVpc", plain));
        Assert.False(rig.May(ann, "ec2", "CreateVpc", tagged));
        rig.Put("ann", GuardRig.Allow("ec2:CreateVpc") + """
            ,{"Effect":"Allow","Action":"ec2:CreateTags","Resource":"arn:aws:ec2:*:*:vpc/*",
              "Condition":{"StringEquals":{"ec2:CreateAction":"CreateVpc","aws:RequestTag/team":"red"},
                           "ForAllValues:StringEquals":{"aws:TagKeys":["team"]}}}
            """);
        Assert.True(rig.May(ann, "ec2", "CreateVpc", tagged));
        Assert.False(rig.May(ann, "ec2", "CreateTags", new CreateTagsRequest
        {
            Resources = ["vpc-01"], Tags = [new() { Key = "team", Value = "red" }],
        }));
    }

    [Fact]
    public void Users_are_named_with_their_paths_and_nobody_named_is_oneself()
    {
        var rig = GuardRig.New();
        rig.Rig.Run(new CreateUser(), new() { UserName = "bob", Path = "/staff/" });
        var ann = rig.User(
            "ann",
            GuardRig.Allow("iam:GetUser", "arn:aws:iam::123456789012:user/staff/*") + ","
            + GuardRig.Allow("iam:GetUser", "arn:aws:iam::123456789012:user/${aws:username}"));
        Assert.True(rig.May(ann, "iam", "GetUser", new GetUserRequest { UserName = "bob" }));
        Assert.True(rig.May(ann, "iam", "GetUser", new GetUserRequest()));
        Assert.False(rig.May(ann, "iam", "GetUser", new GetUserRequest { UserName = "carl" }));
    }

    [Fact]
    public void A_role_that_is_handed_on_has_to_be_passed()
    {
        var rig = GuardRig.New();
        const string Role = "arn:aws:iam::123456789012:role/events";
        var ann = rig.User("ann", GuardRig.Allow("events:PutTargets"));
        PutTargetsRequest request = new() { Rule = "r", Targets = [new() { Id = "1", Arn = "arn:x", RoleArn = Role }] };
        var refusal = rig.Refusal(ann, "events", "PutTargets", request)!;
        Assert.Contains("iam:PassRole on resource: " + Role, refusal.Message);
        rig.Put("ann", GuardRig.Allow("events:PutTargets") + $$"""
            ,{"Effect":"Allow","Action":"iam:PassRole","Resource":"{{Role}}",
              "Condition":{"StringEquals":{"iam:PassedToService":"events.amazonaws.com"} } }
            """);
        Assert.True(rig.May(ann, "events", "PutTargets", request));
    }

    [Fact]
    public void Rules_schedules_topics_and_log_groups_have_the_ARNs_that_AWS_documents()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", string.Join(',',
            GuardRig.Allow("events:PutRule", "arn:aws:events:eu-west-1:123456789012:rule/plain"),
            GuardRig.Allow("events:PutRule", "arn:aws:events:eu-west-1:123456789012:rule/mine/r"),
            GuardRig.Allow("scheduler:GetSchedule", "arn:aws:scheduler:eu-west-1:123456789012:schedule/default/s"),
            GuardRig.Allow("sns:Publish", "arn:aws:sns:eu-west-1:123456789012:t"),
            GuardRig.Allow("logs:CreateLogStream", "arn:aws:logs:eu-west-1:123456789012:log-group:/g:*")));
        Assert.True(rig.May(ann, "events", "PutRule", new PutRuleRequest { Name = "plain" }));
        Assert.True(rig.May(ann, "events", "PutRule", new PutRuleRequest { Name = "plain", EventBusName = "default" }));
        Assert.True(rig.May(ann, "events", "PutRule", new PutRuleRequest { Name = "r", EventBusName = "mine" }));
        Assert.False(rig.May(ann, "events", "PutRule", new PutRuleRequest { Name = "plain", EventBusName = "mine" }));
        Assert.True(rig.May(ann, "scheduler", "GetSchedule", new GetScheduleRequest { Name = "s" }));
        Assert.False(rig.May(ann, "scheduler", "GetSchedule", new GetScheduleRequest { Name = "s", GroupName = "g" }));
        Assert.True(rig.May(
            ann, "sns", "Publish", new PublishRequest { TopicArn = "arn:aws:sns:eu-west-1:123456789012:t" }));
        Assert.True(rig.May(ann, "logs", "CreateLogStream", new CreateLogStreamRequest
        {
            LogGroupName = "/g", LogStreamName = "s",
        }));
        Assert.False(rig.May(ann, "logs", "CreateLogStream", new CreateLogStreamRequest
        {
            LogGroupName = "/other", LogStreamName = "s",
        }));
    }
}
