using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Services.Events.Operations.Events;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Following;
using Orrery.Services.Sns.Operations.Publishing;
using Orrery.Services.Sns.Operations.Subscriptions;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.Cloudwatch;
using Orrery.Wire.Generated.Kms;
using Orrery.Wire.Generated.S3;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Topics that KMS encrypts. Source: SNS Developer Guide, "Managing Amazon SNS encryption keys and costs".
/// </summary>
public sealed class SealedTopicTests
{
    private readonly Vault _vault = new();
    private readonly string _topic;

    public SealedTopicTests()
    {
        _vault.Queue("q");
        _topic = Topic("t", _vault.Key);
        _vault.Rig.Run(new Subscribe(), new()
        {
            TopicArn = _topic, Protocol = "sqs", Endpoint = "arn:aws:sqs:eu-west-1:123456789012:q",
        });
    }

    [Theory]
    [InlineData(null, "kms:GenerateDataKey", "kms:Decrypt")]
    [InlineData("KMSAccessDenied", "kms:GenerateDataKey")]
    [InlineData("KMSAccessDenied", "kms:Decrypt")]
    [InlineData("KMSAccessDenied", "sns:*")]
    public void Who_publishes_needs_a_data_key_and_to_decrypt(string? code, params string[] actions)
    {
        var ann = _vault.User("ann", actions);
        Assert.Equal(code, _vault.Code(ann, new Publish(), Message(_topic)));
        Assert.Equal(code, _vault.Code(ann, new PublishBatch(), new()
        {
            TopicArn = _topic, PublishBatchRequestEntries = [new() { Id = "a", Message = "x" }],
        }));
        Assert.Equal(code is null ? 2 : 0, _vault.Count("q"));
    }

    [Fact]
    public void A_key_that_is_off_stops_publishers_until_it_is_on_again()
    {
        _vault.Turn(on: false);
        Assert.Equal("KMSDisabled", _vault.Code(null, new Publish(), Message(_topic)));
        _vault.Turn(on: true);
        Assert.Null(_vault.Code(null, new Publish(), Message(_topic)));
        _vault.Rig.Run(new ScheduleKeyDeletion(), new() { KeyId = _vault.Key });
        Assert.Equal("KMSInvalidState", _vault.Code(null, new Publish(), Message(_topic)));
        Assert.Equal(1, _vault.Count("q"));
    }

    [Fact]
    public void A_key_is_looked_for_when_somebody_publishes()
    {
        Assert.Equal("KMSNotFound", _vault.Code(null, new Publish(), Message(Topic("none", "alias/none"))));
        var pair = _vault.Rig.Run(new CreateKey(), new()
        {
            KeySpec = KeySpec.EccNistP256, KeyUsage = KeyUsageType.SignVerify,
        }).KeyMetadata!.Arn!;
        Assert.Equal("KMSInvalidState", _vault.Code(null, new Publish(), Message(Topic("wrong", pair))));
    }

    [Fact]
    public void A_topic_shows_its_key_until_it_is_taken_away()
    {
        Assert.Equal(_vault.Key, KeyOf());
        Assert.Equal("InvalidParameter", _vault.Rig.Refused(new CreateTopic(), new() { Name = "t", Attributes =
            new Dictionary<string, string> { ["KmsMasterKeyId"] = "alias/other" } }));
        _vault.Turn(on: false);
        _vault.Rig.Run(new SetTopicAttributes(), new()
        {
            TopicArn = _topic, AttributeName = "KmsMasterKeyId", AttributeValue = "",
        });
        Assert.Null(KeyOf());
        Assert.Null(_vault.Code(null, new Publish(), Message(_topic)));
    }

    [Fact]
    public void AWSs_own_key_serves_the_account_and_no_service()
    {
        var own = Topic("own", "alias/aws/sns");
        Assert.Null(_vault.Code(_vault.User("ann", "sns:*"), new Publish(), Message(own)));
        Assert.Equal("InvalidArgument", Tell(own));
        Assert.Null(_vault.Code(null, new SetTopicAttributes(), new()
        {
            TopicArn = own, AttributeName = "KmsMasterKeyId", AttributeValue = _vault.Key,
        }));
        _vault.Let("s3.amazonaws.com", """{"StringEquals":{"aws:SourceAccount":"123456789012"}}""");
        Assert.Null(Tell(own));
    }

