using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Tags;

/// <summary>Lists the tags of a queue.</summary>
public sealed class ListQueueTags : IReadOperation<ListQueueTagsRequest, ListQueueTagsResult>
{
    /// <inheritdoc/>
    public ListQueueTagsResult Run(ListQueueTagsRequest request, ReadCall call) =>
        new() { Tags = QueueNames.Of(call, request.QueueUrl).Queue.Tags };
}
