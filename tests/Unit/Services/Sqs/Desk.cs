using Orrery.Services.Sqs;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Tests.Unit.Services.Sqs;

/// <summary>A world with queues, and short words for what is done with them.</summary>
internal sealed class Desk
{
    public Rig Rig { get; } = Rig.Of(SqsService.Registration);

    public static string Arn(string url) => $"arn:aws:sqs:eu-west-1:123456789012:{url.Split('/')[^1]}";

    public string Queue(string name = "jobs", params (string Name, string Value)[] attributes)
    {
        var all = attributes.ToDictionary(a => a.Name, a => a.Value);
        if (name.EndsWith(".fifo", StringComparison.Ordinal))
            all.TryAdd("FifoQueue", "true");
        return Rig.Run(new CreateQueue(), new() { QueueName = name, Attributes = all }).QueueUrl!;
    }

    public SendMessageResult Send(
        string url, string body, string? group = null, string? dedup = null, int? delay = null) =>
        Rig.Run(new SendMessage(), new()
        {
            QueueUrl = url, MessageBody = body, MessageGroupId = group, MessageDeduplicationId = dedup,
            DelaySeconds = delay,
        });

    public IReadOnlyList<Message> Receive(string url, int most = 10, int? hidden = null, string? attempt = null) =>
        Rig.Run(new ReceiveMessage(), new()
        {
            QueueUrl = url, MaxNumberOfMessages = most, VisibilityTimeout = hidden, ReceiveRequestAttemptId = attempt,
            MessageSystemAttributeNames = ["All"], MessageAttributeNames = ["All"],
        }).Messages ?? [];

    public string[] Bodies(string url, int most = 10, int? hidden = null) =>
        [.. Receive(url, most, hidden).Select(message => message.Body!)];

    public void Delete(string url, Message message) =>
        Rig.Run(new DeleteMessage(), new() { QueueUrl = url, ReceiptHandle = message.ReceiptHandle });

    public void Hide(string url, Message message, int seconds) =>
        Rig.Run(new ChangeMessageVisibility(), new()
        {
            QueueUrl = url, ReceiptHandle = message.ReceiptHandle, VisibilityTimeout = seconds,
        });

    public void Set(string url, string name, string value) =>
        Rig.Run(new SetQueueAttributes(), new()
        {
            QueueUrl = url, Attributes = new Dictionary<string, string> { [name] = value },
        });

    public IReadOnlyDictionary<string, string> Attributes(string url) =>
        Rig.Run(new GetQueueAttributes(), new() { QueueUrl = url, AttributeNames = ["All"] }).Attributes!;

    /// <summary>Visible, in flight, delayed.</summary>
    public (int, int, int) Counts(string url)
    {
        var all = Attributes(url);
        return (
            int.Parse(all["ApproximateNumberOfMessages"]), int.Parse(all["ApproximateNumberOfMessagesNotVisible"]),
            int.Parse(all["ApproximateNumberOfMessagesDelayed"]));
    }

    public void Pass(double seconds) => Rig.Advance(TimeSpan.FromSeconds(seconds));
}
