using System.Text.Json;
using CsCheck;
using Orrery.Contracts.Delivery;
using Orrery.Services.Sns.Operations.Publishing;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Tests.Unit.Services.Sns;

public sealed class PublishTests
{
    [Fact]
    public void A_queue_gets_the_notification_or_the_message_itself()
    {
        var square = Square.New();
        var topic = square.Topic();
        var plain = square.Subscribe(topic);
        square.Subscribe(topic, "sqs", Square.Queue + "-raw", ("RawMessageDelivery", "true"));
        var sent = square.Rig.Run(new Publish(), new()
        {
            TopicArn = topic, Message = "hello", Subject = "Hi",
            MessageAttributes = Square.Attributes(("n", "Number", "1")),
        });
        var wrapped = square.Sqs.Delivered.Single(d => d.TargetArn == Square.Queue);
        using var json = JsonDocument.Parse(wrapped.Body);
        string? Text(string name) => json.RootElement.GetProperty(name).GetString();
        Assert.Equal(("Notification", sent.MessageId, topic, "Hi", "hello", "2026-01-01T00:00:00.000Z"),
            (Text("Type"), Text("MessageId"), Text("TopicArn"), Text("Subject"), Text("Message"), Text("Timestamp")));
        Assert.Equal("NOT-SIGNED-BY-ORRERY", Text("Signature"));
        Assert.Contains(Uri.EscapeDataString(plain), Text("UnsubscribeURL"));
        var attribute = json.RootElement.GetProperty("MessageAttributes").GetProperty("n");
        Assert.Equal("1", attribute.GetProperty("Value").GetString());
        Assert.Empty(wrapped.Attributes);
        var raw = square.Sqs.Delivered.Single(d => d.TargetArn != Square.Queue);
        Assert.Equal(("hello", new DeliveryAttribute("n", "Number", "1")), (raw.Body, Assert.Single(raw.Attributes)));
    }

    [Fact]
    public void Messages_that_nobody_gets_have_ids_of_their_own()
    {
        var square = Square.New();
        PublishRequest request = new() { TopicArn = square.Topic(), Message = "hello" };
        Assert.NotEqual(
            square.Rig.Run(new Publish(), request).MessageId, square.Rig.Run(new Publish(), request).MessageId);
    }

    [Fact]
    public void Each_protocol_gets_its_own_text_and_others_the_default()
    {
        var square = Square.New();
        var topic = square.Topic("t", ("DisplayName", "Ann"));
        square.Subscribe(topic, "sqs", Square.Queue, ("RawMessageDelivery", "true"));
        square.Subscribe(topic, "sms", "+491701234567");
        square.Subscribe(topic, "lambda", "arn:aws:lambda:eu-west-1:123456789012:function:f");
        PublishRequest request = new()
        {
            TopicArn = topic, MessageStructure = "json", Message = """{"default": "d", "sqs": "q"}""",
        };
        square.Rig.Run(new Publish(), request);
        Assert.Equal("q", Assert.Single(square.Sqs.Delivered).Body);
        Assert.Equal(("Ann> d", "+491701234567"), (square.Letters()[0].Body, square.Letters()[0].To));
        using var happened = JsonDocument.Parse(Assert.Single(square.Lambda.Delivered).Body);
        var record = happened.RootElement.GetProperty("Records")[0].GetProperty("Sns");
        Assert.Equal("d", record.GetProperty("Message").GetString());
        Assert.Equal("InvalidParameter", square.Rig.Refused(
            new Publish(), request with { Message = """{"sqs": "q"}""" }));
        Assert.Equal("InvalidParameter", square.Rig.Refused(new Publish(), request with { Message = "q" }));
        Assert.Equal("InvalidParameter", square.Rig.Refused(new Publish(), request with { MessageStructure = "xml" }));
        square.Rig.Run(new Publish(), new() { PhoneNumber = "+491701234568", Message = "direct" });
        Assert.Equal("direct", square.Letters()[^1].Body);
    }

