using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;
using Orrery.Services.Sns.Rules;

namespace Orrery.Services.Sns.Delivery;

/// <summary>What could not be delivered goes to the queue of the subscription's redrive policy, or is gone; it is
/// counted.</summary>
internal static class DeadLetters
{
    /// <summary>Puts a message into the queue, where there is one.</summary>
    /// <param name="call">The call.</param>
    /// <param name="subscription">Whose message.</param>
    /// <param name="body">It, as it would have arrived.</param>
    /// <param name="attributes">Its attributes, as they would have arrived.</param>
    /// <param name="group">The ids of a FIFO message.</param>
    public static void Put(
        Call call, SubscriptionRecord subscription, string body, IReadOnlyList<DeliveryAttribute> attributes,
        (string? Group, string? Deduplication) group = default)
    {
        var topic = SnsArn.OfTopic(SnsArn.Find(subscription.Arn)!.Value.TopicArn);
        bool? isKept = subscription.Attribute("RedrivePolicy") is { } policy
            ? Destinations.TryDeliver(call, new(
                SubscriptionAttributes.DeadLetterQueue(policy), "sns.amazonaws.com", topic.TopicArn, body)
            {
                Attributes = attributes, GroupId = group.Group, DeduplicationId = group.Deduplication,
            }) is null
            : null;
        Failures.Count(call, topic, isKept);
    }
}
