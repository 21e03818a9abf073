using System.Text.Json;
using Orrery.Services.Events;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Following;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Services.Sns;
using Orrery.Services.Sqs;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Wire.Generated.Events;
using Orrery.Wire.Generated.S3;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Who is notified of what. Source: S3 user guide, "Amazon S3 Event Notifications".</summary>
public sealed class NoticeTests
{
    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:told";

    private readonly Shop _shop = new(
        true, SqsService.Registration, SnsService.Registration, EventsService.Registration);

    [Fact]
    public void A_queue_that_lets_S3_is_tried_and_then_told()
    {
        Make();
        Configure(new() { QueueConfigurations = [To(Event.S3ObjectCreated, Event.S3ObjectRemoved)] });
        Assert.Equal("s3:TestEvent", Assert.Single(Told()).GetProperty("Event").GetString());
        var version = _shop.Put("a b/ü", "hello").VersionId;
        var record = Assert.Single(Told()).GetProperty("Records")[0];
        Assert.Equal("ObjectCreated:Put", record.GetProperty("eventName").GetString());
        Assert.Equal("2.1", record.GetProperty("eventVersion").GetString());
        Assert.Equal("eu-west-1", record.GetProperty("awsRegion").GetString());
        var thing = record.GetProperty("s3").GetProperty("object");
        Assert.Equal("a+b%2F%C3%BC", thing.GetProperty("key").GetString());
        Assert.Equal(5, thing.GetProperty("size").GetInt32());
        Assert.Equal(version, thing.GetProperty("versionId").GetString());
        _shop.Copy("a b/ü", "copy");
        _shop.Delete("copy");
        _shop.Delete("a b/ü", version);
        Assert.Equal(["ObjectCreated:Copy", "ObjectRemoved:DeleteMarkerCreated", "ObjectRemoved:Delete"], Names());
    }

    [Fact]
    public void Only_keys_and_events_that_are_asked_for_are_told()
    {
        Make();
        Configure(new()
        {
            QueueConfigurations =
            [
                To(Event.S3ObjectCreatedPut) with
                {
                    Filter = new()
                    {
                        Key = new()
                        {
                            FilterRules =
                            [
                                new() { Name = "prefix", Value = "in/" },
                                new() { Name = "SUFFIX", Value = ".jpg" },
                            ],
                        },
                    },
                },
            ],
        });
        Told();
        _shop.Put("in/1.jpg", "x");
        _shop.Put("in/1.png", "x");
        _shop.Put("out/1.jpg", "x");
        _shop.Copy("in/1.jpg", "in/2.jpg");
        Assert.Single(Told());
        // AWS tells the names with capitals, however they were sent: aws-sdk-go-v2 issue 1595.
        Assert.Equal(["Prefix", "Suffix"], _shop.Rig.Run(
            new GetBucketNotificationConfiguration(),
            new GetBucketNotificationConfigurationRequest { Bucket = Shop.Bucket })
            .QueueConfigurations![0].Filter!.Key!.FilterRules!.Select(static rule => rule.Name));
    }

    [Theory]
    [InlineData("infix", null)]
    [InlineData("prefix", "Prefix")]
    public void A_filter_has_one_prefix_and_one_suffix(string name, string? other)
    {
        Make();
        FilterRule[] rules = [new() { Name = name, Value = "a" }];
        if (other is not null) rules = [.. rules, new() { Name = other, Value = "b" }];
        Assert.Equal("InvalidArgument", Rig.Refusal(() =>
        {
            Configure(new()
            {
                QueueConfigurations =
                [
                    To(Event.S3ObjectCreated) with { Filter = new() { Key = new() { FilterRules = rules } } },
                ],
            });
            return null;
        }));
    }

    // S3 user guide, "Event message structure": of two events of a key the later has the greater sequencer.
    [Fact]
    public void Sequencers_are_in_the_order_of_events_not_of_versions()
    {
        Make();
        Configure(new() { QueueConfigurations = [To(Event.S3ObjectCreated, Event.S3ObjectRemoved)] });
        Told();
        var first = _shop.Put("k", "x").VersionId;
        _shop.Delete("k");
        _shop.Delete("k", first);
        _shop.Put("k", "y");
        var all = Told().Select(static message => message.GetProperty("Records")[0].GetProperty("s3")
            .GetProperty("object").GetProperty("sequencer").GetString()!).ToList();
        Assert.Equal(4, all.Distinct().Count());
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
    }

