using Orrery.Services.Events.Operations.Events;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Kms.Operations.Policies;
using Orrery.Services.Sns.Operations.Publishing;
using Orrery.Services.Sns.Operations.Subscriptions;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.MoveTasks;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.Kms;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>Queues that KMS encrypts. Source: SQS Developer Guide, "Amazon SQS Key management".</summary>
public sealed class SealedQueueTests
{
    private const string QueueArn = "arn:aws:sqs:eu-west-1:123456789012:q";

    private readonly Vault _vault = new();
    private readonly string _queue;

    public SealedQueueTests() => _queue = _vault.Queue("q", _vault.Key);

    [Theory]
    [InlineData(null, null, "kms:GenerateDataKey", "kms:Decrypt")]
    [InlineData(null, null, "kms:*")]
    [InlineData("KmsAccessDenied", null, "kms:Decrypt")]
    [InlineData("KmsAccessDenied", "KmsAccessDenied", "kms:GenerateDataKey")]
    [InlineData("KmsAccessDenied", "KmsAccessDenied", "sqs:*")]
    public void Who_sends_needs_a_data_key_and_who_receives_to_decrypt(
        string? toSend, string? toReceive, params string[] actions)
    {
        var ann = _vault.User("ann", actions);
        Assert.Equal(toSend, _vault.Code(ann, new SendMessage(), Message("x")));
        if (toSend is not null) Assert.Null(_vault.Code(null, new SendMessage(), Message("x")));
        Assert.Equal(toReceive, _vault.Code(ann, new ReceiveMessage(), new() { QueueUrl = _queue }));
        // Whoever is refused has taken nothing.
        Assert.Equal(toReceive is null ? 0 : 1, _vault.Count("q"));
    }

    [Fact]
    public void Conditions_of_the_key_see_the_queue_and_the_service()
    {
        var ann = _vault.User("ann", "orrery:Nothing");
        void Let(string condition) => _vault.Rig.Run(new PutKeyPolicy(), new()
        {
            KeyId = _vault.Key,
            Policy = GuardRig.Policy($$"""
                {"Effect":"Allow","Action":"kms:*","Resource":"*","Principal":{"AWS":"{{Vault.Account}}"} },
                {"Effect":"Allow","Action":["kms:GenerateDataKey","kms:Decrypt"],"Resource":"*",
                 "Principal":{"AWS":"{{ann.Arn}}"},"Condition":{"StringEquals":{{condition}} } }
                """),
        });
        Let("""{"kms:ViaService":"sns.eu-west-1.amazonaws.com"}""");
        Assert.Equal("KmsAccessDenied", _vault.Code(ann, new SendMessage(), Message("x")));
        Let("""{"kms:ViaService":"sqs.eu-west-1.amazonaws.com"}""");
        Assert.Null(_vault.Code(ann, new SendMessage(), Message("x")));
        Let($$"""{"kms:EncryptionContext:aws:sqs:arn":"{{QueueArn}}2"}""");
        Assert.Equal("KmsAccessDenied", _vault.Code(ann, new SendMessage(), Message("x")));
        Let($$"""{"kms:EncryptionContext:aws:sqs:arn":"{{QueueArn}}"}""");
        Assert.Null(_vault.Code(ann, new SendMessage(), Message("x")));
    }

    [Fact]
    public void A_key_that_is_off_stops_all_until_it_is_on_again()
    {
        Assert.Null(_vault.Code(null, new SendMessage(), Message("x")));
        _vault.Turn(on: false);
        Assert.Equal("KmsDisabled", _vault.Code(null, new SendMessage(), Message("y")));
        Assert.Equal("KmsDisabled", _vault.Code(null, new ReceiveMessage(), new() { QueueUrl = _queue }));
        Assert.Equal("KmsDisabled", _vault.Code(null, new SendMessageBatch(), new()
        {
            QueueUrl = _queue, Entries = [new() { Id = "a", MessageBody = "z" }],
        }));
        _vault.Turn(on: true);
        Assert.Equal("x", Assert.Single(_vault.Receive("q")).Body);
        _vault.Rig.Run(new ScheduleKeyDeletion(), new() { KeyId = _vault.Key });
        Assert.Equal("KmsInvalidState", _vault.Code(null, new ReceiveMessage(), new() { QueueUrl = _queue }));
    }

    [Fact]
    public void A_key_is_looked_for_when_somebody_sends()
    {
        var none = _vault.Queue("none", "alias/none");
        Assert.Equal("KmsNotFound", _vault.Code(null, new SendMessage(), Message("x") with { QueueUrl = none }));
        var pair = _vault.Rig.Run(new CreateKey(), new()
        {
            KeySpec = KeySpec.EccNistP256, KeyUsage = KeyUsageType.SignVerify,
        }).KeyMetadata!.Arn!;
        var wrong = _vault.Queue("wrong", pair);
        Assert.Equal(
            "KmsInvalidKeyUsage", _vault.Code(null, new SendMessage(), Message("x") with { QueueUrl = wrong }));
    }

    [Fact]
    public void A_message_stays_under_the_key_that_it_was_sent_under()
    {
        Assert.Null(_vault.Code(null, new SendMessage(), Message("old")));
        Set(_vault.NewKey());
        Assert.Null(_vault.Code(null, new SendMessage(), Message("new")));
        Set("");
        Assert.Null(_vault.Code(null, new SendMessage(), Message("open")));
        _vault.Turn(on: false);
        Assert.Equal("KmsDisabled", _vault.Code(
            null, new ReceiveMessage(), new() { QueueUrl = _queue, MaxNumberOfMessages = 10 }));
        _vault.Turn(on: true);
        Assert.Equal(["old", "new", "open"], _vault.Receive("q").Select(m => m.Body));
    }

