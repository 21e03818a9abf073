using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Tags;

/// <summary>Takes tags from a queue; those that it does not have are passed over.</summary>
public sealed class UntagQueue : IWriteOperation<UntagQueueRequest, UntagQueueResult>
{
    /// <inheritdoc/>
    public UntagQueueResult Run(UntagQueueRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var tags = new Dictionary<string, string>(place.Queue.Tags, StringComparer.Ordinal);
        foreach (var key in request.TagKeys!)
            tags.Remove(key);
        call.Write(Tables.Queues, place.Scope).Put(place.Queue with { Tags = tags });
        return new();
    }
}
