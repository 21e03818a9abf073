using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3control;

namespace Orrery.Services.S3.Operations.S3control.Tagging;

/// <summary>Gives tags to an access point, or changes them.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call)
    {
        var place = PointRules.OwnByArn(call, request.AccountId, request.ResourceArn);
        var tags = Tags.Added(place.Point.Tags, Tags.OfPoint(request.Tags));
        PointRules.Put(call, place, place.Point with { Tags = tags });
        return new();
    }
}