    [Fact]
    public void What_is_not_replicated_is_told_where_the_rule_is_measured()
    {
        Make();
        Configure(new() { QueueConfigurations = [To(Event.S3ReplicationOperationFailedReplication)] });
        Told();
        _shop.Make("a-replica");
        _shop.Rig.Run(new PutBucketVersioning(), new PutBucketVersioningRequest
        {
            Bucket = "a-replica", VersioningConfiguration = new() { Status = BucketVersioningStatus.Enabled },
        });
        _shop.Rig.Run(new PutBucketReplication(), new PutBucketReplicationRequest
        {
            Bucket = Shop.Bucket,
            ReplicationConfiguration = new()
            {
                Role = "arn:aws:iam::123456789012:role/replicates",
                Rules =
                [
                    new()
                    {
                        ID = "r", Status = ReplicationRuleStatus.Enabled, Priority = 1, Filter = new() { Prefix = "" },
                        DeleteMarkerReplication = new() { Status = DeleteMarkerReplicationStatus.Disabled },
                        Destination = new()
                        {
                            Bucket = "arn:aws:s3:::a-replica", Metrics = new() { Status = MetricsStatus.Enabled },
                        },
                    },
                ],
            },
        });
        _shop.Put("k", "x");
        Assert.Empty(Told());
        _shop.Rig.Run(new DeleteBucket(), new DeleteBucketRequest { Bucket = Empty("a-replica") });
        _shop.Put("k", "x");
        var record = Assert.Single(Told()).GetProperty("Records")[0];
        Assert.Equal("Replication:OperationFailedReplication", record.GetProperty("eventName").GetString());
        Assert.Equal("2.2", record.GetProperty("eventVersion").GetString());
        var failure = record.GetProperty("replicationEventData");
        Assert.Equal("DstBucketNotFound", failure.GetProperty("failureReason").GetString());
        Assert.Equal("r", failure.GetProperty("replicationRuleId").GetString());

        string Empty(string bucket)
        {
            var versions = _shop.Versions(request => request with { Bucket = bucket }).Versions!;
            foreach (var one in versions) _shop.Rig.Run(new DeleteObject(), new DeleteObjectRequest
            {
                Bucket = bucket, Key = one.Key, VersionId = one.VersionId,
            });
            return bucket;
        }
    }

    [Fact]
    public void Lifecycles_restores_and_tags_are_told_when_they_happen()
    {
        Make();
        Configure(new()
        {
            QueueConfigurations =
            [
                To(Event.S3LifecycleExpiration, Event.S3LifecycleTransition, Event.S3ObjectRestore,
                    Event.S3ObjectTagging),
            ],
        });
        Told();
        _shop.Age(Aging.Rule() with { Expiration = new() { Days = 3 } });
        _shop.Put("k", "x", static request => request with { StorageClass = StorageClass.Glacier });
        _shop.Rig.Run(new RestoreObject(), new RestoreObjectRequest
        {
            Bucket = Shop.Bucket,
            Key = "k",
            RestoreRequest = new() { Days = 1, GlacierJobParameters = new() { Tier = Tier.Expedited } },
        });
        _shop.Rig.Run(new PutObjectTagging(), new PutObjectTaggingRequest
        {
            Bucket = Shop.Bucket, Key = "k", Tagging = new() { TagSet = [new() { Key = "a", Value = "b" }] },
        });
        Assert.Equal(["ObjectRestore:Post", "ObjectTagging:Put"], Names());
        _shop.Rig.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(["ObjectRestore:Completed"], Names());
        _shop.Days(2);
        Assert.Equal(["ObjectRestore:Delete"], Names());
        _shop.Days(1);
        Assert.Equal(["LifecycleExpiration:DeleteMarkerCreated"], Names());
    }

