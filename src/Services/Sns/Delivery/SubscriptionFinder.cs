using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Delivery;

/// <summary>Finds subscriptions by ARN.</summary>
internal static class SubscriptionFinder
{
    /// <summary>The subscription; null where there is none, or where it has ended.</summary>
    public static SubscriptionRecord? Find(ReadCall call, SnsArn arn) =>
        call.Read(Tables.Subscriptions, arn.Scope).Find(new(arn.Subscription!)) is { } found
            && found.Topic == arn.Topic && found.State != SubscriptionState.Unsubscribed
            ? found
            : null;

    /// <summary>The subscription.</summary>
    /// <exception cref="Core.ServiceException">NotFound.</exception>
    public static SubscriptionRecord Get(ReadCall call, SnsArn arn) => Find(call, arn) ?? throw Errors.NoSubscription();
}
