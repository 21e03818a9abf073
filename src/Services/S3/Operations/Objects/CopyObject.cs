using Orrery.Operations.Contents;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Ageing;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Services.S3.Rules.Telling;
using Orrery.Services.S3.Views;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>
/// Copies an object. The copy shares the bytes; they are read only for a checksum that is not known: the ETag and the
/// checksum of what was uploaded in parts, or another kind of checksum. Source: Amazon S3 API Reference, CopyObject.
/// </summary>
public sealed class CopyObject : IStagingOperation<CopyObjectRequest, CopyObjectResult>
{
    /// <inheritdoc/>
    public ContentOrder Order(CopyObjectRequest request, ReadCall call)
    {
        var plan = PlanOf(request, call);
        return plan.Digests == DigestKind.None ? ContentOrder.Nothing : new()
        {
            Pieces = Runs.Of(call, plan.Source, ByteRange.All(plan.Source.Size)),
            Keeps = false,
            Digests = plan.Digests,
        };
    }

    /// <inheritdoc/>
    public CopyObjectResult Run(CopyObjectRequest request, StagedContent content, Call call)
    {
        var plan = PlanOf(request, call);
        var (place, source) = (plan.Place, plan.Source);
        var wish = WriteWish.Of(request);
        // What the order saw is gone or another now: its checksums are not those of this source.
        if (plan.Digests != DigestKind.None && content.Length != source.Size)
            throw new ServiceException("ConditionalRequestConflict", "The source changed meanwhile; try again.", 409);
        // Of no bytes nothing was taken, not even checksums.
        var digests = source.Size > 0 ? content.Digests : Sums.OfNothing;
        var (owner, acl) = Ownership.OfObject(call, place, wish.List);
        var encryption = Encryptions.Make(call, place, plan.Key, wish.Encryption);
        var version = Versions.Named(call, place, Locks.Applied(call, place, wish.Lock, source with
        {
            Retention = null,
            HasLegalHold = null,
            Restore = null,
            ClassSince = null,
            Accessed = null,
            Tier = null,
            Replication = null,
            ReplicaSync = null,
            Bucket = place.Name,
            Key = plan.Key,
            Modified = Times.Seconds(call.Now),
            Owner = owner,
            Acl = acl,
            ETag = ETags.Of(
                (plan.Digests & DigestKind.Md5) == 0 ? source.ETag : digests.Hex(DigestKind.Md5)!, encryption),
            Parts = null,
            Checksum = plan.IsNew ? new(plan.Kind, digests.Base64(plan.Kind)!) : source.Checksum,
            Headers = CopyHeaders.Of(request, source),
            Tags = request.TaggingDirective is TaggingDirective.Replace ? Tags.OfHeader(request.Tagging) : source.Tags,
            StorageClass = Classes.Checked(request.StorageClass?.ToWire()),
            Encryption = encryption,
        }));
        Stored.Share(call, version);
        version = Writing.Add(call, place, version, Notice.Copy);
        var sum = new SumView(version.Checksum);
        var shown = new EncryptionView(encryption, wish.Encryption.Customer);
        return new()
        {
            RequestCharged = Payers.Charged(call, place),
            CopyObjectResultValue = new()
            {
                ETag = version.ETag,
                LastModified = version.Modified,
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
            Expiration = Ageing.Header(call, place, version),
            CopySourceVersionId = Writing.ShownId(plan.SourcePlace, source),
            VersionId = Writing.ShownId(place, version),
            ServerSideEncryption = shown.Algorithm,
            SSEKMSKeyId = shown.KeyId,
            BucketKeyEnabled = shown.HasBucketKey,
            SSECustomerAlgorithm = shown.CustomerAlgorithm,
            SSECustomerKeyMD5 = shown.CustomerMd5,
            SSEKMSEncryptionContext = shown.Context,
        };
    }

    private static Plan PlanOf(CopyObjectRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var key = Keys.Checked(request.Key);
        var wish = WriteWish.Of(request);
        Locks.Check(call, place, wish.Lock);
        Ownership.OfObject(call, place, wish.List);
        Encryptions.Check(place, wish.Encryption);
        Classes.Checked(request.StorageClass?.ToWire());
        var from = Rules.CopySource.Read(request.CopySource);
        var (sourcePlace, source) = from.Find(call, request, request.ExpectedSourceBucketOwner);
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
        new Conditions { Match = request.IfMatch, NoneMatch = request.IfNoneMatch }
            .CheckWrite(Versions.Current(call, place, key), key);
        CopyHeaders.Check(request, from, place, key);
        Headers.Redirect(request.WebsiteRedirectLocation);
        if (source.Size > Writing.Most) throw Errors.InvalidRequest(
            $"The specified copy source is larger than the maximum allowable size for a copy source: {Writing.Most}");
        var kind = Sums.KindOf(request.ChecksumAlgorithm);
        if (kind == DigestKind.None) kind = source.Checksum?.Kind ?? DigestKind.Crc64Nvme;
        var isKnown = source.Parts is null && !ETags.IsHidden(source.Encryption);
        var needed = isKnown ? DigestKind.None : DigestKind.Md5;
        var isNew = source.Checksum is not { IsComposite: false } known || known.Kind != kind;
        if (isNew) needed |= kind;
        return new(place, key, sourcePlace, source, kind, needed) { IsNew = isNew };
    }

    private sealed record Plan(
        Place Place, string Key, Place SourcePlace, VersionRecord Source, DigestKind Kind, DigestKind Digests)
    {
        // Whether the copy's checksum is not the source's.
        public bool IsNew { get; init; }
    }
}
