using Orrery.Contracts.Delivery;
using Orrery.Services.Events.Operations.Buses;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Logs.Operations.Groups;
using Orrery.Services.Logs.Operations.Policies;
using Orrery.Services.Organizations.Operations.Organization;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// What services hand to one another arrives where the policy of what takes it lets them in, and with a role where its
/// policies do. Sources: EventBridge User Guide, "Using resource-based policies for Amazon EventBridge"; SNS Developer
/// Guide, "Subscribing an Amazon SQS queue to an Amazon SNS topic"; S3 user guide, "Granting permissions to publish
/// event notification messages to a destination"; EventBridge Scheduler User Guide, "Setting up the execution role";
/// IAM User Guide, "The confused deputy problem".
/// </summary>
public sealed class DeliveryTests
{
    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:q";
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:t";
    private const string Group = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/events/g";
    private const string Rule = "arn:aws:events:eu-west-1:123456789012:rule/r";
    private const string Alarm = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:a";
    private const string Schedule = "arn:aws:scheduler:eu-west-1:123456789012:schedule/default/s";
    private const string Role = "arn:aws:iam::123456789012:role/hands";
    private const string Linked = "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/"
        + "AWSServiceRoleForAutoScaling";

    private readonly GuardRig _rig = GuardRig.New();
    private readonly string _queueUrl;

    public DeliveryTests()
    {
        _queueUrl = Rig.Run(new CreateQueue(), new() { QueueName = "q" }).QueueUrl!;
        Rig.Run(new CreateTopic(), new() { Name = "t" });
        Rig.Run(new CreateLogGroup(), new() { LogGroupName = "/aws/events/g" });
    }

    private Rig Rig => _rig.Rig;

    [Theory]
    // Source             Its ARN and account   Whom the policy lets in, and when               May
    [InlineData("events", Rule, null, null, false)]
    [InlineData("events", Rule, "events.amazonaws.com", null, true)]
    [InlineData("events", Rule, "sns.amazonaws.com", null, false)]
    [InlineData("events", Rule, "events.amazonaws.com", """{"ArnEquals":{"aws:SourceArn":"RULE"} }""", true)]
    [InlineData("events", "arn:aws:events:eu-west-1:999988887777:rule/r", "events.amazonaws.com",
        """{"ArnEquals":{"aws:SourceArn":"RULE"} }""", false)]
    [InlineData("sns", Topic, "sns.amazonaws.com", """{"ArnEquals":{"aws:SourceArn":"TOPIC"} }""", true)]
    [InlineData("sns", Topic + "2", "sns.amazonaws.com", """{"ArnEquals":{"aws:SourceArn":"TOPIC"} }""", false)]
    [InlineData("s3", "arn:aws:s3:::b|123456789012", "s3.amazonaws.com",
        """{"StringEquals":{"aws:SourceAccount":"123456789012"} }""", true)]
    [InlineData("s3", "arn:aws:s3:::b|999988887777", "s3.amazonaws.com",
        """{"StringEquals":{"aws:SourceAccount":"123456789012"} }""", false)]
    [InlineData("events", Rule, "events.amazonaws.com",
        """{"Bool":{"aws:PrincipalIsAWSService":"true","aws:SecureTransport":"true"} }""", true)]
    [InlineData("events", Rule, "events.amazonaws.com",
        """{"StringEquals":{"aws:PrincipalServiceName":"events.amazonaws.com"} }""", true)]
    [InlineData("events", Rule, "events.amazonaws.com",
        """{"StringEquals":{"aws:SourceOrgID":"o-other"} }""", false)]
    public void A_queue_lets_in_whom_its_policy_names(
        string service, string source, string? principal, string? condition, bool may)
    {
        if (principal is not null) Policy(Statement(principal, "sqs:SendMessage", Queue, condition));
        var parts = source.Split('|');
        Assert.Equal(may, May(Queue, service, parts[0], account: parts.Length > 1 ? parts[1] : null));
    }

    [Theory]
    [InlineData("cloudwatch", Alarm, true)]
    [InlineData("cloudwatch", "arn:aws:cloudwatch:eu-west-1:999988887777:alarm:a", false)]
    [InlineData("events", Rule, false)]
    [InlineData("vpce", "arn:aws:ec2:eu-west-1:123456789012:vpc-endpoint-service/vpce-svc-1", false)]
    public void A_topic_begins_with_a_policy_that_lets_in_alarms_of_its_account_and_no_rules(
        string service, string source, bool may) => Assert.Equal(may, May(Topic, service, source));

