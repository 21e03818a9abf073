using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Views;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Subscriptions;

/// <summary>The subscriptions of a topic, a hundred a page.</summary>
public sealed class ListSubscriptionsByTopic
    : IReadOperation<ListSubscriptionsByTopicRequest, ListSubscriptionsByTopicResult>
{
    /// <inheritdoc/>
    public ListSubscriptionsByTopicResult Run(ListSubscriptionsByTopicRequest request, ReadCall call)
    {
        var arn = SnsArn.OfTopic(request.TopicArn);
        Publisher.Topic(call, arn);
        var page = Page.Of(
            call.Read(Tables.Subscriptions, arn.Scope).By(Tables.SubscriptionsByTopic, arn.Topic), s => s.Id.Value,
            request.NextToken);
        return new() { Subscriptions = [.. page.Items.Select(SubscriptionView.Of)], NextToken = page.NextToken };
    }
}
