using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Services.Kms.Views;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Tags;

/// <summary>Lists the tags of a key.</summary>
public sealed class ListResourceTags : IReadOperation<ListResourceTagsRequest, ListResourceTagsResult>
{
    /// <inheritdoc/>
    public ListResourceTagsResult Run(ListResourceTagsRequest request, ReadCall call)
    {
        var place = Places.Seen(call, request.KeyId!, "ListResourceTags");
        var (page, next) = Pages.Of(
            KeyViews.Tags(place.Key.Tags), tag => tag.TagKey!, request.Limit, request.Marker, standard: 50);
        return new() { Tags = page, NextMarker = next, Truncated = next is not null };
    }
}
