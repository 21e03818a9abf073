using Orrery.Operations.Tagging;
using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3control;

namespace Orrery.Services.S3.Operations.S3control.Tagging;

/// <summary>Lists the tags of an access point.</summary>
public sealed class ListTagsForResource : IReadOperation<ListTagsForResourceRequest, ListTagsForResourceResult>
{
    /// <inheritdoc/>
    public ListTagsForResourceResult Run(ListTagsForResourceRequest request, ReadCall call)
    {
        var place = PointRules.OwnByArn(call, request.AccountId, request.ResourceArn);
        return new()
        {
            Tags = [.. (place.Point.Tags ?? TagSet.Empty).Select(
                static tag => new Tag { Key = tag.Key, Value = tag.Value })],
        };
    }
}
