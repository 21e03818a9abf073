using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Queues;

/// <summary>
/// Sets attributes of a queue. AWS takes up to 60 seconds, here they hold at once. A changed retention holds for
/// messages that are there; so does a changed delay of a FIFO queue. Source: SQS API Reference, SetQueueAttributes;
/// Developer Guide, "Amazon SQS delay queues".
/// </summary>
public sealed class SetQueueAttributes : IWriteOperation<SetQueueAttributesRequest, SetQueueAttributesResult>
{
    private const int Batch = 1000;

    /// <inheritdoc/>
    public SetQueueAttributesResult Run(SetQueueAttributesRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var queue = QueueAttributes.Set(call, place.Queue, request.Attributes) with { ModifiedAt = call.Now };
        call.Write(Tables.Queues, place.Scope).Put(queue);
        var box = Box.Open(call, new(place.Scope, queue));
        if (box is FifoBox fifo && queue.DelaySeconds != place.Queue.DelaySeconds)
            fifo.Redelay(queue.DelaySeconds);
        if (queue.MessageRetentionPeriod != place.Queue.MessageRetentionPeriod)
            box.Close(hasMore: !box.Expire(Batch));
        else
            box.Close();
        return new();
    }
}
