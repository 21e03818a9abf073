using Orrery.Contracts.Identity;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Ageing;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Services.S3.Views;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;
using System.Globalization;

namespace Orrery.Services.S3.Operations.Multipart;

/// <summary>Begins a multipart upload. Source: Amazon S3 API Reference, CreateMultipartUpload.</summary>
public sealed class CreateMultipartUpload
    : IWriteOperation<CreateMultipartUploadRequest, CreateMultipartUploadResult>
{
    /// <inheritdoc/>
    public CreateMultipartUploadResult Run(CreateMultipartUploadRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var wish = WriteWish.Of(request);
        Locks.Check(call, place, wish.Lock);
        var (owner, acl) = Ownership.OfObject(call, place, wish.List);
        var upload = UploadOf(request, call, place) with
        {
            ObjectOwner = owner,
            Acl = acl,
            Retention = wish.Lock.Mode is { } mode ? new(mode, wish.Lock.Until!.Value) : null,
            HasLegalHold = wish.Lock.Hold is null ? null : wish.Lock.Hold == "ON",
        };
        call.Write(Tables.Uploads, place.Scope).PutNew(upload);
        Ageing.Note(call, place, upload);
        var abortion = Ageing.Abortion(place, upload.Key, upload.Begun);
        var shown = new EncryptionView(upload.Encryption, wish.Encryption.Customer);
        return new()
        {
            AbortDate = abortion?.At,
            AbortRuleId = abortion?.Rule,
            Bucket = place.Name,
            Key = upload.Key,
            UploadId = upload.Id,
            ServerSideEncryption = shown.Algorithm,
            SSEKMSKeyId = shown.KeyId,
            BucketKeyEnabled = shown.HasBucketKey,
            SSECustomerAlgorithm = shown.CustomerAlgorithm,
            SSECustomerKeyMD5 = shown.CustomerMd5,
            SSEKMSEncryptionContext = shown.Context,
            ChecksumAlgorithm = upload.HasChosen ? Sums.AlgorithmOf(upload.Checksum) : null,
            ChecksumType = !upload.HasChosen ? null
                : upload.IsComposite ? ChecksumType.Composite : ChecksumType.FullObject,
        };
    }

    private static UploadRecord UploadOf(CreateMultipartUploadRequest request, Call call, Place place)
    {
        var chosen = Sums.KindOf(request.ChecksumAlgorithm);
        if (chosen == DigestKind.None && request.ChecksumType is not null) throw Errors.InvalidRequest(
            "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        var kind = chosen == DigestKind.None ? DigestKind.Crc64Nvme : chosen;
        var begun = call.Now.UtcTicks.ToString("x16", CultureInfo.InvariantCulture);
        return new()
        {
            Bucket = place.Name,
            Key = Keys.Checked(request.Key),
            Id = begun + call.NewId("u")[^16..],
            Begun = Times.Seconds(call.Now),
            Owner = Ownership.WriterOf(call),
            // Botocore model, Initiator: an account is told by its canonical user id, a user by the ARN.
            Initiator = call.Caller.Kind is CallerKind.Root or CallerKind.Anonymous
                ? CanonicalUser.IdOf(Ownership.WriterOf(call))
                : call.Caller.Arn,
            Checksum = kind,
            HasChosen = chosen != DigestKind.None,
            IsComposite = IsComposite(kind, request.ChecksumType),
            Headers = new()
            {
                ContentType = request.ContentType,
                ContentEncoding = request.ContentEncoding,
                ContentDisposition = request.ContentDisposition,
                ContentLanguage = request.ContentLanguage,
                CacheControl = request.CacheControl,
                Expires = request.Expires,
                Redirect = Headers.Redirect(request.WebsiteRedirectLocation),
                Metadata = Headers.Metadata(request.Metadata),
            },
            Tags = Tags.OfHeader(request.Tagging),
            StorageClass = Classes.Checked(request.StorageClass?.ToWire()),
            Encryption = Encryptions.Make(
                call, place, Keys.Checked(request.Key), WriteWish.Of(request).Encryption),
        };
    }

    // Source: S3 user guide, "Checking object integrity for data uploads": which algorithm has which types (SHA, MD5
    // and XXHash composite only); composite is the default where there is a choice.
    private static bool IsComposite(DigestKind kind, ChecksumType? asked)
    {
        var isComposite = asked is ChecksumType.Composite || (asked is null && kind != DigestKind.Crc64Nvme);
        var isPossible = isComposite ? kind != DigestKind.Crc64Nvme : Digester.CanJoin(kind);
        if (isPossible) return isComposite;
        throw Errors.InvalidRequest(
            $"The {(isComposite ? "COMPOSITE" : "FULL_OBJECT")} checksum type cannot be used with the "
            + $"{Sums.NameOf(kind).ToLowerInvariant()} checksum algorithm.");
    }
}
