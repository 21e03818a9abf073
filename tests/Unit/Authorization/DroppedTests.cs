using Orrery.Contracts.Metrics;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Services.Events.Operations.Events;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Scheduler.Schedules;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Sns.Operations.Publishing;
using Orrery.Services.Sns.Operations.Subscriptions;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Cloudwatch;
using Orrery.Wire.Generated.Scheduler;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// What becomes of a delivery that is not let in: it is dropped, or goes to the dead-letter queue at once. Sources: SNS
/// Developer Guide, "Amazon SNS dead-letter queues" (client-side errors are not retried), "Monitoring Amazon SNS topics
/// using CloudWatch"; EventBridge User Guide, "Using dead-letter queues" (NO_PERMISSIONS), "Monitoring Amazon
/// EventBridge"; CloudWatch User Guide, "Using Amazon CloudWatch alarms" (the history of actions).
/// </summary>
public sealed class DroppedTests
{
    private const string Prefix = "arn:aws:sqs:eu-west-1:123456789012:";
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:t";

    private readonly GuardRig _rig = GuardRig.New();

    public DroppedTests()
    {
        foreach (var name in (string[])["q", "dead"]) Rig.Run(new CreateQueue(), new() { QueueName = name });
        Rig.Run(new CreateTopic(), new() { Name = "t" });
    }

    private Rig Rig => _rig.Rig;

    [Fact]
    public void An_event_goes_to_the_dead_letter_queue_of_the_target_and_only_where_that_lets_EventBridge_in()
    {
        Rig.Run(new PutRule(), new() { Name = "r", EventPattern = """{"source":["shop"]}""" });
        Rig.Run(new PutTargets(), new()
        {
            Rule = "r",
            Targets = [new() { Id = "q", Arn = Prefix + "q", DeadLetterConfig = new() { Arn = Prefix + "dead" } }],
        });
        Put();
        Assert.Equal((0, 0), (Count("q"), Count("dead")));
        Allow("dead", "events.amazonaws.com");
        Put();
        var dead = Assert.Single(Take("dead")).MessageAttributes!;
        Assert.Equal("NO_PERMISSIONS", dead["ERROR_CODE"].StringValue);
        Assert.Equal("0", dead["RETRY_ATTEMPTS"].StringValue);
        Allow("q", "events.amazonaws.com");
        Put();
        Assert.Equal((1, 0), (Count("q"), Count("dead")));
        double Failed(string metric) => Sum("AWS/Events", metric, "RuleName", "r");
        Assert.Equal(
            (2.0, 1.0, 1.0),
            (Failed("FailedInvocations"), Failed("InvocationsSentToDlq"), Failed("InvocationsFailedToBeSentToDlq")));
    }

    [Fact]
    public void A_message_goes_to_the_dead_letter_queue_of_the_subscription_and_only_where_that_lets_SNS_in()
    {
        Rig.Run(new Subscribe(), new()
        {
            TopicArn = Topic,
            Protocol = "sqs",
            Endpoint = Prefix + "q",
            Attributes = new Dictionary<string, string>
            {
                ["RedrivePolicy"] = "{\"deadLetterTargetArn\":\"" + Prefix + "dead\"}",
            },
        });
        void Publish() => Rig.Run(new Publish(), new() { TopicArn = Topic, Message = "m" });
        Publish();
        Assert.Equal((0, 0), (Count("q"), Count("dead")));
        Allow("dead", "sns.amazonaws.com");
        Publish();
        Assert.Single(Take("dead"));
        Allow("q", "sns.amazonaws.com");
        Publish();
        Assert.Equal((1, 0), (Count("q"), Count("dead")));
        double Failed(string metric) => Sum("AWS/SNS", metric, "TopicName", "t");
        Assert.Equal(
            (2.0, 1.0, 1.0),
            (Failed("NumberOfNotificationsFailed"), Failed("NumberOfNotificationsRedrivenToDlq"),
                Failed("NumberOfNotificationsFailedToRedriveToDlq")));
    }

