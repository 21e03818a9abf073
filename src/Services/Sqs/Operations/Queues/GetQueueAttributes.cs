using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Rules;
using Orrery.Services.Sqs.Views;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Queues;

/// <summary>Tells the attributes of a queue; the numbers of messages are exact, as of now.</summary>
public sealed class GetQueueAttributes : IReadOperation<GetQueueAttributesRequest, GetQueueAttributesResult>
{
    /// <inheritdoc/>
    public GetQueueAttributesResult Run(GetQueueAttributesRequest request, ReadCall call)
    {
        var attributes = AttributeView.Of(call, QueueNames.Of(call, request.QueueUrl), request.AttributeNames ?? []);
        return new() { Attributes = attributes.Count == 0 ? null : attributes };
    }
}
