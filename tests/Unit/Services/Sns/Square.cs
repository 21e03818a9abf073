using Orrery.Contracts;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Letters;
using Orrery.Kernel;
using Orrery.Services.Sns;
using Orrery.Services.Sns.Operations.Publishing;
using Orrery.Services.Sns.Operations.Subscriptions;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Tests.Unit.Services.Sns;

/// <summary>A world with SNS, stand-ins for queues and functions, and short names for what tests do often.</summary>
internal sealed class Square
{
    public const string Queue = "arn:aws:sqs:eu-west-1:123456789012:queue";

    private Square(Rig rig) => Rig = rig;

    public Rig Rig { get; }

    public required Queues Sqs { get; init; }

    public required Queues Lambda { get; init; }

    public static Square New(params KeyValuePair<string, int>[] quotas) => New(null, quotas);

    public static Square New(IOutbound? outbound, params KeyValuePair<string, int>[] quotas)
    {
        var (sqs, lambda) = (new Queues("sqs"), new Queues("lambda"));
        var ports = Ports.None.With<IQuotas>(new Quotas(quotas)).Also<IDestination>(sqs).Also<IDestination>(lambda);
        if (outbound is not null) ports = ports.With(outbound);
        var rig = Rig.Of([SnsService.Registration], ports);
        if (outbound is not null)
        {
            foreach (var follower in SnsService.Registration.Followers) rig.World.Attach(follower.Follow(rig.World));
        }

        return new(rig) { Sqs = sqs, Lambda = lambda };
    }

    public string Topic(string name = "topic", params (string Name, string Value)[] attributes) =>
        Rig.Run(new CreateTopic(), new()
        {
            Name = name, Attributes = attributes.ToDictionary(a => a.Name, a => a.Value),
        }).TopicArn!;

    public string Fifo(string name = "topic.fifo", bool byContent = true) =>
        Topic(name, ("FifoTopic", "true"), ("ContentBasedDeduplication", byContent ? "true" : "false"));

    public string Subscribe(
        string topic, string protocol = "sqs", string endpoint = Queue,
        params (string Name, string Value)[] attributes) =>
        Rig.Run(new Subscribe(), Wish(topic, protocol, endpoint, attributes)).SubscriptionArn!;

    public static SubscribeRequest Wish(
        string topic, string protocol, string endpoint, params (string Name, string Value)[] attributes) => new()
        {
            TopicArn = topic,
            Protocol = protocol,
            Endpoint = endpoint,
            Attributes = attributes.ToDictionary(a => a.Name, a => a.Value),
            ReturnSubscriptionArn = true,
        };

    public PublishResult Publish(
        string topic, string message, params (string Name, string Type, string Value)[] attributes) =>
        Rig.Run(new Publish(), new()
        {
            TopicArn = topic, Message = message, MessageAttributes = Attributes(attributes),
        });

    public static Dictionary<string, MessageAttributeValue> Attributes(
        params (string Name, string Type, string Value)[] attributes) =>
        attributes.ToDictionary(
            a => a.Name, a => new MessageAttributeValue { DataType = a.Type, StringValue = a.Value });

    public IReadOnlyDictionary<string, string> TopicAttributes(string topic) =>
        Rig.Run(new GetTopicAttributes(), new() { TopicArn = topic }).Attributes!;

    public IReadOnlyDictionary<string, string> SubscriptionAttributes(string subscription) =>
        Rig.Run(new GetSubscriptionAttributes(), new() { SubscriptionArn = subscription }).Attributes!;

    public void Set(string subscription, string name, string? value) =>
        Rig.Run(new SetSubscriptionAttributes(), Change(subscription, name, value));

    public static SetSubscriptionAttributesRequest Change(string subscription, string name, string? value) =>
        new() { SubscriptionArn = subscription, AttributeName = name, AttributeValue = value };

    public IReadOnlyList<Letter> Letters() => Rig.Ask(call => call.Port<IOutbox>().All(call).ToList());
}
