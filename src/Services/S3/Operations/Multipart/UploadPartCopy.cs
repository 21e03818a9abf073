using Orrery.Operations.Contents;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Views;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Multipart;

/// <summary>Makes a part of what another object has. Source: Amazon S3 API Reference, UploadPartCopy.</summary>
public sealed class UploadPartCopy : IStagingOperation<UploadPartCopyRequest, UploadPartCopyResult>
{
    /// <inheritdoc/>
    public ContentOrder Order(UploadPartCopyRequest request, ReadCall call)
    {
        var (_, upload, _, source) = Checked(request, call);
        var range = RangeOf(request, source);
        return new() { Pieces = Runs.Of(call, source, range), Digests = DigestKind.Md5 | upload.Checksum };
    }

    /// <inheritdoc/>
    public UploadPartCopyResult Run(UploadPartCopyRequest request, StagedContent content, Call call)
    {
        var (place, upload, sourcePlace, source) = Checked(request, call);
        if (content.Length != RangeOf(request, source).Length) throw new ServiceException(
            "ConditionalRequestConflict", "The source changed meanwhile; try again.", 409);
        // Of no bytes nothing was taken, not even checksums.
        var digests = content.Length > 0 ? content.Digests : Sums.OfNothing;
        var part = new PartRecord
        {
            Upload = upload.Id,
            Number = request.PartNumber!.Value,
            Modified = Times.Seconds(call.Now),
            Size = content.Length,
            ETag = ETags.Of(digests.Hex(DigestKind.Md5)!, upload.Encryption),
            Content = content.Id,
            Checksum = new(upload.Checksum, digests.Base64(upload.Checksum)!),
        };
        Uploads.Put(call, place, part);
        var shown = new EncryptionView(upload.Encryption, CustomerOf(request));
        var sum = new SumView(upload.HasChosen ? part.Checksum : null);
        return new()
        {
            CopySourceVersionId = Writing.ShownId(sourcePlace, source),
            ServerSideEncryption = shown.Algorithm,
            SSEKMSKeyId = shown.KeyId,
            BucketKeyEnabled = shown.HasBucketKey,
            SSECustomerAlgorithm = shown.CustomerAlgorithm,
            SSECustomerKeyMD5 = shown.CustomerMd5,
            CopyPartResult = new()
            {
                ETag = part.ETag,
                LastModified = part.Modified,
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
        };
    }

    private static (Place Place, UploadRecord Upload, Place SourcePlace, VersionRecord Source) Checked(
        UploadPartCopyRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Uploads.Number(request.PartNumber);
        var upload = Uploads.Get(call, place, Keys.Checked(request.Key), request.UploadId);
        var (sourcePlace, source) =
            Rules.CopySource.Read(request.CopySource).Find(call, request, request.ExpectedSourceBucketOwner);
        Encryptions.CheckPart(call, upload, CustomerOf(request));
        Encryptions.CheckRead(call, source, new(
            request.CopySourceSSECustomerAlgorithm, request.CopySourceSSECustomerKey,
            request.CopySourceSSECustomerKeyMD5));
        new Conditions
        {
            Match = request.CopySourceIfMatch,
            NoneMatch = request.CopySourceIfNoneMatch,
            ModifiedSince = request.CopySourceIfModifiedSince,
            UnmodifiedSince = request.CopySourceIfUnmodifiedSince,
        }.CheckCopy(source);
        return (place, upload, sourcePlace, source);
    }

    private static CustomerKey CustomerOf(UploadPartCopyRequest request) =>
        new(request.SSECustomerAlgorithm, request.SSECustomerKey, request.SSECustomerKeyMD5);

    // Unlike that of GetObject, this range has both ends and lies within the source.
    private static ByteRange RangeOf(UploadPartCopyRequest request, VersionRecord source)
    {
        var text = request.CopySourceRange;
        var range = text is null ? ByteRange.All(source.Size) : ByteRange.ReadExact(text, source.Size);
        return range.Length <= Writing.Most ? range : throw Errors.InvalidRequest(
            $"The specified copy source is larger than the maximum allowable size for a copy source: {Writing.Most}");
    }
}
