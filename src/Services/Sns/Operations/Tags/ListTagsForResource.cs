using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Ids;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Tags;

/// <summary>The tags of a topic.</summary>
public sealed class ListTagsForResource : IReadOperation<ListTagsForResourceRequest, ListTagsForResourceResult>
{
    /// <inheritdoc/>
    public ListTagsForResourceResult Run(ListTagsForResourceRequest request, ReadCall call)
    {
        var arn = SnsArn.OfTopic(request.ResourceArn, "ResourceArn");
        var topic = call.Read(Tables.Topics, arn.Scope).Find(new(arn.Topic)) ?? throw Errors.NoResource();
        return new() { Tags = [.. topic.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] };
    }
}