    [Fact]
    public void A_schedule_whose_role_may_not_is_tried_again_until_it_gives_up()
    {
        CreateScheduleRequest request = new()
        {
            Name = "s",
            ScheduleExpression = "at(2026-01-01T01:00:00)",
            FlexibleTimeWindow = new() { Mode = FlexibleTimeWindowMode.Off },
            Target = new()
            {
                Arn = Prefix + "q",
                RoleArn = "arn:aws:iam::123456789012:role/hands",
                RetryPolicy = new() { MaximumRetryAttempts = 1, MaximumEventAgeInSeconds = 60 },
            },
        };
        Assert.Equal("ValidationException", Rig.Refused(new CreateSchedule(), request));
        Rig.Run(new CreateRole(), new()
        {
            RoleName = "hands",
            AssumeRolePolicyDocument = GuardRig.Policy("""
                {"Effect":"Allow","Principal":{"Service":"scheduler.amazonaws.com"},"Action":"sts:AssumeRole"}
                """),
        });
        Rig.Run(new CreateSchedule(), request);
        Allow("q", "scheduler.amazonaws.com");
        Rig.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, Count("q"));
        Assert.Equal(1, Sum("AWS/Scheduler", "InvocationDroppedCount", "ScheduleGroup", "default"));
    }

    [Fact]
    public void An_alarm_whose_topic_does_not_let_it_in_says_so_in_its_history()
    {
        Rig.Run(new PutMetricAlarm(), new()
        {
            AlarmName = "a",
            Namespace = "n",
            MetricName = "m",
            Statistic = Statistic.Sum,
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 1,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
            AlarmActions = [Topic],
        });
        Alarm("first");
        Assert.Contains("Successfully", History(), StringComparison.Ordinal);
        Rig.Run(new SetTopicAttributes(), new()
        {
            TopicArn = Topic,
            AttributeName = "Policy",
            AttributeValue = GuardRig.Policy($$"""
                {"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sns:Publish",
                 "Resource":"{{Topic}}"}
                """),
        });
        Alarm("second");
        Assert.Contains("no resource-based policy allows the sns:Publish action", History(), StringComparison.Ordinal);
    }

    private void Alarm(string reason)
    {
        foreach (var state in (StateValue[])[StateValue.Ok, StateValue.Alarm])
            Rig.Run(new SetAlarmState(), new() { AlarmName = "a", StateValue = state, StateReason = reason });
    }

    private double Sum(string space, string metric, string dimension, string value)
    {
        var question = new MetricQuestion(
            new(space, metric, [new(dimension, value)]), "Sum", TimeSpan.FromDays(1), Rig.Start, Rig.Start.AddDays(1));
        return Rig.Ask(call => call.Port<IMetrics>().Read(call, question)).Sum(point => point.Value);
    }

    private string History()
    {
        var item = Rig.Run(new DescribeAlarmHistory(), new()
        {
            AlarmName = "a", HistoryItemType = HistoryItemType.Action,
        }).AlarmHistoryItems![0];
        return item.HistorySummary + " " + item.HistoryData;
    }

    private void Put() => Rig.Run(
        new PutEvents(), new() { Entries = [new() { Source = "shop", DetailType = "d", Detail = "{}" }] });

    private void Allow(string queue, string service) => Rig.Run(new SetQueueAttributes(), new()
    {
        QueueUrl = Url(queue),
        Attributes = new Dictionary<string, string>
        {
            ["Policy"] = GuardRig.Policy($$"""
                {"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sqs:SendMessage","Resource":"*"}
                """),
        },
    });

    private int Count(string queue) => Take(queue).Count;

    private IReadOnlyList<Message> Take(string queue)
    {
        var messages = Rig.Run(new ReceiveMessage(), new()
        {
            QueueUrl = Url(queue), MessageAttributeNames = ["All"], MaxNumberOfMessages = 10,
        }).Messages ?? [];
        foreach (var message in messages)
            Rig.Run(new DeleteMessage(), new() { QueueUrl = Url(queue), ReceiptHandle = message.ReceiptHandle! });
        return messages;
    }

    private string Url(string queue) => Rig.Run(new GetQueueUrl(), new() { QueueName = queue }).QueueUrl!;
}
