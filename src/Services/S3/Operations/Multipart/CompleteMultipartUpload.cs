using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Ageing;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Services.S3.Rules.Telling;
using Orrery.Services.S3.Views;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Multipart;

/// <summary>Makes an object of the parts of an upload.</summary>
public sealed class CompleteMultipartUpload
    : IWriteOperation<CompleteMultipartUploadRequest, CompleteMultipartUploadResult>
{
    /// <inheritdoc/>
    public CompleteMultipartUploadResult Run(CompleteMultipartUploadRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var key = Keys.Checked(request.Key);
        var upload = Uploads.Get(call, place, key, request.UploadId);
        if (request.SSECustomerAlgorithm is not null) Encryptions.CheckCustomer(
            upload.Encryption,
            new(request.SSECustomerAlgorithm, request.SSECustomerKey, request.SSECustomerKeyMD5));
        if (upload.Encryption is { } encryption) Kms.Open(call, encryption, place.Name, key);
        new Conditions { Match = request.IfMatch, NoneMatch = request.IfNoneMatch }
            .CheckWrite(Versions.Current(call, place, key), key);
        var parts = Completing.PartsOf(call, place, upload, request.MultipartUpload?.Parts);
        var version = VersionOf(call, place, upload, parts);
        Check(request, upload, version);
        Uploads.End(call, place, upload, parts.Select(static part => part.Number).ToHashSet());
        version = Writing.Add(call, place, version, Notice.Complete);
        var sum = new SumView(version.Checksum);
        var shown = new EncryptionView(upload.Encryption, default);
        return new()
        {
            Location = $"http://{place.Name}.s3.{place.Scope.Region}.amazonaws.com/{Uri.EscapeDataString(key)}",
            Bucket = place.Name,
            Key = key,
            Expiration = Ageing.Header(call, place, version),
            ETag = version.ETag,
            VersionId = Writing.ShownId(place, version),
            ServerSideEncryption = shown.Algorithm,
            SSEKMSKeyId = shown.KeyId,
            BucketKeyEnabled = shown.HasBucketKey,
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
        };
    }

    private static VersionRecord VersionOf(
        Call call, Place place, UploadRecord upload, IReadOnlyList<PartRecord> parts) =>
        Versions.Named(call, place, Locked(call, place, upload, new()
        {
            Bucket = place.Name,
            Key = upload.Key,
            Order = "",
            VersionId = "",
            // S3 user guide, "Working with object metadata": of such objects this is when the upload began.
            Modified = upload.Begun,
            Owner = upload.ObjectOwner ?? upload.Owner,
            Acl = upload.Acl,
            Size = parts.Sum(static part => part.Size),
            ETag = Completing.ETagOf(parts),
            Manifest = Completing.Write(call, parts),
            Parts = parts.Count,
            Checksum = Completing.SumOf(upload, parts),
            Headers = upload.Headers,
            Tags = upload.Tags,
            StorageClass = upload.StorageClass,
            Encryption = upload.Encryption,
        }));

    // What the upload said when it began; the bucket's default is of when the object is there.
    private static VersionRecord Locked(Call call, Place place, UploadRecord upload, VersionRecord version)
    {
        var locked = upload.Retention is null ? Locks.Applied(call, place, default, version) : version;
        return locked with
        {
            Retention = upload.Retention ?? locked.Retention, HasLegalHold = upload.HasLegalHold,
        };
    }

    private static void Check(CompleteMultipartUploadRequest request, UploadRecord upload, VersionRecord version)
    {
        if (request.MpuObjectSize is { } size && size != version.Size) throw Errors.InvalidRequest(
            $"The provided 'x-amz-mp-object-size' header value {size} does not match what was computed: "
            + $"{version.Size}");
        if (request.ChecksumType is { } type && (type is ChecksumType.Composite) != upload.IsComposite)
            throw OtherMode(upload);
        var sums = new Sums
        {
            Crc32 = request.ChecksumCRC32,
            Crc32C = request.ChecksumCRC32C,
            Crc64Nvme = request.ChecksumCRC64NVME,
            Sha1 = request.ChecksumSHA1,
            Sha256 = request.ChecksumSHA256,
            Sha512 = request.ChecksumSHA512,
            Md5 = request.ChecksumMD5,
            XxHash64 = request.ChecksumXXHASH64,
            XxHash3 = request.ChecksumXXHASH3,
            XxHash128 = request.ChecksumXXHASH128,
        };
        if (sums.Kind == DigestKind.None) return;
        var mine = version.Checksum!;
        if (sums.Kind != mine.Kind) throw Errors.InvalidRequest("The upload was created using another checksum.");
        if (sums.Value != mine.Value && sums.Value != mine.Value.Split('-')[0])
            throw Errors.BadDigest(Sums.NameOf(mine.Kind));
    }

    // The S3 API Reference says BadDigest; this is what AWS answered, as versity/versitygw and localstack/localstack
    // have it in what they compare with AWS.
    private static ServiceException OtherMode(UploadRecord upload) => Errors.InvalidRequest(
        $"The upload was created using the {(upload.IsComposite ? "COMPOSITE" : "FULL_OBJECT")} checksum mode. The "
        + "complete request must use the same checksum mode.");
}
