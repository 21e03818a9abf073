using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Messages;

/// <summary>What confirmations say to people.</summary>
internal static class ConfirmationTexts
{
    /// <summary>The type of what asks for a confirmation.</summary>
    public const string Subscription = "SubscriptionConfirmation";

    /// <summary>The type of what says that a subscription has ended.</summary>
    public const string Unsubscription = "UnsubscribeConfirmation";

    /// <summary>The text of a confirmation.</summary>
    public static string Of(string type, SubscriptionRecord to)
    {
        var topic = SnsArn.Find(to.Arn)!.Value.TopicArn;
        return type == Subscription
            ? $"Somebody asked that messages of the topic {topic} be sent here.\nIf you want that, open the"
                + " SubscribeURL of this message."
            : $"The subscription {to.Arn} has ended.\nIf you did not want that, open the SubscribeURL of this message.";
    }
}
