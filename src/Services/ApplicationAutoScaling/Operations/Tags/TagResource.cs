using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Operations.Tagging;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Tags;

/// <summary>Adds tags to a scalable target, or changes them.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call)
    {
        var target = ScalableTargets.ByArn(call, request.ResourceARN!);
        call.Write(Tables.Targets).Put(target with
        {
            Tags = TagSet.With(
                target.Tags, request.Tags!,
                key => Errors.Invalid($"The tag key {key} is reserved for AWS"), Errors.TooManyTags),
        });
        return new();
    }
}
