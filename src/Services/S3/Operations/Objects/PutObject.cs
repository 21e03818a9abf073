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

/// <summary>Puts an object. Source: Amazon S3 API Reference, PutObject.</summary>
public sealed class PutObject : IStagingOperation<PutObjectRequest, PutObjectResult>
{
    /// <inheritdoc/>
    public ContentOrder Order(PutObjectRequest request, ReadCall call)
    {
        Checked(request, call);
        return Writing.Body(Writing.KindOf(SumsOf(request)));
    }

    /// <inheritdoc/>
    public PutObjectResult Run(PutObjectRequest request, StagedContent content, Call call)
    {
        var (place, key) = Checked(request, call);
        var wish = WriteWish.Of(request);
        var sums = SumsOf(request);
        var (owner, acl) = Ownership.OfObject(call, place, wish.List);
        var encryption = Encryptions.Make(call, place, key, wish.Encryption);
        var version = Versions.Named(call, place, Locks.Applied(call, place, wish.Lock, new()
        {
            Bucket = place.Name,
            Key = key,
            Order = "",
            VersionId = "",
            Modified = Times.Seconds(call.Now),
            Owner = owner,
            Acl = acl,
            Size = content.Length,
            ETag = ETags.Of(content.Digests.Hex(DigestKind.Md5)!, encryption),
            Content = content.Id,
            Checksum = sums.Check(content, Writing.KindOf(sums)),
            Headers = HeadersOf(request),
            Tags = Tags.OfHeader(request.Tagging),
            StorageClass = Classes.Checked(request.StorageClass?.ToWire()),
            Encryption = encryption,
        }));
        if (content.Id is { } id) Stored.Name(call, id, content.Length);
        version = Writing.Add(call, place, version, Notice.Put);
        var sum = new SumView(version.Checksum);
        var shown = new EncryptionView(encryption, wish.Encryption.Customer);
        return new()
        {
            RequestCharged = Payers.Charged(call, place),
            Expiration = Ageing.Header(call, place, version),
            ETag = version.ETag,
            VersionId = Writing.ShownId(place, version),
            ServerSideEncryption = shown.Algorithm,
            SSEKMSKeyId = shown.KeyId,
            BucketKeyEnabled = shown.HasBucketKey,
            SSECustomerAlgorithm = shown.CustomerAlgorithm,
            SSECustomerKeyMD5 = shown.CustomerMd5,
            SSEKMSEncryptionContext = shown.Context,
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

    private static (Place Place, string Key) Checked(PutObjectRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var key = Keys.Checked(request.Key);
        var wish = WriteWish.Of(request);
        Headers.RefuseOthers(("x-amz-write-offset-bytes", request.WriteOffsetBytes));
        Ownership.OfObject(call, place, wish.List);
        Locks.Check(call, place, wish.Lock);
        if (Locks.Bind(place, wish.Lock) && SumsOf(request).IsEmpty) throw Errors.NoSum("Put Object");
        Encryptions.Check(place, wish.Encryption);
        Classes.Checked(request.StorageClass?.ToWire());
        Headers.Metadata(request.Metadata);
        Headers.Redirect(request.WebsiteRedirectLocation);
        Tags.OfHeader(request.Tagging);
        new Conditions { Match = request.IfMatch, NoneMatch = request.IfNoneMatch }
            .CheckWrite(Versions.Current(call, place, key), key);
        return (place, key);
    }

    private static Sums SumsOf(PutObjectRequest request) => new()
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

    private static HeaderRecord HeadersOf(PutObjectRequest request) => new()
    {
        ContentType = request.ContentType,
        ContentEncoding = request.ContentEncoding,
        ContentDisposition = request.ContentDisposition,
        ContentLanguage = request.ContentLanguage,
        CacheControl = request.CacheControl,
        Expires = request.Expires,
        Redirect = Headers.Redirect(request.WebsiteRedirectLocation),
        Metadata = Headers.Metadata(request.Metadata),
    };
}
