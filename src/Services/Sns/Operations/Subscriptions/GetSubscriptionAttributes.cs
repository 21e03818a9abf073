using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Views;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Subscriptions;

/// <summary>The attributes of a subscription.</summary>
public sealed class GetSubscriptionAttributes
    : IReadOperation<GetSubscriptionAttributesRequest, GetSubscriptionAttributesResult>
{
    /// <inheritdoc/>
    public GetSubscriptionAttributesResult Run(GetSubscriptionAttributesRequest request, ReadCall call)
    {
        var arn = SnsArn.OfSubscription(request.SubscriptionArn);
        return new() { Attributes = SubscriptionView.Attributes(call, arn, SubscriptionFinder.Get(call, arn)) };
    }
}
