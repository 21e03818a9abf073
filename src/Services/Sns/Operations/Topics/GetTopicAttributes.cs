using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Views;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Topics;

/// <summary>The attributes of a topic, with those that follow from its subscriptions.</summary>
public sealed class GetTopicAttributes : IReadOperation<GetTopicAttributesRequest, GetTopicAttributesResult>
{
    /// <inheritdoc/>
    public GetTopicAttributesResult Run(GetTopicAttributesRequest request, ReadCall call)
    {
        var arn = SnsArn.OfTopic(request.TopicArn);
        return new() { Attributes = TopicView.Of(call, arn, Publisher.Topic(call, arn)) };
    }
}
