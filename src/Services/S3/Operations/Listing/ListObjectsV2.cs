using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Listing;

/// <summary>Lists objects in order of their keys. Source: Amazon S3 API Reference, ListObjectsV2.</summary>
public sealed class ListObjectsV2 : IReadOperation<ListObjectsV2Request, ListObjectsV2Result>
{
    /// <inheritdoc/>
    public ListObjectsV2Result Run(ListObjectsV2Request request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        if (request.ContinuationToken is "") throw Errors.InvalidArgument(
            "The continuation token provided is incorrect", "continuation-token", "");
        var order = new ListOrder
        {
            Prefix = request.Prefix ?? "",
            Delimiter = request.Delimiter ?? "",
            After = request.ContinuationToken is { } token ? Tokens.Read(token) : request.StartAfter ?? "",
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
            StartAfter = encode(request.StartAfter),
            MaxKeys = order.Most,
            EncodingType = request.EncodingType,
            KeyCount = page.Items.Count + page.Groups.Count,
            IsTruncated = page.IsCut,
            ContinuationToken = request.ContinuationToken,
            NextContinuationToken = page.IsCut ? Tokens.Write(page.LastGroup ?? page.Last!.Key) : null,
            Contents = page.Items.Count == 0
                ? null
                : [.. page.Items.Select(item => ObjectLists.View(
                    item, encode, request.FetchOwner is true, restoredAt))],
            CommonPrefixes = Lists.Groups(page.Groups, encode),
        };
    }
}
