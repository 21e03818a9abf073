using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Filtering;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Loops;
using Orrery.Services.Sns.Messages;
using Orrery.Services.Sns.Records;
using Orrery.Services.Sns.Rules;

namespace Orrery.Services.Sns.Delivery;

/// <summary>Takes messages for topics and hands them to the subscriptions whose filters let them pass.</summary>
internal static class Publisher
{
    // SNS Developer Guide, "Message deduplication for FIFO topics": five minutes.
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(5);

    /// <summary>The first sequence number is one step above this; 20 digits, as AWS has.</summary>
    private const long SequenceStep = 1000;

    /// <summary>The topic that an ARN names.</summary>
    /// <exception cref="Core.ServiceException">NotFound.</exception>
    public static TopicRecord Topic(ReadCall call, SnsArn arn) =>
        call.Read(Tables.Topics, arn.Scope).Find(new(arn.Topic)) ?? throw Errors.NoTopic();

    /// <summary>Publishes to a topic.</summary>
    /// <exception cref="Core.ServiceException">NotFound, InvalidParameter.</exception>
    public static Sent Publish(Call call, SnsArn arn, Publication what)
    {
        var topic = Topic(call, arn);
        PublicationRules.CheckKind(what, topic.IsFifo, topic.Has("ContentBasedDeduplication"));
        if (topic.IsFifo) return PublishInOrder(call, arn, topic, what);
        var sent = new Sent(NewIds.Uuid(call), null);
        Spread(call, arn, topic, what, sent);
        return sent;
    }

    private static Sent PublishInOrder(Call call, SnsArn arn, TopicRecord topic, Publication what)
    {
        what = what with { DeduplicationId = what.DeduplicationId ?? Hash(what.Message) };
        var group = topic.Attribute("FifoThroughputScope") == "MessageGroup" ? what.GroupId : "";
        var key = new SnsKey($"{arn.Topic} {Hash($"{group}\n{what.DeduplicationId}")}");
        var seen = call.Write(Tables.Seen, arn.Scope);
        if (seen.Find(key) is { } earlier && earlier.Until > call.Now)
            return new(earlier.MessageId, earlier.SequenceNumber);
        var sent = new Sent(NewIds.Uuid(call), NextNumber(call, arn));
        seen.Put(new()
        {
            Id = key, MessageId = sent.MessageId, SequenceNumber = sent.SequenceNumber!, Until = call.Now + Memory,
        });
        call.Schedule(ForgetLoop.KindName, call.Now + Memory, key.Value, arn.Scope);
        Spread(call, arn, topic, what, sent);
        return sent;
    }

    private static string NextNumber(Call call, SnsArn arn)
    {
        var counters = call.Write(Tables.Counters, arn.Scope);
        var key = new SnsKey($"sequence {arn.Topic}");
        var next = (counters.Find(key)?.Last ?? 0) + SequenceStep;
        counters.Put(new() { Id = key, Last = next });
        return string.Create(CultureInfo.InvariantCulture, $"1{next:d19}");
    }

    private static void Spread(Call call, SnsArn arn, TopicRecord topic, Publication what, Sent sent)
    {
        Dictionary<string, IReadOnlyList<FilterValue>>? values = null;
        var subscriptions = call.Read(Tables.Subscriptions, arn.Scope).By(Tables.SubscriptionsByTopic, arn.Topic);
        foreach (var to in subscriptions.Where(s => s.State == SubscriptionState.Confirmed).ToList())
        {
            if (to.Attribute("FilterPolicy") is { } text)
            {
                var ofBody = to.Attribute("FilterPolicyScope") == SubscriptionAttributes.Body;
                var policy = FilterParser.Parse(text, ofBody);
                if (!(ofBody
                    ? policy.MatchesBody(what.TextFor(to.Protocol))
                    : policy.Matches(values ??= AttributeValues.Of(what.Attributes)))) continue;
            }

            Deliver(call, topic, to, what, sent);
        }
    }

    private static void Deliver(Call call, TopicRecord topic, SubscriptionRecord to, Publication what, Sent sent)
    {
        switch (to.Protocol)
        {
            case "http" or "https":
                Posts.Put(call, topic, to, new("Notification", sent.MessageId, to.IsRaw()), to.IsRaw()
                    ? what.TextFor(to.Protocol)
                    : Envelope.Notification(call, topic, to, what, sent));
                break;
            case "email" or "email-json" or "sms":
                Letters.Put(call, Letter(call, topic, to, what, sent));
                break;
            default:
                HandOver(call, topic, to, what, sent);
                break;
        }
    }

    private static LetterRecord Letter(
        Call call, TopicRecord topic, SubscriptionRecord to, Publication what, Sent sent) => new()
        {
            Id = default,
            Number = 0,
            Kind = to.Protocol,
            To = to.Endpoint,
            Subject = to.Protocol == "sms" ? null : what.Subject ?? "AWS Notification Message",
            Body = to.Protocol == "email-json"
                ? Envelope.Notification(call, topic, to, what, sent)
                : to.Protocol == "sms" && topic.Attribute("DisplayName") is { } sender
                    ? $"{sender}> {what.TextFor(to.Protocol)}"
                    : what.TextFor(to.Protocol),
            TopicArn = SnsArn.Find(to.Arn)!.Value.TopicArn,
            Link = to.Protocol == "sms" ? null : Links.Unsubscribe(call, to),
            SentAt = call.Now,
        };

    // A queue or function that is not there or that denies is a client's error, which is not tried again.
    private static void HandOver(Call call, TopicRecord topic, SubscriptionRecord to, Publication what, Sent sent)
    {
        var isFifo = to.Endpoint.EndsWith(".fifo", StringComparison.Ordinal);
        var body = to.Protocol == "lambda" ? Envelope.FunctionEvent(call, topic, to, what, sent)
            : to.IsRaw() ? what.TextFor(to.Protocol)
            : Envelope.Notification(call, topic, to, what, sent);
        var delivery = new Contracts.Delivery.Delivery(
            to.Endpoint, "sns.amazonaws.com", SnsArn.Find(to.Arn)!.Value.TopicArn, body)
        {
            Subject = what.Subject,
            Attributes = to.IsRaw() ? what.Attributes : [],
            GroupId = what.GroupId,
            DeduplicationId = isFifo ? what.DeduplicationId : null,
        };
        // More than ten attributes do not go through raw ("Amazon SNS raw message delivery").
        if ((to.IsRaw() && what.Attributes.Count > 10) || Destinations.TryDeliver(call, delivery) is not null)
            DeadLetters.Put(call, to, body, delivery.Attributes, (what.GroupId, what.DeduplicationId));
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
