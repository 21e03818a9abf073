using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Ids;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Tags;

/// <summary>Takes tags from a topic.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        var arn = SnsArn.OfTopic(request.ResourceArn, "ResourceArn");
        var topics = call.Write(Tables.Topics, arn.Scope);
        var topic = topics.Find(new(arn.Topic)) ?? throw Errors.NoResource();
        SortedDictionary<string, string> rest = new(topic.Tags, StringComparer.Ordinal);
        foreach (var key in request.TagKeys!) rest.Remove(key);
        topics.Put(topic with { Tags = rest });
        return new();
    }
}
