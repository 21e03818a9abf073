using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Ageing;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Services.S3.Rules.Restoring;
using Orrery.Services.S3.Rules.Tiering;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;
using System.Globalization;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>Tells of an object what GetObject would, without its bytes. Source: Amazon S3 API Reference,
/// HeadObject.</summary>
public sealed class HeadObject : IReadOperation<HeadObjectRequest, HeadObjectResult>
{
    /// <inheritdoc/>
    public HeadObjectResult Run(HeadObjectRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Headers.CheckOverrides(
            call, request.ResponseCacheControl, request.ResponseContentDisposition, request.ResponseContentEncoding,
            request.ResponseContentLanguage, request.ResponseContentType, request.ResponseExpires);
        CustomerKey customer = new(request.SSECustomerAlgorithm, request.SSECustomerKey, request.SSECustomerKeyMD5);
        var version = Reading.Get(call, request, place, Keys.Checked(request.Key), request.VersionId);
        // S3 API Reference, HeadObject: only the checksum of what KMS encrypts takes a permission of KMS.
        if (request.ChecksumMode is not null) Encryptions.CheckRead(call, version, customer);
        else Encryptions.CheckCustomer(version.Encryption, customer);
        new Conditions
        {
            Match = request.IfMatch,
            NoneMatch = request.IfNoneMatch,
            ModifiedSince = request.IfModifiedSince,
            UnmodifiedSince = request.IfUnmodifiedSince,
        }.CheckRead(version);
        var wanted = Reading.Wanted(call, version, request.Range, request.PartNumber);
        var range = wanted ?? ByteRange.All(version.Size);
        var headers = version.Headers;
        var held = LockView.Of(call, request, version);
        var shown = new EncryptionView(version.Encryption, customer);
        var sum = new SumView(
            request.ChecksumMode is not null && range.Length == version.Size ? version.Checksum : null);
        return new()
        {
            RequestCharged = Payers.Charged(call, place),
            Expiration = Ageing.Header(call, place, version),
            Restore = Restores.Header(version, call.Now),
            ArchiveStatus = ArchiveStatusWire.Parse(Tiers.ArchiveOf(place, version, call.Now)),
            ObjectLockMode = held.Mode,
            ObjectLockRetainUntilDate = held.Until,
            ObjectLockLegalHoldStatus = held.Hold,
            ReplicationStatus = ReplicationStatusWire.Parse(version.ReplicationShown),
            AcceptRanges = "bytes",
            LastModified = version.Modified,
            ContentLength = range.Length,
            ContentRange = wanted?.Header(version.Size),
            ETag = version.ETag,
            VersionId = Writing.ShownId(place, version),
            ContentType = Headers.Override(request.ResponseContentType) ?? headers.ContentType ?? Headers.UnknownType,
            ContentEncoding = Headers.Override(request.ResponseContentEncoding) ?? headers.ContentEncoding,
            ContentDisposition = Headers.Override(request.ResponseContentDisposition) ?? headers.ContentDisposition,
            ContentLanguage = Headers.Override(request.ResponseContentLanguage) ?? headers.ContentLanguage,
            CacheControl = Headers.Override(request.ResponseCacheControl) ?? headers.CacheControl,
            Expires = request.ResponseExpires?.ToString("R", CultureInfo.InvariantCulture) ?? headers.Expires,
            WebsiteRedirectLocation = headers.Redirect,
            Metadata = Headers.Shown(headers.Metadata),
            ServerSideEncryption = shown.Algorithm,
            SSEKMSKeyId = shown.KeyId,
            BucketKeyEnabled = shown.HasBucketKey,
            SSECustomerAlgorithm = shown.CustomerAlgorithm,
            SSECustomerKeyMD5 = shown.CustomerMd5,
            StorageClass = StorageClassWire.Parse(Classes.Shown(version)),
            TagCount = version.Tags is { Count: > 0 } tags ? tags.Count : null,
            PartsCount = request.PartNumber is null ? null : version.Parts,
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
}
