using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;
using Orrery.Services.Sns.Rules;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Views;

/// <summary>A subscription as the API writes it.</summary>
internal static class SubscriptionView
{
    /// <summary>As in lists: what is not confirmed shows no ARN.</summary>
    public static Subscription Of(SubscriptionRecord subscription) => new()
    {
        SubscriptionArn =
            subscription.State == SubscriptionState.Pending ? "PendingConfirmation" : subscription.Arn,
        Owner = subscription.Owner,
        Protocol = subscription.Protocol,
        Endpoint = subscription.Endpoint,
        TopicArn = SnsArn.Find(subscription.Arn)!.Value.TopicArn,
    };

    /// <summary>All attributes.</summary>
    public static Dictionary<string, string> Attributes(ReadCall call, SnsArn arn, SubscriptionRecord subscription)
    {
        Dictionary<string, string> attributes = new(subscription.Attributes, StringComparer.Ordinal)
        {
            ["SubscriptionArn"] = subscription.Arn,
            ["TopicArn"] = arn.TopicArn,
            ["Owner"] = subscription.Owner,
            ["SubscriptionPrincipal"] = subscription.Principal,
            ["Protocol"] = subscription.Protocol,
            ["Endpoint"] = subscription.Endpoint,
            ["PendingConfirmation"] = Text(subscription.State == SubscriptionState.Pending),
            ["ConfirmationWasAuthenticated"] = Text(subscription.Authenticated),
        };
        attributes.TryAdd("RawMessageDelivery", "false");
        if (subscription.Attribute("FilterPolicy") is not null)
            attributes.TryAdd("FilterPolicyScope", "MessageAttributes");
        if (subscription.Protocol is "http" or "https")
        {
            attributes["EffectiveDeliveryPolicy"] = EffectivePolicy.OfSubscription(
                DeliveryPolicies.Effective(Publisher.Topic(call, arn), subscription));
        }

        return attributes;
    }

    private static string Text(bool yes) => yes ? "true" : "false";
}
