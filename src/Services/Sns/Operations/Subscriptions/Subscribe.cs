using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;
using Orrery.Services.Sns.Rules;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Subscriptions;

/// <summary>Subscribes an endpoint to a topic, or gives the subscription that it has.</summary>
public sealed class Subscribe : IWriteOperation<SubscribeRequest, SubscribeResult>
{
    /// <inheritdoc/>
    public SubscribeResult Run(SubscribeRequest request, Call call)
    {
        var arn = SnsArn.OfTopic(request.TopicArn);
        var topic = Publisher.Topic(call, arn);
        var (protocol, endpoint) = (request.Protocol!, request.Endpoint ?? "");
        SubscriptionRules.CheckEndpoint(call, topic, protocol, endpoint, request.Attributes);
        var subscriptions = call.Write(Tables.Subscriptions, arn.Scope);
        var wanted = Wanted(request, arn, call);
        if (subscriptions.By(Tables.SubscriptionsByEndpoint, $"{arn.Topic} {protocol} {endpoint}").FirstOrDefault()
            is { } existing)
        {
            SubscriptionRules.CheckAlike(existing, wanted);
            if (existing.State == SubscriptionState.Pending)
                existing = Confirmations.Ask(call, topic, existing);
            return Result(existing, request);
        }

        SubscriptionRules.CheckLimits(call, arn, topic, wanted);
        if (wanted.State == SubscriptionState.Confirmed) subscriptions.Put(wanted);
        else Confirmations.Ask(call, topic, wanted);
        return Result(wanted, request);
    }

    private static SubscriptionRecord Wanted(SubscribeRequest request, SnsArn arn, Call call)
    {
        var id = NewIds.Uuid(call);
        var made = new SubscriptionRecord
        {
            Id = new(id),
            Arn = $"{arn.TopicArn}:{id}",
            Topic = arn.Topic,
            Owner = call.Account,
            Principal = call.Caller.Arn,
            Protocol = request.Protocol!,
            Endpoint = request.Endpoint ?? "",
        };
        var isConfirmed = SubscriptionRules.NeedsNoConfirmation(made, call.Account);
        made = made with
        {
            State = isConfirmed ? SubscriptionState.Confirmed : SubscriptionState.Pending,
            Authenticated = isConfirmed,
        };
        // The scope first: it decides how the filter policy is read.
        foreach (var (name, value) in (request.Attributes ?? new Dictionary<string, string>())
            .OrderByDescending(attribute => attribute.Key == "FilterPolicyScope"))
            made = made with { Attributes = SubscriptionAttributes.With(call, made, name, value) };
        return made;
    }

    private static SubscribeResult Result(SubscriptionRecord subscription, SubscribeRequest request) => new()
    {
        SubscriptionArn = subscription.State == SubscriptionState.Confirmed || request.ReturnSubscriptionArn == true
            ? subscription.Arn
            : "pending confirmation",
    };
}
