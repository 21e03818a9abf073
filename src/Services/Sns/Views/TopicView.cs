using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;
using Orrery.Services.Sns.Rules;

namespace Orrery.Services.Sns.Views;

/// <summary>A topic as GetTopicAttributes gives it.</summary>
internal static class TopicView
{
    /// <summary>All attributes: those that were set, defaults, and what follows from the subscriptions.</summary>
    public static Dictionary<string, string> Of(ReadCall call, SnsArn arn, TopicRecord topic)
    {
        var subscriptions = call.Read(Tables.Subscriptions, arn.Scope);
        var all = subscriptions.CountBy(Tables.SubscriptionsByTopic, arn.Topic);
        var pending = subscriptions.CountBy(Tables.PendingByTopic, arn.Topic);
        Dictionary<string, string> attributes = new(topic.Attributes, StringComparer.Ordinal)
        {
            ["TopicArn"] = arn.TopicArn,
            ["Owner"] = arn.Scope.Account,
            ["SubscriptionsConfirmed"] = Text(all - pending),
            ["SubscriptionsPending"] = Text(pending),
            ["SubscriptionsDeleted"] = Text(topic.Deleted),
            ["EffectiveDeliveryPolicy"] = EffectivePolicy.OfTopic(DeliveryPolicies.Effective(topic, null)),
        };
        attributes.TryAdd("DisplayName", "");
        attributes.TryAdd("Policy", TopicPolicy.Default(arn));
        if (!topic.IsFifo) return attributes;
        attributes["FifoTopic"] = "true";
        attributes.TryAdd("ContentBasedDeduplication", "false");
        attributes.TryAdd("FifoThroughputScope", "Topic");
        return attributes;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
