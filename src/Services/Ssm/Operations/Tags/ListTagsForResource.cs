using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Tags;

/// <summary>Lists the tags of a parameter.</summary>
public sealed class ListTagsForResource : IReadOperation<ListTagsForResourceRequest, ListTagsForResourceResult>
{
    /// <inheritdoc/>
    public ListTagsForResourceResult Run(ListTagsForResourceRequest request, ReadCall call)
    {
        var parameter = ParameterTags.Resource(call, request.ResourceType, request.ResourceId!);
        return new() { TagList = [.. parameter.Tags.Select(t => new Tag { Key = t.Key, Value = t.Value })] };
    }
}
