using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Tags;

/// <summary>Tells the tags of a scalable target.</summary>
public sealed class ListTagsForResource : IReadOperation<ListTagsForResourceRequest, ListTagsForResourceResult>
{
    /// <inheritdoc/>
    public ListTagsForResourceResult Run(ListTagsForResourceRequest request, ReadCall call)
    {
        return new() { Tags = ScalableTargets.ByArn(call, request.ResourceARN!).Tags };
    }
}