    [Fact]
    public void What_cannot_be_published_is_refused_with_the_code_of_AWS()
    {
        var square = Square.New();
        var topic = square.Topic();
        PublishRequest request = new() { TopicArn = topic, Message = "m" };
        string Refused(PublishRequest wrong) => square.Rig.Refused(new Publish(), wrong);
        Assert.Equal("InvalidParameter", Refused(request with { Message = "" }));
        Assert.Equal("InvalidParameter", Refused(request with { Message = new string('é', 131_073) }));
        Assert.Equal("InvalidParameter", Refused(request with { Subject = new string('s', 101) }));
        Assert.Equal("InvalidParameter", Refused(request with { Subject = "two\nlines" }));
        Assert.Equal("InvalidParameter", Refused(request with { TargetArn = topic }));
        Assert.Equal("InvalidParameter", Refused(request with { MessageDeduplicationId = "d" }));
        Assert.Equal("NotFound", Refused(request with { TopicArn = topic + "x" }));
        Assert.Equal("InvalidParameter", Refused(new() { PhoneNumber = "0170", Message = "m" }));
        Assert.Equal("InvalidParameter", Refused(new()
        {
            TargetArn = "arn:aws:sns:eu-west-1:123456789012:endpoint/GCM/a/1", Message = "m",
        }));
        foreach (var (name, type, value) in ((string, string, string)[])
            [("a", "Text", "x"), ("a", "String", ""), ("a", "Number", "x"), ("AWS.a", "String", "x"),
            ("a..b", "String", "x")])
            Assert.Equal("ParameterValueInvalid", Refused(request with
            {
                MessageAttributes = Square.Attributes((name, type, value)),
            }));
    }

    [Fact]
    public void Filters_decide_who_gets_a_message()
    {
        var square = Square.New();
        var topic = square.Topic();
        square.Subscribe(topic, "sqs", Square.Queue + "-attribute", ("FilterPolicy", """{"kind": ["a"]}"""));
        square.Subscribe(
            topic, "sqs", Square.Queue + "-body", ("FilterPolicy", """{"kind": {"is": ["a"]}}"""),
            ("FilterPolicyScope", "MessageBody"));
        square.Publish(topic, "plain", ("kind", "String", "a"));
        square.Publish(topic, """{"kind": {"is": "a"}}""", ("kind", "String", "b"));
        square.Publish(topic, "none");
        Assert.Equal(
            [Square.Queue + "-attribute", Square.Queue + "-body"], square.Sqs.Delivered.Select(d => d.TargetArn));
    }

    [Fact]
    public void What_a_queue_does_not_take_goes_to_the_dead_letter_queue_or_is_gone()
    {
        var square = Square.New();
        var topic = square.Topic();
        var arn = square.Subscribe(
            topic, "sqs", "arn:aws:sqs:eu-west-1:123456789012:gone", ("RawMessageDelivery", "true"));
        square.Publish(topic, "lost");
        Assert.Empty(square.Sqs.Delivered);
        square.Set(arn, "RedrivePolicy", $$"""{"deadLetterTargetArn": "{{Square.Queue}}"}""");
        square.Publish(topic, "kept");
        Assert.Equal((Square.Queue, "kept"), (square.Sqs.Delivered[0].TargetArn, square.Sqs.Delivered[0].Body));
    }

    [Fact]
    public void A_FIFO_topic_numbers_what_it_takes_and_knows_it_again_for_five_minutes()
    {
        var square = Square.New();
        var topic = square.Fifo();
        Assert.Equal("InvalidParameter", Rig.Refusal(() => square.Subscribe(topic, "email", "ann@example.com")));
        square.Subscribe(topic, "sqs", Square.Queue + ".fifo", ("RawMessageDelivery", "true"));
        square.Subscribe(topic, "sqs", Square.Queue, ("RawMessageDelivery", "true"));
        PublishResult Publish(string message, string group = "g", string? id = null) =>
            square.Rig.Run(new Publish(), new()
        {
            TopicArn = topic, Message = message, MessageGroupId = group, MessageDeduplicationId = id,
        });
        var first = Publish("a");
        Assert.Equal(first, Publish("a"));
        Assert.Equal(first, Publish("a", "other-group"));
        var second = Publish("b");
        Assert.True(string.CompareOrdinal(first.SequenceNumber, second.SequenceNumber) < 0);
        Assert.Equal(20, first.SequenceNumber!.Length);
        var inOrder = square.Sqs.Delivered.Where(d => d.TargetArn.EndsWith(".fifo", StringComparison.Ordinal)).ToList();
        Assert.Equal(["a", "b"], inOrder.Select(d => d.Body));
        Assert.All(inOrder, d => Assert.Equal(("g", 64), (d.GroupId, d.DeduplicationId!.Length)));
        Assert.All(square.Sqs.Delivered.Where(d => d.TargetArn == Square.Queue), d => Assert.Null(d.DeduplicationId));
        square.Rig.Advance(TimeSpan.FromMinutes(5));
        Assert.NotEqual(first.MessageId, Publish("a").MessageId);
        Assert.Equal("InvalidParameter", square.Rig.Refused(
            new Publish(), new PublishRequest { TopicArn = topic, Message = "m" }));
        var byId = square.Fifo("by-id.fifo", byContent: false);
        Assert.Equal("InvalidParameter", square.Rig.Refused(
            new Publish(), new PublishRequest { TopicArn = byId, Message = "m", MessageGroupId = "g" }));
    }

