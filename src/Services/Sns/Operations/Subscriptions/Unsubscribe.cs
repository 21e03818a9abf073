using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Subscriptions;

/// <summary>Ends a subscription. Where its owner does not, its endpoint is told, and can take it back.</summary>
public sealed class Unsubscribe : IWriteOperation<UnsubscribeRequest, UnsubscribeResult>
{
    /// <inheritdoc/>
    public UnsubscribeResult Run(UnsubscribeRequest request, Call call)
    {
        var arn = SnsArn.OfSubscription(request.SubscriptionArn);
        var subscriptions = call.Write(Tables.Subscriptions, arn.Scope);
        if (SubscriptionFinder.Find(call, arn) is not { } found) return new();
        if (found.State == SubscriptionState.Pending)
        {
            throw Errors.InvalidParameter(
                "SubscriptionArn Reason: a subscription that is not confirmed cannot be ended; it goes by itself");
        }

        var isOwners = call.Caller.Kind != CallerKind.Anonymous
            && (call.Account == found.Owner || call.Account == arn.Scope.Account);
        if (found.GuardsUnsubscribe && !isOwners)
            throw Errors.Unauthorized("Only the owner of the subscription or of the topic may unsubscribe.");
        var topic = Publisher.Topic(call, arn);
        call.Write(Tables.Topics, arn.Scope).Put(topic with { Deleted = topic.Deleted + 1 });
        if (isOwners)
            subscriptions.Remove(found.Id);
        else
            Confirmations.Tell(call, topic, found with { State = SubscriptionState.Unsubscribed });
        return new();
    }
}