    [Fact]
    public void Destinations_that_are_not_there_or_do_not_let_S3_are_refused()
    {
        Assert.Equal("InvalidArgument", Refused());
        _shop.Rig.Run(new CreateQueue(), new() { QueueName = "told" });
        Assert.Equal("InvalidArgument", Refused());
        Allow("arn:aws:s3:::another");
        Assert.Equal("InvalidArgument", Refused());
        Allow($"arn:aws:s3:::{Shop.Bucket}");
        Configure(new() { QueueConfigurations = [To(Event.S3ObjectCreated)] });
        Told();
        // What does not let S3 any more is not told.
        Allow("arn:aws:s3:::another");
        _shop.Put("k", "x");
        Assert.Empty(Told());

        string Refused() => Rig.Refusal(() =>
        {
            Configure(new() { QueueConfigurations = [To(Event.S3ObjectCreated)] });
            return null;
        });
    }

    [Fact]
    public void Configurations_that_overlap_are_refused()
    {
        Make();
        Assert.Equal("InvalidArgument", Rig.Refusal(() =>
        {
            Configure(new() { QueueConfigurations = [To(Event.S3ObjectCreated), To(Event.S3ObjectCreatedPut)] });
            return null;
        }));
        Configure(new() { QueueConfigurations = [To(Event.S3ObjectCreated), To(Event.S3ObjectRemoved)] });
        var kept = _shop.Rig.Run(
            new GetBucketNotificationConfiguration(),
            new GetBucketNotificationConfigurationRequest { Bucket = Shop.Bucket });
        Assert.Equal(2, kept.QueueConfigurations!.Count);
        Assert.All(kept.QueueConfigurations, static one => Assert.NotNull(one.Id));
        Configure(new());
        _shop.Put("k", "x");
    }

    [Fact]
    public void EventBridge_is_told_in_its_own_words()
    {
        Make();
        _shop.Rig.Run(new PutRule(), new PutRuleRequest { Name = "s3", EventPattern = """{"source":["aws.s3"]}""" });
        _shop.Rig.Run(new PutTargets(), new PutTargetsRequest
        {
            Rule = "s3", Targets = [new() { Id = "1", Arn = Queue }],
        });
        Configure(new() { EventBridgeConfiguration = new() });
        _shop.Put("k", "x");
        _shop.Delete("k");
        _shop.Rig.Advance(TimeSpan.FromSeconds(1));
        var told = Told();
        Assert.Equal(["Object Created", "Object Deleted"],
            told.Select(static one => one.GetProperty("detail-type").GetString()));
        Assert.Equal("Delete Marker Created", told[1].GetProperty("detail").GetProperty("deletion-type").GetString());
    }

    private static QueueConfiguration To(params Event[] events) => new() { QueueArn = Queue, Events = events };

    private void Make()
    {
        _shop.Rig.Run(new CreateQueue(), new() { QueueName = "told" });
        Allow($"arn:aws:s3:::{Shop.Bucket}");
    }

    private void Allow(string bucket) => _shop.Rig.Run(new SetQueueAttributes(), new()
    {
        QueueUrl = "http://localhost/123456789012/told",
        Attributes = new Dictionary<string, string>
        {
            ["Policy"] = $$$"""
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"sqs:SendMessage",
                  "Resource":"{{{Queue}}}","Condition":{"ArnLike":{"aws:SourceArn":"{{{bucket}}}"},
                  "StringEquals":{"aws:SourceAccount":"123456789012"} } },
                 {"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage",
                  "Resource":"{{{Queue}}}"}]}
                """,
        },
    });

    private void Configure(NotificationConfiguration wanted) => _shop.Rig.Run(
        new PutBucketNotificationConfiguration(),
        new PutBucketNotificationConfigurationRequest { Bucket = Shop.Bucket, NotificationConfiguration = wanted });

    private IEnumerable<string> Names() => Told().Select(
        static message => message.GetProperty("Records")[0].GetProperty("eventName").GetString()!).ToList();

    private List<JsonElement> Told()
    {
        var all = new List<JsonElement>();
        while (true)
        {
            var some = _shop.Rig.Do(call => new ReceiveMessage().Run(
                new ReceiveMessageRequest
                {
                    QueueUrl = "http://localhost/123456789012/told", MaxNumberOfMessages = 10,
                },
                call));
            if (some.Messages is not { Count: > 0 } messages) return all;
            foreach (var message in messages)
            {
                _shop.Rig.Run(new DeleteMessage(), new()
                {
                    QueueUrl = "http://localhost/123456789012/told", ReceiptHandle = message.ReceiptHandle,
                });
            }

            all.AddRange(messages.Select(static message => JsonDocument.Parse(message.Body!).RootElement));
        }
    }
}
