using Orrery.Kernel.State;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>Tells chosen attributes of an object. Source: Amazon S3 API Reference, GetObjectAttributes.</summary>
public sealed class GetObjectAttributes : IReadOperation<GetObjectAttributesRequest, GetObjectAttributesResult>
{
    /// <inheritdoc/>
    public GetObjectAttributesResult Run(GetObjectAttributesRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var version = Reading.Get(call, request, place, Keys.Checked(request.Key), request.VersionId);
        Encryptions.CheckCustomer(
            version.Encryption,
            new(request.SSECustomerAlgorithm, request.SSECustomerKey, request.SSECustomerKeyMD5));
        var wanted = (request.ObjectAttributes ?? []).ToHashSet();
        var sum = new SumView(version.Checksum);
        return new()
        {
            LastModified = version.Modified,
            VersionId = Writing.ShownId(place, version),
            ETag = wanted.Contains(ObjectAttributes.ETag) ? version.ETag.Trim('"') : null,
            Checksum = !wanted.Contains(ObjectAttributes.Checksum) || version.Checksum is null ? null : new()
            {
                ChecksumType = sum.Type,
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
            },
            ObjectParts = wanted.Contains(ObjectAttributes.ObjectParts) ? PartsOf(call, version, request) : null,
            StorageClass = wanted.Contains(ObjectAttributes.StorageClass)
                ? StorageClassWire.Parse(version.StorageClass)
                : null,
            ObjectSize = wanted.Contains(ObjectAttributes.ObjectSize) ? version.Size : null,
        };
    }

    private static GetObjectAttributesParts? PartsOf(
        ReadCall call, VersionRecord version, GetObjectAttributesRequest request)
    {
        if (version.Parts is not { } count || version.Manifest is not { } manifest) return null;
        var most = Lists.Size(request.MaxParts, "max-parts");
        var after = request.PartNumberMarker ?? 0;
        var page = Runs.Of(call.Read(Tables.Pieces, Scope.World), manifest)
            .Where(piece => piece.Number > after).Take(most + 1).ToList();
        var isCut = page.Count > most;
        if (isCut) page.RemoveAt(page.Count - 1);
        return new()
        {
            TotalPartsCount = count,
            PartNumberMarker = after,
            NextPartNumberMarker = page.Count > 0 ? page[^1].Number : after,
            MaxParts = most,
            IsTruncated = isCut,
            // "For general purpose buckets": only where parts have checksums of their own.
            Parts = version.Checksum is { IsComposite: true } ? [.. page.Select(View)] : null,
        };
    }

    private static ObjectPart View(PieceRecord piece)
    {
        var sum = new SumView(piece.Checksum);
        return new()
        {
            PartNumber = piece.Number,
            Size = piece.Length,
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