    [Fact]
    public void A_topic_lets_in_rules_by_its_policy()
    {
        Rig.Run(new SetTopicAttributes(), new()
        {
            TopicArn = Topic,
            AttributeName = "Policy",
            AttributeValue = GuardRig.Policy(Statement("events.amazonaws.com", "sns:Publish", Topic)),
        });
        Assert.True(May(Topic, "events", Rule));
        Assert.False(May(Topic, "cloudwatch", Alarm));
    }

    [Theory]
    [InlineData("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/events/*:*", true)]
    [InlineData("*", true)]
    [InlineData("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/other/*:*", false)]
    public void A_log_group_lets_in_rules_by_a_policy_of_its_account(string resource, bool may)
    {
        Assert.False(May(Group, "events", Rule));
        const string Actions = """["logs:CreateLogStream","logs:PutLogEvents"]""";
        Rig.Run(new PutResourcePolicy(), new()
        {
            PolicyName = "rules",
            PolicyDocument = GuardRig.Policy($$"""
                {"Effect":"Allow","Action":{{Actions}},"Resource":"{{resource}}",
                 "Principal":{"Service":["events.amazonaws.com","delivery.logs.amazonaws.com"]} }
                """),
        });
        Assert.Equal(may, May(Group, "events", Rule));
        Assert.False(May(Group, "sns", Topic));
        Rig.Run(new DeleteResourcePolicy(), new() { PolicyName = "rules" });
        Assert.False(May(Group, "events", Rule));
    }

    [Fact]
    public void A_policy_of_a_log_group_counts_for_that_group_only_and_both_actions_are_needed()
    {
        Rig.Run(new CreateLogGroup(), new() { LogGroupName = "/aws/events/h" });
        void Put(string actions) => Rig.Run(new PutResourcePolicy(), new()
        {
            ResourceArn = Group,
            PolicyDocument = GuardRig.Policy($$"""
                {"Effect":"Allow","Action":{{actions}},"Resource":"*","Principal":{"Service":"events.amazonaws.com"} }
                """),
        });
        Put("""["logs:PutLogEvents"]""");
        Assert.False(May(Group, "events", Rule));
        Put("""["logs:PutLogEvents","logs:CreateLogStream"]""");
        Assert.True(May(Group, "events", Rule));
        Assert.True(May(Group + ":*", "events", Rule));
        Assert.False(May(Group[..^1] + "h", "events", Rule));
    }

    [Fact]
    public void A_log_groups_policy_has_to_be_one()
    {
        Assert.Equal("InvalidParameterException", Rig.Refused(new PutResourcePolicy(), new()
        {
            PolicyName = "p", PolicyDocument = """{"Statement":[{"Effect":"Allow","Action":"logs:*"}]}""",
        }));
    }

    [Fact]
    public void A_schedule_delivers_with_its_role_as_far_as_the_role_may()
    {
        Assert.False(May(Queue, "scheduler", Schedule, Role));
        MakeRole("scheduler.amazonaws.com");
        Assert.False(May(Queue, "scheduler", Schedule, Role));
        Grant("sqs:SendMessage", Queue);
        Assert.True(May(Queue, "scheduler", Schedule, Role));
        Assert.False(May(Topic, "scheduler", Schedule, Role));
        // The role trusts the scheduler and nobody else.
        Assert.False(May(Queue, "autoscaling", Schedule, Role));
        Policy($$"""
            {"Effect":"Deny","Principal":{"AWS":"{{Role}}"},"Action":"sqs:SendMessage","Resource":"{{Queue}}"}
            """);
        Assert.False(May(Queue, "scheduler", Schedule, Role));
    }

    [Fact]
    public void Auto_Scaling_publishes_with_the_role_that_is_linked_to_it_before_it_is_made_too()
    {
        Assert.True(May(Topic, "autoscaling", "arn:aws:autoscaling:eu-west-1:123456789012:g", Linked));
        Assert.False(May(Queue, "autoscaling", "arn:aws:autoscaling:eu-west-1:123456789012:g", Linked));
        Assert.False(May(Topic, "events", Rule, Linked));
    }

