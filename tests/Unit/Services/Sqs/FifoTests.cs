using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.Queues;

namespace Orrery.Tests.Unit.Services.Sqs;

public sealed class FifoTests
{
    private readonly Desk _desk = new();

    // SQS Developer Guide, "FIFO queue delivery logic".
    [Fact]
    public void A_group_is_blocked_while_one_of_its_messages_is_in_flight()
    {
        var url = _desk.Queue("a.fifo");
        foreach (var (body, group) in new[] { ("a1", "A"), ("b1", "B"), ("a2", "A"), ("a3", "A"), ("b2", "B") })
            _desk.Send(url, body, group, body);
        var first = _desk.Receive(url, 2);
        Assert.Equal(["a1", "a2"], first.Select(message => message.Body));
        Assert.Equal((3, 2, 0), _desk.Counts(url));
        Assert.Equal(["b1", "b2"], _desk.Bodies(url));
        _desk.Delete(url, first[0]);
        Assert.Empty(_desk.Receive(url));
        _desk.Delete(url, first[1]);
        Assert.Equal(["a3"], _desk.Bodies(url));
        _desk.Pass(30);
        Assert.Equal(["b1", "b2", "a3"], _desk.Bodies(url));
    }

    [Fact]
    public void Sequence_numbers_grow_also_over_a_purge()
    {
        var url = _desk.Queue("a.fifo");
        var one = _desk.Send(url, "1", "g", "1").SequenceNumber!;
        _desk.Rig.Run(new PurgeQueue(), new() { QueueUrl = url });
        var two = _desk.Send(url, "2", "g", "2").SequenceNumber!;
        Assert.Equal(20, one.Length);
        Assert.True(string.CompareOrdinal(one, two) < 0);
        Assert.Equal(two, Assert.Single(_desk.Receive(url)).Attributes!["SequenceNumber"]);
    }

    [Theory]
    [InlineData("false", null, "g", "InvalidParameterValue")]
    [InlineData("false", "d", null, "MissingParameter")]
    [InlineData("false", "d", "g", null)]
    [InlineData("true", null, "g", null)]
    [InlineData("true", "a b", "g", "InvalidParameterValue")]
    [InlineData("true", null, "a b", "InvalidParameterValue")]
    public void A_message_needs_a_group_and_a_deduplication_id(
        string byContent, string? dedup, string? group, string? error)
    {
        var url = _desk.Queue("a.fifo", ("ContentBasedDeduplication", byContent));
        if (error is null)
            Assert.NotNull(_desk.Send(url, "x", group, dedup).SequenceNumber);
        else
            Assert.Equal(error, Rig.Refusal(() => _desk.Send(url, "x", group, dedup)));
    }

    [Fact]
    public void A_batch_without_a_group_is_refused_as_a_whole()
    {
        var url = _desk.Queue("a.fifo");
        Assert.Equal("InvalidParameterValue", _desk.Rig.Refused(new SendMessageBatch(), new()
        {
            QueueUrl = url, Entries = [new() { Id = "a", MessageBody = "x", MessageDeduplicationId = "d" }],
        }));
    }

