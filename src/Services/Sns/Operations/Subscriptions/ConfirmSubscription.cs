using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Subscriptions;

/// <summary>Confirms a subscription by its token. Needs no signature: whoever got the token may.</summary>
public sealed class ConfirmSubscription : IWriteOperation<ConfirmSubscriptionRequest, ConfirmSubscriptionResult>
{
    /// <inheritdoc/>
    public ConfirmSubscriptionResult Run(ConfirmSubscriptionRequest request, Call call)
    {
        var arn = SnsArn.OfTopic(request.TopicArn);
        Publisher.Topic(call, arn);
        if (request.AuthenticateOnUnsubscribe is not (null or "true" or "false"))
            throw Errors.InvalidParameter("AuthenticateOnUnsubscribe");
        var isAuthenticated = call.Caller.Kind != CallerKind.Anonymous;
        if (request.AuthenticateOnUnsubscribe == "true" && !isAuthenticated)
            throw Errors.Unauthorized("AuthenticateOnUnsubscribe is true: the call needs a signature.");
        var subscriptions = call.Write(Tables.Subscriptions, arn.Scope);
        if (subscriptions.By(Tables.SubscriptionsByToken, request.Token!).FirstOrDefault() is not { } found
            || found.Topic != arn.Topic || found.TokenExpires <= call.Now)
            throw Errors.InvalidParameter("Token");
        if (found.State == SubscriptionState.Confirmed) return new() { SubscriptionArn = found.Arn };
        subscriptions.Put(found with
        {
            State = SubscriptionState.Confirmed,
            Authenticated = isAuthenticated,
            GuardsUnsubscribe = isAuthenticated && request.AuthenticateOnUnsubscribe == "true",
        });
        return new() { SubscriptionArn = found.Arn };
    }
}
