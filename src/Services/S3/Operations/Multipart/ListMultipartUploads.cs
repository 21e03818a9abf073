using Orrery.Kernel.State;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Multipart;

/// <summary>Lists uploads under way, by key and then by age. Source: API Reference, ListMultipartUploads.</summary>
public sealed class ListMultipartUploads : IReadOperation<ListMultipartUploadsRequest, ListMultipartUploadsResult>
{
    /// <inheritdoc/>
    public ListMultipartUploadsResult Run(ListMultipartUploadsRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var order = new ListOrder
        {
            Prefix = request.Prefix ?? "",
            Delimiter = request.Delimiter ?? "",
            After = request.KeyMarker ?? "",
            Most = Lists.Size(request.MaxUploads, "max-uploads"),
        };
        // Without a key marker the upload id marker is ignored.
        var afterId = order.After.Length > 0 ? request.UploadIdMarker : null;
        var uploads = call.Read(Tables.Uploads, place.Scope);
        var page = Lists.Walk(
            order,
            key => uploads.From(Ids.KeyText.Upload(place.Name, key, "")).TakeWhile(u => u.Bucket == place.Name),
            static upload => upload.Key,
            upload => IsAfter(upload, order.After, afterId));
        var encode = Lists.Encoder(request.EncodingType);
        return new()
        {
            Bucket = place.Name,
            KeyMarker = encode(order.After),
            UploadIdMarker = request.UploadIdMarker ?? "",
            Prefix = encode(order.Prefix),
            Delimiter = encode(request.Delimiter),
            NextKeyMarker = page.IsCut ? encode(page.LastGroup ?? page.Last!.Key) : "",
            NextUploadIdMarker = page.IsCut ? page.Last?.Id ?? "" : "",
            MaxUploads = order.Most,
            IsTruncated = page.IsCut,
            EncodingType = request.EncodingType,
            Uploads = [.. page.Items.Select(upload => View(upload, encode))],
            CommonPrefixes = Lists.Groups(page.Groups, encode),
        };
    }

    private static bool IsAfter(UploadRecord upload, string key, string? id)
    {
        if (key.Length == 0) return true;
        var compared = KeyOrder.Compare(upload.Key, key);
        return compared > 0
            || (compared == 0 && !string.IsNullOrEmpty(id) && string.CompareOrdinal(upload.Id, id) > 0);
    }

    private static MultipartUpload View(UploadRecord upload, Func<string?, string?> encode) => new()
    {
        UploadId = upload.Id,
        Key = encode(upload.Key),
        Initiated = upload.Begun,
        StorageClass = StorageClassWire.Parse(upload.StorageClass),
        Owner = Owners.Of(upload.Owner),
        Initiator = new() { ID = upload.Initiator },
        ChecksumAlgorithm = upload.HasChosen ? Sums.AlgorithmOf(upload.Checksum) : null,
        ChecksumType = !upload.HasChosen ? null
            : upload.IsComposite ? ChecksumType.Composite : ChecksumType.FullObject,
    };
}