    [Fact]
    public void AWSs_own_key_serves_the_account_and_no_service()
    {
        var own = _vault.Queue("own", "alias/aws/sqs");
        Assert.Null(_vault.Code(_vault.User("ann", "sqs:*"), new SendMessage(), Message("x") with { QueueUrl = own }));
        Assert.Single(_vault.Receive("own"));
        var topic = Topic("own");
        Publish(topic, "lost");
        Assert.Single(_vault.Receive("own"));
        Assert.Single(_vault.Receive("dead"));
    }

    [Fact]
    public void A_topic_reaches_a_queue_whose_key_lets_SNS_use_it()
    {
        var topic = Topic("q");
        Publish(topic, "one");
        Assert.Equal((0, 1), (_vault.Count("q"), _vault.Count("dead")));
        _vault.Let("sns.amazonaws.com", $$"""{"ArnEquals":{"aws:SourceArn":"{{topic}}"} }""");
        Publish(topic, "two");
        Assert.Equal((1, 1), (_vault.Count("q"), _vault.Count("dead")));
        _vault.Turn(on: false);
        Publish(topic, "three");
        _vault.Turn(on: true);
        Assert.Equal((1, 2), (_vault.Count("q"), _vault.Count("dead")));
        _vault.Let("sns.amazonaws.com", """{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:eu-west-1:123456789012:t2"}}""");
        Publish(topic, "four");
        Assert.Equal((1, 3), (_vault.Count("q"), _vault.Count("dead")));
        Assert.Contains("two", Assert.Single(_vault.Receive("q")).Body);
    }

    [Fact]
    public void A_rule_tries_again_while_the_key_is_off_and_not_where_it_may_not_use_it()
    {
        _vault.Rig.Run(new PutRule(), new() { Name = "r", EventPattern = """{"source":["shop"]}""" });
        _vault.Rig.Run(new PutTargets(), new()
        {
            Rule = "r", Targets = [new() { Id = "t", Arn = QueueArn, DeadLetterConfig = new() { Arn = Vault.Dead } }],
        });
        Tell();
        var attributes = Assert.Single(_vault.Receive("dead")).MessageAttributes!;
        Assert.Equal("NO_PERMISSIONS", attributes["ERROR_CODE"].StringValue);
        _vault.Let("events.amazonaws.com");
        _vault.Turn(on: false);
        Tell();
        _vault.Rig.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((0, 1), (_vault.Count("q"), _vault.Count("dead")));
        _vault.Turn(on: true);
        _vault.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1, 1), (_vault.Count("q"), _vault.Count("dead")));
    }

    [Fact]
    public void Messages_are_moved_from_key_to_key_by_who_may_use_both_while_both_are_on()
    {
        var target = _vault.NewKey();
        _vault.Queue("to", target, ("RedrivePolicy", """
            {"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:q","maxReceiveCount":9}
            """));
        StartMessageMoveTaskRequest request = new()
        {
            SourceArn = QueueArn, DestinationArn = "arn:aws:sqs:eu-west-1:123456789012:to",
        };
        Assert.Null(_vault.Code(null, new SendMessage(), Message("x")));
        Assert.Equal(
            "KmsAccessDenied", _vault.Code(_vault.User("ann", "sqs:*"), new StartMessageMoveTask(), request));
        _vault.Turn(on: false);
        Assert.Equal("KmsDisabled", _vault.Code(null, new StartMessageMoveTask(), request));
        _vault.Turn(on: true);
        _vault.Rig.Run(new StartMessageMoveTask(), request);
        Assert.Equal((0, 1), (_vault.Count("q"), _vault.Count("to")));
        _vault.Turn(on: false);
        Assert.Single(_vault.Receive("to"));
        _vault.Turn(on: false, target);
        Assert.Equal("KmsDisabled", _vault.Code(null, new ReceiveMessage(), new() { QueueUrl = Vault.UrlOf("to") }));
    }

    private SendMessageRequest Message(string body) => new() { QueueUrl = _queue, MessageBody = body };

    private void Set(string key) => _vault.Rig.Run(new SetQueueAttributes(), new()
    {
        QueueUrl = _queue, Attributes = new Dictionary<string, string> { ["KmsMasterKeyId"] = key },
    });

    private string Topic(string queue)
    {
        var topic = _vault.Rig.Run(new CreateTopic(), new() { Name = "t" }).TopicArn!;
        _vault.Rig.Run(new Subscribe(), new()
        {
            TopicArn = topic, Protocol = "sqs", Endpoint = $"arn:aws:sqs:eu-west-1:123456789012:{queue}",
            Attributes = new Dictionary<string, string>
            {
                ["RedrivePolicy"] = $$"""{"deadLetterTargetArn":"{{Vault.Dead}}"}""",
            },
        });
        return topic;
    }

    private void Publish(string topic, string text) =>
        _vault.Rig.Run(new Publish(), new() { TopicArn = topic, Message = text });

    private void Tell() => _vault.Rig.Run(new PutEvents(), new()
    {
        Entries = [new() { Source = "shop", DetailType = "sold", Detail = "{}" }],
    });
}
