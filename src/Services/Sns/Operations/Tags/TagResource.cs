using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Rules;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Tags;

/// <summary>Adds tags to a topic.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call)
    {
        var arn = SnsArn.OfTopic(request.ResourceArn, "ResourceArn");
        var topics = call.Write(Tables.Topics, arn.Scope);
        var topic = topics.Find(new(arn.Topic)) ?? throw Errors.NoResource();
        topics.Put(topic with { Tags = TagRules.Merge(topic.Tags, request.Tags!) });
        return new();
    }
}
