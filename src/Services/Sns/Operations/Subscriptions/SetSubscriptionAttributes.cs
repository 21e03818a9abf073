using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Rules;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Subscriptions;

/// <summary>Changes an attribute of a subscription.</summary>
public sealed class SetSubscriptionAttributes
    : IWriteOperation<SetSubscriptionAttributesRequest, SetSubscriptionAttributesResult>
{
    /// <inheritdoc/>
    public SetSubscriptionAttributesResult Run(SetSubscriptionAttributesRequest request, Call call)
    {
        var arn = SnsArn.OfSubscription(request.SubscriptionArn);
        var found = SubscriptionFinder.Get(call, arn);
        var all = SubscriptionAttributes.With(call, found, request.AttributeName!, request.AttributeValue);
        if (all.ContainsKey("FilterPolicy") && found.Attribute("FilterPolicy") is null)
            SubscriptionRules.CheckFilters(call, arn);
        call.Write(Tables.Subscriptions, arn.Scope).Put(found with { Attributes = all });
        return new();
    }
}
