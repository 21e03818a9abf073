using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Tagging;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Tags;

/// <summary>Lists the tags of an alarm or a dashboard.</summary>
public sealed class ListTagsForResource : IReadOperation<ListTagsForResourceRequest, ListTagsForResourceResult>
{
    /// <inheritdoc/>
    public ListTagsForResourceResult Run(ListTagsForResourceRequest request, ReadCall call)
    {
        TagStore.CheckExists(call, request.ResourceARN!);
        var tags = TagStore.Of(call, request.ResourceARN!);
        return new() { Tags = [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] };
    }
}
