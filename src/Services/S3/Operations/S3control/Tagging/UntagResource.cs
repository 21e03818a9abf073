using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3control;

namespace Orrery.Services.S3.Operations.S3control.Tagging;

/// <summary>Takes tags of an access point away.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        var place = PointRules.OwnByArn(call, request.AccountId, request.ResourceArn);
        var tags = place.Point.Tags?.RemoveRange(request.TagKeys ?? []);
        PointRules.Put(call, place, place.Point with { Tags = tags is { Count: > 0 } ? tags : null });
        return new();
    }
}
