using Orrery.Services.Sqs.Operations.MoveTasks;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Tests.Unit.Services.Sqs;

public sealed class DeadLetterTests
{
    private readonly Desk _desk = new();

    [Fact]
    public void A_message_received_too_often_goes_to_the_dead_letters_with_its_age()
    {
        var (url, dead) = Pair("jobs", "dead", 2);
        _desk.Set(dead, "MessageRetentionPeriod", "60");
        _desk.Send(url, "bad");
        _desk.Pass(20);
        Assert.Single(_desk.Receive(url, hidden: 1));
        _desk.Pass(1);
        Assert.Single(_desk.Receive(url, hidden: 1));
        _desk.Pass(1);
        _desk.Send(url, "good");
        Assert.Equal(["good"], _desk.Bodies(url));
        var letter = Assert.Single(_desk.Receive(dead, hidden: 0));
        Assert.Equal("3", letter.Attributes!["ApproximateReceiveCount"]);
        Assert.Equal(Desk.Arn(url), letter.Attributes["DeadLetterQueueSourceArn"]);
        Assert.Equal(Rig.Start.ToUnixTimeMilliseconds().ToString(), letter.Attributes["SentTimestamp"]);
        _desk.Pass(37);
        Assert.Equal((1, 0, 0), _desk.Counts(dead));
        _desk.Pass(1);
        Assert.Equal((0, 0, 0), _desk.Counts(dead));
    }

    [Fact]
    public void A_FIFO_queue_goes_on_behind_its_dead_letter()
    {
        var (url, dead) = Pair("jobs.fifo", "dead.fifo", 1);
        _desk.Send(url, "bad", "g", "1");
        _desk.Send(url, "good", "g", "2");
        Assert.Equal(["bad"], _desk.Bodies(url, 1, hidden: 0));
        _desk.Pass(50);
        Assert.Equal(["good"], _desk.Bodies(url));
        var letter = Assert.Single(_desk.Receive(dead));
        Assert.Equal(("bad", "g"), (letter.Body, letter.Attributes!["MessageGroupId"]));
        Assert.Equal(Rig.Start.AddSeconds(50).ToUnixTimeMilliseconds().ToString(), letter.Attributes["SentTimestamp"]);
    }

    [Fact]
    public void Without_its_dead_letter_queue_a_queue_keeps_its_messages()
    {
        var (url, dead) = Pair("jobs", "dead", 1);
        _desk.Send(url, "bad");
        _desk.Rig.Run(new DeleteQueue(), new() { QueueUrl = dead });
        Assert.Single(_desk.Receive(url, hidden: 0));
        Assert.Single(_desk.Receive(url, hidden: 0));
    }

    // SQS Developer Guide, "Using dead-letter queues in Amazon SQS".
    [Theory]
    [InlineData("{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:none\",\"maxReceiveCount\":1}")]
    [InlineData("{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:a.fifo\",\"maxReceiveCount\":1}")]
    [InlineData("{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:dead\",\"maxReceiveCount\":1}")]
    [InlineData("{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:dead\",\"maxReceiveCount\":0}")]
    [InlineData("{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:dead\",\"maxReceiveCount\":1001}")]
    [InlineData("{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:closed\",\"maxReceiveCount\":1}")]
    [InlineData("{\"maxReceiveCount\":1}")]
    [InlineData("[]")]
    public void A_redrive_policy_names_a_queue_that_may_take_the_letters(string policy)
    {
        _desk.Queue("a.fifo");
        _desk.Queue("dead");
        _desk.Queue("closed", ("RedriveAllowPolicy", "{\"redrivePermission\":\"denyAll\"}"));
        var url = _desk.Queue();
        Assert.Equal(
            "InvalidParameterValue", Rig.Refusal(() => { _desk.Set(url, "RedrivePolicy", policy); return null; }));
    }

