using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Records;
using Orrery.Services.Sns.Views;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Subscriptions;

/// <summary>The subscriptions that the account made in the region, of whatever topics, a hundred a page.</summary>
public sealed class ListSubscriptions : IReadOperation<ListSubscriptionsRequest, ListSubscriptionsResult>
{
    /// <inheritdoc/>
    public ListSubscriptionsResult Run(ListSubscriptionsRequest request, ReadCall call)
    {
        var own = call.Scopes
            .Where(scope => scope.Region == call.Region)
            .SelectMany(scope => call.Read(Tables.Subscriptions, scope).All())
            .Where(s => s.Owner == call.Account && s.State != SubscriptionState.Unsubscribed)
            .OrderBy(s => s.Arn, StringComparer.Ordinal);
        var page = Page.Of(own, s => s.Arn, request.NextToken);
        return new() { Subscriptions = [.. page.Items.Select(SubscriptionView.Of)], NextToken = page.NextToken };
    }
}
