using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Ageing;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Multipart;

/// <summary>Lists the parts of an upload. Source: Amazon S3 API Reference, ListParts.</summary>
public sealed class ListParts : IReadOperation<ListPartsRequest, ListPartsResult>
{
    /// <inheritdoc/>
    public ListPartsResult Run(ListPartsRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var upload = Uploads.Get(call, place, Keys.Checked(request.Key), request.UploadId);
        if (request.SSECustomerAlgorithm is not null) Encryptions.CheckCustomer(
            upload.Encryption,
            new(request.SSECustomerAlgorithm, request.SSECustomerKey, request.SSECustomerKeyMD5));
        var most = Lists.Size(request.MaxParts, "max-parts");
        var after = Math.Max(0, request.PartNumberMarker ?? 0);
        var page = Uploads.Parts(call, place, upload.Id, after).Take(most + 1).ToList();
        var isCut = page.Count > most && most > 0;
        if (page.Count > most) page.RemoveAt(page.Count - 1);
        var abortion = Ageing.Abortion(place, upload.Key, upload.Begun);
        return new()
        {
            AbortDate = abortion?.At,
            AbortRuleId = abortion?.Rule,
            Bucket = place.Name,
            Key = upload.Key,
            UploadId = upload.Id,
            PartNumberMarker = after,
            NextPartNumberMarker = page.Count > 0 ? page[^1].Number : after,
            MaxParts = most,
            IsTruncated = isCut,
            Parts = [.. page.Select(part => View(part, upload))],
            Initiator = new() { ID = upload.Initiator },
            Owner = Owners.Of(upload.Owner),
            StorageClass = StorageClassWire.Parse(upload.StorageClass),
            ChecksumAlgorithm = upload.HasChosen ? Sums.AlgorithmOf(upload.Checksum) : null,
            ChecksumType = !upload.HasChosen ? null
                : upload.IsComposite ? ChecksumType.Composite : ChecksumType.FullObject,
        };
    }

    private static Part View(PartRecord part, UploadRecord upload)
    {
        var sum = new SumView(upload.HasChosen ? part.Checksum : null);
        return new()
        {
            PartNumber = part.Number,
            LastModified = part.Modified,
            ETag = part.ETag,
            Size = part.Size,
            ChecksumCRC32 = sum.Crc32,
            ChecksumCRC32C = sum.Crc32C,
            ChecksumCRC64NVME = sum.Crc64Nvme,
            ChecksumSHA1 = sum.Sha1,
            ChecksumSHA256 = sum.Sha256,
            ChecksumSHA512 = sum.Sha512,
            ChecksumMD5 = sum.Md5,
            ChecksumXXHASH64 = sum.XxHash64,
            ChecksumXXHASH3 = sum.XxHash3,
            ChecksumXXHASH128 = sum.XxHash128,
        };
    }
}
