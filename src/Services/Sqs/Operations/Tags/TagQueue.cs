using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Tags;

/// <summary>Gives tags to a queue.</summary>
public sealed class TagQueue : IWriteOperation<TagQueueRequest, TagQueueResult>
{
    /// <inheritdoc/>
    public TagQueueResult Run(TagQueueRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        TagRules.Check(request.Tags);
        var tags = new Dictionary<string, string>(place.Queue.Tags, StringComparer.Ordinal);
        foreach (var (key, value) in request.Tags!)
            tags[key] = value;
        call.Write(Tables.Queues, place.Scope).Put(place.Queue with { Tags = tags });
        return new();
    }
}