    [Fact]
    public void Parameters_of_the_other_kind_of_queue_are_refused()
    {
        var fifo = _desk.Queue("a.fifo");
        var standard = _desk.Queue();
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => _desk.Send(fifo, "x", "g", "d", delay: 2)));
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => _desk.Send(standard, "x", dedup: "d")));
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => _desk.Receive(standard, attempt: "a")));
        _desk.Send(standard, "x", "tenant");
        Assert.Equal("tenant", Assert.Single(_desk.Receive(standard)).Attributes!["MessageGroupId"]);
    }

    // SQS API Reference, SendMessage, MessageDeduplicationId: five minutes, whatever became of the message.
    [Fact]
    public void A_duplicate_is_taken_and_not_delivered_for_five_minutes()
    {
        var url = _desk.Queue("a.fifo");
        var first = _desk.Send(url, "x", "g", "d");
        _desk.Delete(url, Assert.Single(_desk.Receive(url)));
        _desk.Pass(299);
        var again = _desk.Send(url, "y", "h", "d");
        Assert.Equal((first.MessageId, first.SequenceNumber), (again.MessageId, again.SequenceNumber));
        Assert.Empty(_desk.Receive(url));
        _desk.Pass(1);
        Assert.NotEqual(first.MessageId, _desk.Send(url, "z", "g", "d").MessageId);
        Assert.Equal(["z"], _desk.Bodies(url));
        _desk.Pass(3600);
        Assert.Equal(0, _desk.Rig.Ask(call => call.Read(Orrery.Services.Sqs.Tables.Dedups).Count));
    }

    [Fact]
    public void Duplicates_are_looked_for_in_the_queue_or_in_the_group()
    {
        var url = _desk.Queue("a.fifo", ("ContentBasedDeduplication", "true"));
        _desk.Send(url, "x", "g");
        _desk.Send(url, "x", "h");
        Assert.Equal((1, 0, 0), _desk.Counts(url));
        var wide = _desk.Queue("b.fifo", ("ContentBasedDeduplication", "true"), ("DeduplicationScope", "messageGroup"));
        _desk.Send(wide, "x", "g");
        _desk.Send(wide, "x", "h");
        _desk.Send(wide, "x", "h");
        Assert.Equal((2, 0, 0), _desk.Counts(wide));
    }

    // localstack, test_fifo_delete_message_with_expired_receipt_handle; aws-sdk-java issue 1628.
    [Fact]
    public void A_receipt_of_a_FIFO_queue_expires_with_its_timeout()
    {
        var url = _desk.Queue("a.fifo");
        _desk.Send(url, "x", "g", "d");
        var message = Assert.Single(_desk.Receive(url, hidden: 5));
        _desk.Pass(5);
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => { _desk.Delete(url, message); return null; }));
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => { _desk.Hide(url, message, 5); return null; }));
        var again = Assert.Single(_desk.Receive(url));
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => { _desk.Delete(url, message); return null; }));
        _desk.Delete(url, again);
        _desk.Delete(url, again);
    }

    // SQS API Reference, ReceiveMessage, ReceiveRequestAttemptId; aws-sdk-java issue 2613.
    [Fact]
    public void A_receive_tried_again_gives_the_same_messages_hidden_anew()
    {
        var url = _desk.Queue("a.fifo");
        _desk.Send(url, "1", "g", "1");
        _desk.Send(url, "2", "g", "2");
        var first = _desk.Receive(url, attempt: "try");
        _desk.Pass(20);
        var again = _desk.Receive(url, attempt: "try");
        Assert.Equal(first.Select(m => m.ReceiptHandle), again.Select(m => m.ReceiptHandle));
        _desk.Pass(20);
        Assert.Empty(_desk.Receive(url));
        _desk.Delete(url, first[0]);
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => _desk.Receive(url, attempt: "try")));
        _desk.Pass(10);
        Assert.Equal(["2"], _desk.Receive(url, attempt: "try").Select(m => m.Body));
    }

    [Fact]
    public void The_delay_of_a_FIFO_queue_holds_for_what_is_in_it()
    {
        var url = _desk.Queue("a.fifo", ("DelaySeconds", "10"));
        _desk.Send(url, "1", "g", "1");
        Assert.Equal((0, 0, 1), _desk.Counts(url));
        _desk.Pass(5);
        _desk.Send(url, "2", "g", "2");
        Assert.Empty(_desk.Receive(url));
        _desk.Set(url, "DelaySeconds", "7");
        _desk.Pass(2);
        Assert.Equal((1, 0, 1), _desk.Counts(url));
        var message = Assert.Single(_desk.Receive(url));
        _desk.Delete(url, message);
        _desk.Pass(5);
        Assert.Equal(["2"], _desk.Bodies(url));
    }

    [Fact]
    public void Messages_of_a_FIFO_queue_expire_too()
    {
        var url = _desk.Queue("a.fifo", ("MessageRetentionPeriod", "60"));
        _desk.Send(url, "1", "g", "1");
        _desk.Send(url, "2", "h", "2");
        _desk.Pass(30);
        _desk.Send(url, "3", "g", "3");
        _desk.Pass(30);
        Assert.Equal((1, 0, 0), _desk.Counts(url));
        Assert.Equal(["3"], _desk.Bodies(url));
        _desk.Pass(60);
        Assert.Equal((0, 0, 0), _desk.Counts(url));
        Assert.Equal(0, _desk.Rig.Ask(call => call.Read(Orrery.Services.Sqs.Tables.Messages).Count));
        Assert.Equal(0, _desk.Rig.Ask(call => call.Read(Orrery.Services.Sqs.Tables.Groups).Count));
    }
}