    [Fact]
    public void A_rule_tries_again_while_the_key_is_off_and_not_where_it_may_not_use_it()
    {
        _vault.Rig.Run(new PutRule(), new() { Name = "r", EventPattern = """{"source":["shop"]}""" });
        _vault.Rig.Run(new PutTargets(), new()
        {
            Rule = "r", Targets = [new() { Id = "t", Arn = _topic, DeadLetterConfig = new() { Arn = Vault.Dead } }],
        });
        Put();
        Assert.Equal((0, 1), (_vault.Count("q"), _vault.Count("dead")));
        _vault.Let("events.amazonaws.com", """{"StringEquals":{"kms:ViaService":"sns.eu-west-1.amazonaws.com"}}""");
        _vault.Turn(on: false);
        Put();
        _vault.Rig.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((0, 1), (_vault.Count("q"), _vault.Count("dead")));
        _vault.Turn(on: true);
        _vault.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1, 1), (_vault.Count("q"), _vault.Count("dead")));
    }

    // Amazon CloudWatch User Guide: the history of an alarm tells that its action failed.
    [Fact]
    public void An_alarm_publishes_where_the_key_lets_CloudWatch_use_it()
    {
        _vault.Rig.Run(new PutMetricAlarm(), new()
        {
            AlarmName = "a", Namespace = "n", MetricName = "m", Statistic = Statistic.Sum, Period = 60,
            EvaluationPeriods = 1, Threshold = 1, ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
            AlarmActions = [_topic],
        });
        Alarm();
        Assert.Equal(0, _vault.Count("q"));
        Assert.Contains(
            _vault.Rig.Run(new DescribeAlarmHistory(), new DescribeAlarmHistoryRequest { AlarmName = "a" })
                .AlarmHistoryItems!,
            item => item.HistorySummary!.StartsWith("Failed to execute action", StringComparison.Ordinal));
        _vault.Let("cloudwatch.amazonaws.com");
        Alarm();
        Assert.Equal(1, _vault.Count("q"));
    }

    private static PublishRequest Message(string topic) => new() { TopicArn = topic, Message = "x" };

    private string Topic(string name, string key) => _vault.Rig.Run(new CreateTopic(), new()
    {
        Name = name,
        Attributes = new Dictionary<string, string>
        {
            ["KmsMasterKeyId"] = key,
            ["Policy"] = GuardRig.Policy("""
                {"Effect":"Allow","Action":"sns:Publish","Resource":"*","Principal":{"Service":[
                 "events.amazonaws.com","cloudwatch.amazonaws.com","s3.amazonaws.com"]}}
                """),
        },
    }).TopicArn!;

    private string? KeyOf() => _vault.Rig.Run(new GetTopicAttributes(), new GetTopicAttributesRequest
    {
        TopicArn = _topic,
    }).Attributes!.GetValueOrDefault("KmsMasterKeyId");

    private string? Tell(string topic)
    {
        if (_vault.Code(null, new CreateBucket(), new CreateBucketRequest
        {
            Bucket = "tells",
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
        }) is { } code) Assert.Equal("BucketAlreadyOwnedByYou", code);
        return _vault.Code(null, new PutBucketNotificationConfiguration(), new()
        {
            Bucket = "tells",
            NotificationConfiguration = new()
            {
                TopicConfigurations = [new() { TopicArn = topic, Events = [Event.S3ObjectCreated] }],
            },
        });
    }

    private void Put() => _vault.Rig.Run(new PutEvents(), new()
    {
        Entries = [new() { Source = "shop", DetailType = "sold", Detail = "{}" }],
    });

    private void Alarm()
    {
        foreach (var state in new[] { StateValue.Ok, StateValue.Alarm })
        {
            _vault.Rig.Run(new SetAlarmState(), new() { AlarmName = "a", StateValue = state, StateReason = "test" });
        }
    }
}
