using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Loops;
using Orrery.Services.Sns.Messages;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Delivery;

/// <summary>Asks endpoints to confirm, and tells them that they are unsubscribed.</summary>
internal static class Confirmations
{
    /// <summary>
    /// How long a token is good, and how long a subscription waits for it. Source: Amazon SNS API Reference, Subscribe.
    /// </summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(2);

    /// <summary>Gives a subscription a new token, keeps it, and asks its endpoint to confirm.</summary>
    public static SubscriptionRecord Ask(Call call, TopicRecord topic, SubscriptionRecord subscription)
    {
        var asked = Keep(call, subscription);
        Send(call, topic, asked, ConfirmationTexts.Subscription);
        return asked;
    }

    /// <summary>Tells an endpoint that its subscription has ended; the token brings it back.</summary>
    public static void Tell(Call call, TopicRecord topic, SubscriptionRecord ended) =>
        Send(call, topic, Keep(call, ended), ConfirmationTexts.Unsubscription);

    private static SubscriptionRecord Keep(Call call, SubscriptionRecord subscription)
    {
        var scope = SnsArn.Find(subscription.Arn)!.Value.Scope;
        var kept = subscription with { Token = NewIds.Token(call), TokenExpires = call.Now + Validity };
        call.Write(Tables.Subscriptions, scope).Put(kept);
        call.Schedule(ExpiryLoop.KindName, call.Now + Validity, kept.Id.Value, scope);
        return kept;
    }

    private static void Send(Call call, TopicRecord topic, SubscriptionRecord subscription, string type)
    {
        var id = NewIds.Uuid(call);
        switch (subscription.Protocol)
        {
            case "http" or "https":
                Posts.Put(call, topic, subscription, new(type, id, false),
                    Envelope.Confirmation(call, topic, subscription, type, id));
                break;
            case "email" or "email-json":
                Letters.PutConfirmation(call, topic, subscription, type, id);
                break;
            default:
                Destinations.TryDeliver(call, new(
                    subscription.Endpoint, "sns.amazonaws.com", SnsArn.Find(subscription.Arn)!.Value.TopicArn,
                    Envelope.Confirmation(call, topic, subscription, type, id)));
                break;
        }
    }
}
