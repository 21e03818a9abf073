using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Listing;

/// <summary>Lists objects in order of their keys, the older way. Source: Amazon S3 API Reference,
/// ListObjects.</summary>
public sealed class ListObjects : IReadOperation<ListObjectsRequest, ListObjectsResult>
{
    /// <inheritdoc/>
    public ListObjectsResult Run(ListObjectsRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var order = new ListOrder
        {
            Prefix = request.Prefix ?? "",
            Delimiter = request.Delimiter ?? "",
            After = request.Marker ?? "",
            Most = Lists.Size(request.MaxKeys, "max-keys"),
        };
        var page = ObjectLists.Of(call, place, order);
        var restoredAt = ObjectLists.RestoredAt(call, request.OptionalObjectAttributes);
        var encode = Lists.Encoder(request.EncodingType);
        return new()
        {
            RequestCharged = Payers.Charged(call, place),
            Name = place.Name,
            Prefix = encode(order.Prefix),
            Delimiter = encode(request.Delimiter),
            Marker = encode(order.After),
            MaxKeys = order.Most,
            EncodingType = request.EncodingType,
            IsTruncated = page.IsCut,
            // Only with a delimiter; else the last key is the next marker.
            NextMarker = page.IsCut && order.Delimiter.Length > 0 ? encode(page.LastGroup ?? page.Last!.Key) : null,
            Contents = page.Items.Count == 0
                ? null
                : [.. page.Items.Select(item => ObjectLists.View(item, encode, true, restoredAt))],
            CommonPrefixes = Lists.Groups(page.Groups, encode),
        };
    }
}