    [Fact]
    public void With_the_scope_of_groups_each_group_knows_its_own()
    {
        var square = Square.New();
        var topic = square.Topic(
            "t.fifo", ("FifoTopic", "true"), ("ContentBasedDeduplication", "true"),
            ("FifoThroughputScope", "MessageGroup"));
        string? Publish(string group) => square.Rig.Run(new Publish(), new()
        {
            TopicArn = topic, Message = "m", MessageGroupId = group,
        }).MessageId;
        Assert.NotEqual(Publish("a"), Publish("b"));
        Assert.Equal(Publish("a"), Publish("a"));
    }

    [Fact]
    public void Entries_of_a_batch_fail_by_themselves_and_the_batch_as_a_whole_by_its_form()
    {
        var square = Square.New();
        var topic = square.Topic();
        square.Subscribe(topic, "sqs", Square.Queue, ("RawMessageDelivery", "true"));
        PublishBatchRequest Of(params PublishBatchRequestEntry[] entries) =>
            new() { TopicArn = topic, PublishBatchRequestEntries = entries };
        PublishBatchRequestEntry Entry(string id, string message = "m") => new() { Id = id, Message = message };
        var result = square.Rig.Run(
            new PublishBatch(), Of(Entry("a", "1"), Entry("b") with { Subject = "\n" }, Entry("c", "3")));
        Assert.Equal(["a", "c"], result.Successful!.Select(e => e.Id));
        Assert.Equal(("b", "InvalidParameter", true), (
            result.Failed!.Single().Id, result.Failed![0].Code, result.Failed[0].SenderFault));
        Assert.Equal(["1", "3"], square.Sqs.Delivered.Select(d => d.Body));
        string Refused(PublishBatchRequest wrong) => square.Rig.Refused(new PublishBatch(), wrong);
        Assert.Equal("EmptyBatchRequest", Refused(Of()));
        Assert.Equal("BatchEntryIdsNotDistinct", Refused(Of(Entry("a"), Entry("a"))));
        Assert.Equal("InvalidBatchEntryId", Refused(Of(Entry("a b"))));
        Assert.Equal(
            "TooManyEntriesInBatchRequest", Refused(Of([.. Enumerable.Range(0, 11).Select(i => Entry($"e{i}"))])));
        Assert.Equal("BatchRequestTooLong", Refused(Of(Entry("a", new('x', 200_000)), Entry("b", new('x', 100_000)))));
    }

    [Fact]
    public void A_batch_is_its_messages_one_by_one()
    {
        Gen.OneOfConst("a", "b", "", "{\"k\":1}").Array[1, 6].Sample(messages =>
        {
            var (together, single) = (Square.New(), Square.New());
            foreach (var square in (Square[])[together, single])
                square.Subscribe(square.Fifo(), "sqs", Square.Queue + ".fifo", ("RawMessageDelivery", "true"));
            const string Topic = "arn:aws:sns:eu-west-1:123456789012:topic.fifo";
            together.Rig.Run(new PublishBatch(), new()
            {
                TopicArn = Topic,
                PublishBatchRequestEntries = [.. messages.Select((message, i) => new PublishBatchRequestEntry
                {
                    Id = $"e{i}", Message = message, MessageGroupId = "g",
                })],
            });
            foreach (var message in messages.Where(m => m.Length > 0))
                single.Rig.Run(new Publish(), new() { TopicArn = Topic, Message = message, MessageGroupId = "g" });
            return together.Sqs.Delivered.SequenceEqual(single.Sqs.Delivered, SameDelivery.Instance);
        }, iter: 50);
    }

    [Fact]
    public void Other_services_tell_topics_through_the_destination()
    {
        var square = Square.New();
        var topic = square.Topic();
        square.Subscribe(topic, "sqs", Square.Queue, ("RawMessageDelivery", "true"));
        DeliveryObstacle? Tell(string arn) => square.Rig.Do(call =>
            Destinations.TryDeliver(call, new(arn, "events.amazonaws.com", null, "told")));
        Assert.Null(Tell(topic));
        Assert.Equal("told", Assert.Single(square.Sqs.Delivered).Body);
        var obstacle = Tell(topic + "x");
        Assert.Equal(ObstacleKind.NoResource, obstacle!.Kind);
        Assert.Contains("does not exist", obstacle.ToString());
    }
}
