using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Restoring;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Listing;

/// <summary>Lists versions and delete markers. Source: Amazon S3 API Reference, ListObjectVersions.</summary>
public sealed class ListObjectVersions : IReadOperation<ListObjectVersionsRequest, ListObjectVersionsResult>
{
    /// <inheritdoc/>
    public ListObjectVersionsResult Run(ListObjectVersionsRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var afterVersion = request.VersionIdMarker is { Length: > 0 } marker ? marker : null;
        if (afterVersion is not null && string.IsNullOrEmpty(request.KeyMarker)) throw Errors.InvalidArgument(
            "A version-id marker cannot be specified without a key marker.", "version-id-marker", afterVersion);
        var order = new ListOrder
        {
            Prefix = request.Prefix ?? "",
            Delimiter = request.Delimiter ?? "",
            After = request.KeyMarker ?? "",
            Most = Lists.Size(request.MaxKeys, "max-keys"),
        };
        var page = VersionLists.Of(call, place, order, afterVersion);
        var restoredAt = ObjectLists.RestoredAt(call, request.OptionalObjectAttributes);
        var encode = Lists.Encoder(request.EncodingType);
        return new()
        {
            Name = place.Name,
            Prefix = encode(order.Prefix),
            Delimiter = encode(request.Delimiter),
            KeyMarker = encode(order.After),
            VersionIdMarker = request.VersionIdMarker ?? "",
            MaxKeys = order.Most,
            EncodingType = request.EncodingType,
            IsTruncated = page.IsCut,
            NextKeyMarker = page.IsCut ? encode(page.LastGroup ?? page.Last!.Version.Key) : null,
            NextVersionIdMarker = page.IsCut ? page.Last?.Version.VersionId : null,
            Versions =
            [
                .. page.Items.Where(static e => !e.Version.IsMarker).Select(e => Version(e, encode, restoredAt)),
            ],
            DeleteMarkers = [.. page.Items.Where(static e => e.Version.IsMarker).Select(e => Marker(e, encode))],
            CommonPrefixes = Lists.Groups(page.Groups, encode),
        };
    }

    private static ObjectVersion Version(
        VersionLists.Entry entry, Func<string?, string?> encode, DateTimeOffset? restoredAt) => new()
    {
        Key = encode(entry.Version.Key),
        VersionId = entry.Version.VersionId,
        IsLatest = entry.IsLatest,
        LastModified = entry.Version.Modified,
        ETag = entry.Version.ETag,
        Size = entry.Version.Size,
        StorageClass = StorageClassWire.Parse(entry.Version.StorageClass),
        Owner = Owners.Of(entry.Version.Owner),
        ChecksumAlgorithm = entry.Version.Checksum is { } sum ? [Sums.AlgorithmOf(sum.Kind)] : null,
        RestoreStatus = restoredAt is { } now ? Restores.Status(entry.Version, now) : null,
        ChecksumType = new SumView(entry.Version.Checksum).Type,
    };

    private static DeleteMarkerEntry Marker(VersionLists.Entry entry, Func<string?, string?> encode) => new()
    {
        Key = encode(entry.Version.Key),
        VersionId = entry.Version.VersionId,
        IsLatest = entry.IsLatest,
        LastModified = entry.Version.Modified,
        Owner = Owners.Of(entry.Version.Owner),
    };
}
