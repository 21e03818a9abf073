using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Tags;

/// <summary>Made next.</summary>
public sealed class ListTagsForResource : IReadOperation<ListTagsForResourceRequest, ListTagsForResourceResult>
{
    /// <inheritdoc/>
    public ListTagsForResourceResult Run(ListTagsForResourceRequest request, ReadCall call) => new();
}
