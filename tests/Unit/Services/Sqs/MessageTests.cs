using System.Text;
using Orrery.Contracts.Delivery;
using Orrery.Services.Sqs;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Tests.Unit.Services.Sqs;

public sealed class MessageTests
{
    private const string Trace = "Root=1-5759e988-bd862e3fe1be46a994272793";

    private readonly Desk _desk = new();

    [Fact]
    public void A_message_is_hidden_until_its_timeout_and_gone_when_deleted()
    {
        var url = _desk.Queue();
        var sent = _desk.Send(url, "hello");
        Assert.Equal("5d41402abc4b2a76b9719d911017c592", sent.MD5OfMessageBody);
        Assert.Equal((1, 0, 0), _desk.Counts(url));
        var first = Assert.Single(_desk.Receive(url));
        Assert.Equal(sent.MessageId, first.MessageId);
        Assert.Equal((0, 1, 0), _desk.Counts(url));
        Assert.Empty(_desk.Receive(url));
        _desk.Pass(29.999);
        Assert.Empty(_desk.Receive(url));
        _desk.Pass(0.001);
        Assert.Equal((1, 0, 0), _desk.Counts(url));
        var second = Assert.Single(_desk.Receive(url));
        Assert.NotEqual(first.ReceiptHandle, second.ReceiptHandle);
        Assert.Equal("2", second.Attributes!["ApproximateReceiveCount"]);
        Assert.Equal(
            first.Attributes!["ApproximateFirstReceiveTimestamp"],
            second.Attributes["ApproximateFirstReceiveTimestamp"]);
        _desk.Delete(url, second);
        Assert.Equal((0, 0, 0), _desk.Counts(url));
        _desk.Delete(url, second);
        _desk.Pass(60);
        Assert.Empty(_desk.Receive(url));
    }

    // getmoto/moto pull request 4655, verified against AWS.
    [Fact]
    public void An_old_receipt_deletes_from_a_standard_queue()
    {
        var url = _desk.Queue();
        _desk.Send(url, "x");
        var old = Assert.Single(_desk.Receive(url, hidden: 0));
        Assert.Single(_desk.Receive(url));
        _desk.Delete(url, old);
        Assert.Equal((0, 0, 0), _desk.Counts(url));
    }

    // localstack, test_sqs.snapshot.json; aws/aws-sdk-java issue 1628.
    [Fact]
    public void Visibility_is_changed_by_receipt()
    {
        var url = _desk.Queue();
        _desk.Send(url, "x");
        var message = Assert.Single(_desk.Receive(url));
        _desk.Hide(url, message, 100);
        _desk.Pass(99);
        Assert.Empty(_desk.Receive(url));
        _desk.Hide(url, message, 0);
        message = Assert.Single(_desk.Receive(url, hidden: 10));
        Assert.Equal("InvalidParameterValue", Hiding(message.ReceiptHandle!, 43_201));
        _desk.Pass(5);
        Assert.Equal("InvalidParameterValue", Hiding(message.ReceiptHandle!, 43_200));
        Assert.Equal("ReceiptHandleIsInvalid", Hiding("INVALID", 1));
        Assert.Equal("ReceiptHandleIsInvalid", Hiding(Convert.ToBase64String(new byte[80]), 1));
        _desk.Delete(url, message);
        Assert.Equal("InvalidParameterValue", Hiding(message.ReceiptHandle!, 1));

        string Hiding(string handle, int seconds) => _desk.Rig.Refused(
            new ChangeMessageVisibility(),
            new() { QueueUrl = url, ReceiptHandle = handle, VisibilityTimeout = seconds });
    }

    // localstack pull request 9632, verified against AWS.
    [Fact]
    public void An_expired_receipt_hides_nothing()
    {
        var url = _desk.Queue();
        _desk.Send(url, "x");
        var message = Assert.Single(_desk.Receive(url, hidden: 5));
        _desk.Pass(6);
        _desk.Hide(url, message, 10);
        Assert.Equal((1, 0, 0), _desk.Counts(url));
        message = Assert.Single(_desk.Receive(url, hidden: 5));
        Assert.Equal("2", message.Attributes!["ApproximateReceiveCount"]);
        _desk.Hide(url, message, 10);
        _desk.Pass(9);
        Assert.Empty(_desk.Receive(url));
    }

