using Orrery.Operations.Contents;
using Orrery.Services.S3.Gate;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Services.S3.Views;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Multipart;

/// <summary>Uploads a part. Source: Amazon S3 API Reference, UploadPart.</summary>
public sealed class UploadPart : IStagingOperation<UploadPartRequest, UploadPartResult>
{
    /// <inheritdoc/>
    public ContentOrder Order(UploadPartRequest request, ReadCall call)
    {
        var (_, upload) = Checked(request, call);
        return Writing.Body(upload.Checksum | KindOf(upload, SumsOf(request)));
    }

    /// <inheritdoc/>
    public UploadPartResult Run(UploadPartRequest request, StagedContent content, Call call)
    {
        var (place, upload) = Checked(request, call);
        var sums = SumsOf(request);
        var sent = sums.Check(content, KindOf(upload, sums));
        var trailer = SumHeaders.Of(upload.Checksum).Header;
        if (upload.IsComposite && sums.Value is null && content.Trailer(trailer) is null)
            throw Mismatch(upload.Checksum, "null");
        var part = new PartRecord
        {
            Upload = upload.Id,
            Number = request.PartNumber!.Value,
            Modified = Times.Seconds(call.Now),
            Size = content.Length,
            ETag = ETags.Of(content.Digests.Hex(DigestKind.Md5)!, upload.Encryption),
            Content = content.Id,
            Checksum = new(upload.Checksum, content.Digests.Base64(upload.Checksum)!),
        };
        Uploads.Put(call, place, part);
        var shown = new EncryptionView(upload.Encryption, CustomerOf(request));
        var sum = new SumView(upload.HasChosen || sums.Kind != DigestKind.None ? sent : null);
        return new()
        {
            ETag = part.ETag,
            ServerSideEncryption = shown.Algorithm,
            SSEKMSKeyId = shown.KeyId,
            BucketKeyEnabled = shown.HasBucketKey,
            SSECustomerAlgorithm = shown.CustomerAlgorithm,
            SSECustomerKeyMD5 = shown.CustomerMd5,
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

    private static (Place Place, UploadRecord Upload) Checked(UploadPartRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Uploads.Number(request.PartNumber);
        var upload = Uploads.Get(call, place, Keys.Checked(request.Key), request.UploadId);
        var isLocked = upload.Retention is not null || upload.HasLegalHold is not null;
        if ((isLocked || Locks.Bind(place, default)) && SumsOf(request).IsEmpty) throw Errors.NoSum("Put Part");
        Encryptions.CheckPart(call, upload, CustomerOf(request));
        return (place, upload);
    }

    private static DigestKind KindOf(UploadRecord upload, Sums sums)
    {
        var sent = sums.Kind;
        if (sent == DigestKind.None) return upload.Checksum;
        if (!upload.HasChosen || sent == upload.Checksum) return sent;
        throw Mismatch(upload.Checksum, Sums.NameOf(sent).ToLowerInvariant());
    }

    // Parts of a composite checksum have to bring theirs. Source: AWS's answer in versitygw issue 1342.
    private static ServiceException Mismatch(DigestKind expected, string actual) => Errors.InvalidRequest(
        $"Checksum Type mismatch occurred, expected checksum Type: {Sums.NameOf(expected).ToLowerInvariant()}, "
        + $"actual checksum Type: {actual}");

    private static CustomerKey CustomerOf(UploadPartRequest request) =>
        new(request.SSECustomerAlgorithm, request.SSECustomerKey, request.SSECustomerKeyMD5);

    private static Sums SumsOf(UploadPartRequest request) => new()
    {
        ContentMd5 = request.ContentMD5,
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
        Announced = request.ChecksumAlgorithm,
    };
}