    [Fact]
    public void A_bus_of_another_account_asks_who_it_is_that_sends()
    {
        var far = Rig.In("eu-west-1", "210987654321");
        far.Run(new CreateEventBus(), new() { Name = "far" });
        const string Bus = "arn:aws:events:eu-west-1:210987654321:event-bus/far";
        var organization = Rig.Run(new CreateOrganization(), new()).Organization!.Id!;
        void Put(string id) => far.Run(new PutPermission(), new()
        {
            EventBusName = "far",
            StatementId = "s",
            Action = "events:PutEvents",
            Principal = "*",
            Condition = new() { Type = "StringEquals", Key = "aws:PrincipalOrgID", Value = id },
        });
        Assert.False(May(Bus, "events", Rule));
        Put("o-otherotherother");
        Assert.False(May(Bus, "events", Rule));
        Put(organization);
        Assert.True(May(Bus, "events", Rule));
        Assert.False(May(Bus, "events", "arn:aws:events:eu-west-1:999988887777:rule/r"));
        Assert.True(May(
            "arn:aws:events:eu-west-1:210987654321:event-bus/far", "events",
            "arn:aws:events:us-east-1:210987654321:rule/r"));
    }

    [Fact]
    public void What_is_refused_says_which_policy_is_missing()
    {
        var obstacle = Obstacle(Queue, "events", Rule)!;
        Assert.Equal(ObstacleKind.NoPermission, obstacle.Kind);
        Assert.Equal(
            "User: events.amazonaws.com is not authorized to perform: sqs:SendMessage on resource: " + Queue
            + " because no resource-based policy allows the sqs:SendMessage action",
            obstacle.Text);
    }

    [Fact]
    public void A_bucket_lets_in_logs_by_its_policy_and_a_denial_is_told_from_a_missing_permission()
    {
        const string Target = "arn:aws:s3:::logs/a/b";
        Rig.Run(new CreateBucket(), new()
        {
            Bucket = "logs",
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
        });
        DeliveryObstacle? Asked(string service, string source) => Rig.Ask(call =>
            call.Port<IDeliveryJudge>().Refusal(call, new(Target, $"{service}.amazonaws.com", source, "")
            {
                SourceAccount = "123456789012",
                Conditions = new Dictionary<string, string> { ["s3:x-amz-acl"] = "bucket-owner-full-control" },
            }));
        void Put(string statement) => Rig.Run(
            new PutBucketPolicy(), new() { Bucket = "logs", Policy = GuardRig.Policy(statement) });
        Assert.False(Asked("logging.s3", "arn:aws:s3:::shop")!.IsDenied);
        const string Allow = """
            {"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject",
             "Resource":"arn:aws:s3:::logs/*","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::shop"},
             "StringEquals":{"aws:SourceAccount":"123456789012","s3:x-amz-acl":"bucket-owner-full-control"} } }
            """;
        Put(Allow);
        Assert.Null(Asked("logging.s3", "arn:aws:s3:::shop"));
        Assert.False(Asked("logging.s3", "arn:aws:s3:::other")!.IsDenied);
        Assert.False(Asked("s3", "arn:aws:s3:::shop")!.IsDenied);
        Put(Allow + """
            ,{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::logs/a/*"}
            """);
        Assert.True(Asked("logging.s3", "arn:aws:s3:::shop")!.IsDenied);
    }

    private bool May(string target, string service, string source, string? role = null, string? account = null) =>
        Obstacle(target, service, source, role, account) is null;

    private DeliveryObstacle? Obstacle(
        string target, string service, string source, string? role = null, string? account = null) =>
        Rig.Ask(call => Destinations.Obstacle(call, new(target, $"{service}.amazonaws.com", source, "{}")
        {
            Role = role, SourceAccount = account,
        }));

    private static string Statement(string principal, string action, string resource, string? condition = null) => $$"""
        {"Effect":"Allow","Principal":{"Service":"{{principal}}"},"Action":"{{action}}","Resource":"{{resource}}"
         {{(condition is null ? "" : ",\"Condition\":" + condition.Replace("RULE", Rule).Replace("TOPIC", Topic))}} }
        """;

    private void Policy(string statement) => Rig.Run(new SetQueueAttributes(), new()
    {
        QueueUrl = _queueUrl,
        Attributes = new Dictionary<string, string> { ["Policy"] = GuardRig.Policy(statement) },
    });

    private void MakeRole(string service) => Rig.Run(new CreateRole(), new()
    {
        RoleName = "hands",
        AssumeRolePolicyDocument = GuardRig.Policy(
            $$"""{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"}"""),
    });

    private void Grant(string action, string resource) => Rig.Run(new PutRolePolicy(), new()
    {
        RoleName = "hands", PolicyName = "own", PolicyDocument = GuardRig.Policy(GuardRig.Allow(action, resource)),
    });
}