    [Fact]
    public void A_delay_is_of_the_queue_or_of_the_message()
    {
        var url = _desk.Queue("jobs", ("DelaySeconds", "10"));
        _desk.Send(url, "queue's");
        _desk.Send(url, "own", delay: 3);
        _desk.Send(url, "none", delay: 0);
        Assert.Equal((1, 0, 2), _desk.Counts(url));
        Assert.Equal(["none"], _desk.Bodies(url));
        _desk.Pass(3);
        Assert.Equal((1, 1, 1), _desk.Counts(url));
        Assert.Equal(["own"], _desk.Bodies(url));
        _desk.Set(url, "DelaySeconds", "0");
        _desk.Pass(6.9);
        Assert.Empty(_desk.Receive(url));
        _desk.Pass(0.1);
        Assert.Equal(["queue's"], _desk.Bodies(url));
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => _desk.Send(url, "x", delay: 901)));
    }

    [Fact]
    public void Messages_expire_wherever_they_are()
    {
        var url = _desk.Queue("jobs", ("MessageRetentionPeriod", "60"), ("VisibilityTimeout", "1000"));
        _desk.Send(url, "in flight");
        _desk.Receive(url);
        _desk.Send(url, "returned");
        _desk.Receive(url, hidden: 0);
        _desk.Pass(30);
        _desk.Send(url, "delayed", delay: 500);
        _desk.Send(url, "fresh");
        Assert.Equal((2, 1, 1), _desk.Counts(url));
        _desk.Pass(30);
        Assert.Equal((1, 0, 1), _desk.Counts(url));
        _desk.Pass(30);
        Assert.Equal((0, 0, 0), _desk.Counts(url));
        Assert.Equal(0, _desk.Rig.Ask(call => call.Read(Tables.Messages).Count));
        Assert.Equal(0, _desk.Rig.Ask(call => call.Read(Tables.Returned).Count + call.Read(Tables.Delayed).Count));
    }

    [Fact]
    public void A_shorter_retention_holds_for_what_is_there()
    {
        var url = _desk.Queue();
        _desk.Send(url, "old");
        _desk.Pass(100);
        _desk.Send(url, "new");
        _desk.Set(url, "MessageRetentionPeriod", "60");
        Assert.Equal((1, 0, 0), _desk.Counts(url));
        Assert.Equal(["new"], _desk.Bodies(url));
    }

    // Digests recorded from AWS: localstack, test_sqs.snapshot.json,
    // test_receive_message_message_attribute_names_filters, test_send_message_with_binary_attributes.
    [Theory]
    [InlineData("All", "4c360f3fdafd970e05fae2f149d997f5")]
    [InlineData(".*", "4c360f3fdafd970e05fae2f149d997f5")]
    [InlineData("General,Hello", "fca026605781cb4126a1e9044df24232")]
    [InlineData("Hello,None", "a311262e065454b75da111d535b8dacd")]
    [InlineData("Hel.*", "83fee93c1bcd8b9a5a923ffacdc636c7")]
    [InlineData("None", null)]
    [InlineData("", null)]
    public void Attributes_are_chosen_by_name_and_digested(string names, string? digest)
    {
        var url = _desk.Queue();
        var sent = _desk.Rig.Run(new SendMessage(), new()
        {
            QueueUrl = url, MessageBody = "msg", MessageAttributes = new Dictionary<string, MessageAttributeValue>
            {
                ["Hello"] = new() { DataType = "String", StringValue = "There" },
                ["General"] = new() { DataType = "String", StringValue = "Kenobi" },
                ["Help.Me"] = new() { DataType = "String", StringValue = "Me" },
            },
        });
        Assert.Equal("4c360f3fdafd970e05fae2f149d997f5", sent.MD5OfMessageAttributes);
        var message = Assert.Single(_desk.Rig.Run(new ReceiveMessage(), new()
        {
            QueueUrl = url, MessageAttributeNames = names.Split(',', StringSplitOptions.RemoveEmptyEntries),
        }).Messages!);
        Assert.Equal(digest, message.MD5OfMessageAttributes);
        Assert.Null(message.Attributes);
    }

    [Fact]
    public void Binary_attributes_and_trace_headers_are_digested_too()
    {
        var url = _desk.Queue();
        var bytes = Encoding.UTF8.GetBytes("traceparent\u001e00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01");
        var sent = _desk.Rig.Run(new SendMessage(), new()
        {
            QueueUrl = url,
            MessageBody = "test",
            MessageAttributes = new Dictionary<string, MessageAttributeValue>
            {
                ["attr1"] = new() { DataType = "Binary", BinaryValue = bytes },
            },
            MessageSystemAttributes = new Dictionary<string, MessageSystemAttributeValue>
            {
                ["AWSTraceHeader"] = new() { DataType = "String", StringValue = Trace },
            },
        });
        Assert.Equal("8cbe4db156db8a94db8b801b7addb984", sent.MD5OfMessageAttributes);
        Assert.NotNull(sent.MD5OfMessageSystemAttributes);
        var message = Assert.Single(_desk.Receive(url));
        Assert.Equal(Trace, message.Attributes!["AWSTraceHeader"]);
        Assert.Equal(bytes, message.MessageAttributes!["attr1"].BinaryValue!.Value.ToArray());
    }

    // SQS Developer Guide, "Amazon SQS message metadata".
    [Theory]
    [InlineData("a", "String", "x", null)]
    [InlineData("a", "Number.int", "-1.5e3", null)]
    [InlineData("a", "String", "", "InvalidParameterValue")]
    [InlineData("a", "Number", "ten", "InvalidParameterValue")]
    [InlineData("a", "Text", "x", "InvalidParameterValue")]
    [InlineData("AWS.a", "String", "x", "InvalidParameterValue")]
    [InlineData("amazon.a", "String", "x", "InvalidParameterValue")]
    [InlineData("a..b", "String", "x", "InvalidParameterValue")]
    [InlineData(".a", "String", "x", "InvalidParameterValue")]
    [InlineData("a b", "String", "x", "InvalidParameterValue")]
    public void A_message_attribute_has_a_name_a_type_and_a_value(string name, string type, string value, string? error)
    {
        var request = new SendMessageRequest
        {
            QueueUrl = _desk.Queue(),
            MessageBody = "x",
            MessageAttributes = new Dictionary<string, MessageAttributeValue>
            {
                [name] = new() { DataType = type, StringValue = value },
            },
        };
        if (error is null)
            _desk.Rig.Run(new SendMessage(), request);
        else
            Assert.Equal(error, _desk.Rig.Refused(new SendMessage(), request));
    }

    [Fact]
    public void A_body_has_characters_of_XML_and_the_size_of_the_queue()
    {
        var url = _desk.Queue("jobs", ("MaximumMessageSize", "1024"));
        Assert.Equal("InvalidMessageContents", Rig.Refusal(() => _desk.Send(url, "\u0007")));
        Assert.Equal("InvalidMessageContents", Rig.Refusal(() => _desk.Send(url, "\uFFFE")));
        Assert.Equal("MissingParameter", Rig.Refusal(() => _desk.Send(url, "")));
        _desk.Send(url, "\t\n\r\U0001F600");
        _desk.Send(url, new string('x', 1024));
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => _desk.Send(url, new string('x', 1025))));
    }

    [Fact]
    public void A_batch_fails_entry_by_entry()
    {
        var url = _desk.Queue();
        var sent = _desk.Rig.Run(new SendMessageBatch(), new()
        {
            QueueUrl = url,
            Entries = [new() { Id = "a", MessageBody = "1" }, new() { Id = "b", MessageBody = "\u0001" }],
        });
        Assert.Equal("a", Assert.Single(sent.Successful!).Id);
        var failed = Assert.Single(sent.Failed!);
        Assert.Equal(("b", "InvalidMessageContents", true), (failed.Id, failed.Code, failed.SenderFault));
        var message = Assert.Single(_desk.Receive(url));
        var hidden = _desk.Rig.Run(new ChangeMessageVisibilityBatch(), new()
        {
            QueueUrl = url,
            Entries =
            [
                new() { Id = "a", ReceiptHandle = message.ReceiptHandle, VisibilityTimeout = 5 },
                new() { Id = "b", ReceiptHandle = "no", VisibilityTimeout = 5 },
            ],
        });
        Assert.Equal(("a", "ReceiptHandleIsInvalid"), (hidden.Successful![0].Id, hidden.Failed![0].Code));
        var deleted = _desk.Rig.Run(new DeleteMessageBatch(), new()
        {
            QueueUrl = url,
            Entries = [new() { Id = "a", ReceiptHandle = message.ReceiptHandle },
                new() { Id = "b", ReceiptHandle = "no" }],
        });
        Assert.Equal(("a", "ReceiptHandleIsInvalid"), (deleted.Successful![0].Id, deleted.Failed![0].Code));
        Assert.Equal((0, 0, 0), _desk.Counts(url));
    }

    // SQS API Reference, SendMessageBatch; localstack, test_sqs.snapshot.json.
    [Theory]
    [InlineData("EmptyBatchRequest")]
    [InlineData("TooManyEntriesInBatchRequest", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k")]
    [InlineData("InvalidBatchEntryId", "a:b")]
    [InlineData("InvalidBatchEntryId", "")]
    [InlineData("BatchEntryIdsNotDistinct", "a", "b", "a")]
    public void A_wrong_batch_is_refused_as_a_whole(string error, params string[] ids)
    {
        var url = _desk.Queue();
        Assert.Equal(error, _desk.Rig.Refused(new SendMessageBatch(), new()
        {
            QueueUrl = url,
            Entries = [.. ids.Select(id => new SendMessageBatchRequestEntry { Id = id, MessageBody = "x" })],
        }));
        Assert.Equal((0, 0, 0), _desk.Counts(url));
    }

    [Fact]
    public void A_batch_has_one_mebibyte()
    {
        var url = _desk.Queue();
        SendMessageBatchRequest Of(int last) => new()
        {
            QueueUrl = url,
            Entries =
            [
                new() { Id = "a", MessageBody = new string('a', 600_000) },
                new() { Id = "b", MessageBody = new string('b', last) },
            ],
        };
        Assert.Equal("BatchRequestTooLong", _desk.Rig.Refused(new SendMessageBatch(), Of(448_577)));
        Assert.Equal(2, _desk.Rig.Run(new SendMessageBatch(), Of(448_576)).Successful!.Count);
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(11, null, null)]
    [InlineData(null, 21, null)]
    [InlineData(null, null, 43_201)]
    public void A_receive_has_its_ranges(int? most, int? wait, int? hidden) =>
        Assert.Equal("InvalidParameterValue", _desk.Rig.Refused(new ReceiveMessage(), new()
        {
            QueueUrl = _desk.Queue(), MaxNumberOfMessages = most, WaitTimeSeconds = wait, VisibilityTimeout = hidden,
        }));

    // SQS Developer Guide, quotas: a short poll is refused, a long one and a FIFO queue get nothing.
    [Theory]
    [InlineData(0, false, 120_000)]
    [InlineData(119_999, false, 1)]
    [InlineData(120_000, true, 0)]
    [InlineData(120_000, false, null)]
    public void Messages_in_flight_have_a_limit(int inFlight, bool isSilent, int? room)
    {
        if (room is null)
            Assert.Equal("OverLimit", Rig.Refusal(() => InFlightRules.Room(inFlight, isSilent)));
        else
            Assert.Equal(room, InFlightRules.Room(inFlight, isSilent));
    }

    [Fact]
    public void Other_services_deliver_into_queues()
    {
        var url = _desk.Queue();
        var fifo = _desk.Queue("a.fifo", ("ContentBasedDeduplication", "true"));
        Delivery To(string arn, string body) => new(
            arn, "sns.amazonaws.com", "arn:aws:sns:eu-west-1:123456789012:t", body)
        {
            Attributes = [new("colour", "String", "red"), new("raw", "Binary", null, "AQI=")],
            GroupId = arn.EndsWith(".fifo", StringComparison.Ordinal) ? "g" : null,
        };
        Assert.Null(_desk.Rig.Do(call => Destinations.TryDeliver(call, To(Desk.Arn(url), "hello"))));
        Assert.Null(_desk.Rig.Do(call => Destinations.TryDeliver(call, To(Desk.Arn(fifo), "hello"))));
        var missing = _desk.Rig.Do(call => Destinations.TryDeliver(call, To(Desk.Arn("none"), "hello")));
        Assert.Equal(ObstacleKind.NoResource, missing!.Kind);
        var ungrouped = To(Desk.Arn(fifo), "x") with { GroupId = null };
        var refused = _desk.Rig.Do(call => Destinations.TryDeliver(call, ungrouped));
        Assert.Equal(ObstacleKind.Refused, refused!.Kind);
        Assert.StartsWith("refused: ", refused.ToString());
        var message = Assert.Single(_desk.Receive(url));
        Assert.Equal("red", message.MessageAttributes!["colour"].StringValue);
        Assert.Equal("sns.amazonaws.com", message.Attributes!["SenderId"]);
        Assert.Single(_desk.Receive(fifo));
    }
}
