using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Tags;

/// <summary>Takes tags from a scalable target.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        var target = ScalableTargets.ByArn(call, request.ResourceARN!);
        call.Write(Tables.Targets).Put(target with { Tags = target.Tags.RemoveRange(request.TagKeys!) });
        return new();
    }
}