    [Fact]
    public void The_sources_of_a_dead_letter_queue_are_listed()
    {
        var (url, dead) = Pair("jobs", "dead", 3);
        var request = new ListDeadLetterSourceQueuesRequest { QueueUrl = dead };
        Assert.Equal([url], _desk.Rig.Run(new ListDeadLetterSourceQueues(), request).QueueUrls);
        _desk.Set(url, "RedrivePolicy", "");
        Assert.Empty(_desk.Rig.Run(new ListDeadLetterSourceQueues(), request).QueueUrls!);
    }

    [Fact]
    public void Letters_move_back_as_new_messages_at_the_rate_that_was_asked_for()
    {
        var (url, dead) = Pair("jobs", "dead", 1);
        Kill(url, 5);
        var handle = Start(dead, rate: 2).TaskHandle;
        Assert.Equal(("RUNNING", 0, 5), Task(dead));
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => Start(dead)));
        _desk.Pass(1);
        Assert.Equal(("RUNNING", 2, 5), Task(dead));
        _desk.Rig.Run(new CancelMessageMoveTask(), new() { TaskHandle = handle });
        _desk.Pass(5);
        Assert.Equal(("CANCELLED", 2, 5), Task(dead));
        var back = _desk.Receive(url);
        Assert.Equal(2, back.Count);
        Assert.All(back, message => Assert.Equal("1", message.Attributes!["ApproximateReceiveCount"]));
        Start(dead);
        _desk.Pass(0);
        Assert.Equal(("COMPLETED", 3, 3), Task(dead));
        Assert.Equal(3, _desk.Receive(url).Count);
        Assert.Equal(
            "InvalidParameterValue", _desk.Rig.Refused(new CancelMessageMoveTask(), new() { TaskHandle = handle }));
        Assert.Equal(
            "InvalidParameterValue", _desk.Rig.Refused(new CancelMessageMoveTask(), new() { TaskHandle = "x" }));
    }

    [Fact]
    public void A_task_fails_where_the_letters_cannot_go()
    {
        var (url, dead) = Pair("jobs", "dead", 1);
        Kill(url, 3);
        var other = _desk.Queue("other");
        Start(dead, rate: 1, to: other);
        _desk.Pass(1);
        _desk.Rig.Run(new DeleteQueue(), new() { QueueUrl = other });
        _desk.Pass(1);
        Assert.Equal(("FAILED", 1, 3), Task(dead));
        _desk.Send(dead, "from nowhere");
        _desk.Receive(dead);
        _desk.Pass(30);
        Start(dead);
        Assert.Equal("FAILED", Task(dead).Item1);
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => Start(url)));
        Assert.Equal("ResourceNotFoundException", Rig.Refusal(() => Start("x/none")));
        Assert.Equal("ResourceNotFoundException", Rig.Refusal(() => Start(dead, to: "x/none")));
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => Start(dead, rate: 501)));
    }

    private void Kill(string url, int count)
    {
        for (var i = 0; i < count; i++)
            _desk.Send(url, $"m{i}");
        _desk.Receive(url, hidden: 0);
        _desk.Receive(url);
    }

    private StartMessageMoveTaskResult Start(string source, int? rate = null, string? to = null) =>
        _desk.Rig.Run(new StartMessageMoveTask(), new()
        {
            SourceArn = Desk.Arn(source), MaxNumberOfMessagesPerSecond = rate,
            DestinationArn = to is null ? null : Desk.Arn(to),
        });

    private (string?, long?, long?) Task(string source)
    {
        var task = _desk.Rig.Run(new ListMessageMoveTasks(), new() { SourceArn = Desk.Arn(source) }).Results![0];
        return (task.Status, task.ApproximateNumberOfMessagesMoved, task.ApproximateNumberOfMessagesToMove);
    }

    private (string Url, string Dead) Pair(string name, string deadName, int most)
    {
        var dead = _desk.Queue(deadName);
        var policy = $"{{\"deadLetterTargetArn\":\"{Desk.Arn(dead)}\",\"maxReceiveCount\":{most}}}";
        return (_desk.Queue(name, ("RedrivePolicy", policy)), dead);
    }
}
