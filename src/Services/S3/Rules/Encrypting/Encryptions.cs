using Orrery.Contracts.Keys;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Encrypting;

/// <summary>
/// How objects are encrypted, and who may read them. Bytes lie as they are; what of encryption shows is here: the keys
/// that are asked for, and who is refused. Sources: S3 user guide, "Protecting data with server-side encryption",
/// "Using server-side encryption with customer-provided keys".
/// </summary>
internal static class Encryptions
{
    private const string Customers = "SSE-C";

    /// <summary>Refuses a wish that cannot be met, as far as it can be told without KMS.</summary>
    /// <exception cref="ServiceException">InvalidArgument, AccessDenied.</exception>
    public static void Check(Place place, EncryptionWish wish) => Plan(place, wish);

    /// <summary>The encryption of a new object; KMS makes its data key, for the caller or for a service.</summary>
    /// <exception cref="ServiceException">InvalidArgument, AccessDenied, KMS.…</exception>
    public static EncryptionRecord Make(
        Call call, Place place, string key, EncryptionWish wish, KeyUser? by = null)
    {
        if (Plan(place, wish) is not { } plan)
        {
            var salt = call.NewId("salt");
            return EncryptionRecord.Standard with { CustomerKey = wish.Customer.Hash(salt), Salt = salt };
        }

        if (!Kms.Is(plan.Algorithm)) return plan;
        var data = Kms.NewDataKey(call, plan, place, key, by);
        return plan with { KeyId = data.KeyArn, DataKey = data.Ciphertext };
    }

    /// <summary>Refuses who may not read, or brings the wrong key.</summary>
    /// <exception cref="ServiceException">AccessDenied, InvalidRequest, KMS.…</exception>
    public static void CheckRead(ReadCall call, VersionRecord version, CustomerKey key)
    {
        CheckCustomer(version.Encryption, key);
        if (version.Encryption is { } encryption) Kms.Open(call, encryption, version.Bucket, version.Key);
    }

    /// <summary>Refuses who does not bring the customer's key of an object, or brings one where there is none.
    /// </summary>
    /// <exception cref="ServiceException">AccessDenied, InvalidRequest, InvalidArgument.</exception>
    public static void CheckCustomer(EncryptionRecord? encryption, CustomerKey key)
    {
        key.Check();
        if (encryption?.CustomerKey is not { } hash)
        {
            if (key.IsSent) throw Errors.InvalidRequest("The encryption parameters are not applicable to this object.");
            return;
        }

        if (!key.IsSent) throw Errors.InvalidRequest(
            "The object was stored using a form of Server Side Encryption. The correct parameters must be provided to "
            + "retrieve the object.");
        if (key.Hash(encryption.Salt!) != hash) throw Errors.AccessDenied();
    }

    /// <summary>Refuses a part of an upload that may not be written.</summary>
    /// <exception cref="ServiceException">AccessDenied, InvalidRequest, KMS.…</exception>
    public static void CheckPart(ReadCall call, UploadRecord upload, CustomerKey key)
    {
        key.Check();
        var encryption = upload.Encryption;
        if (encryption?.CustomerKey is { } hash && (!key.IsSent || key.Hash(encryption.Salt!) != hash))
            throw Errors.InvalidRequest(
                "The multipart upload initiate requested encryption. Subsequent part requests must include the "
                + "appropriate encryption parameters.");
        if (encryption?.CustomerKey is null && key.IsSent)
            throw Errors.InvalidRequest("The encryption parameters are not applicable to this upload.");
        if (encryption is not null) Kms.Open(call, encryption, upload.Bucket, upload.Key);
    }

    // What is to be done; null for a customer's key.
    private static EncryptionRecord? Plan(Place place, EncryptionWish wish)
    {
        wish.Customer.Check();
        if (wish.Customer.IsSent)
        {
            if (wish.Algorithm is not null)
                throw Errors.InvalidArgument(
                    "Server Side Encryption with Customer provided key is incompatible with the encryption method "
                    + "specified", "x-amz-server-side-encryption", wish.Algorithm);
            return place.Bucket.BlockedEncryption?.Contains(Customers) == true ? throw Errors.AccessDenied() : null;
        }

        var standard = place.Bucket.Encryption;
        var algorithm = wish.Algorithm ?? standard.Algorithm;
        if (!Kms.Is(algorithm))
        {
            if (algorithm != EncryptionRecord.Standard.Algorithm) throw Errors.NotServed($"the encryption {algorithm}");
            if (wish.KeyId is not null || wish.Context is not null)
                throw Errors.InvalidArgument(
                    "Server Side Encryption with AWS KMS managed key requires HTTP header "
                    + "x-amz-server-side-encryption : aws:kms", "x-amz-server-side-encryption", algorithm);
            return EncryptionRecord.Standard;
        }

        Kms.ContextOf(wish.Context);
        var isStandard = wish.Algorithm is null || wish.Algorithm == standard.Algorithm;
        return new(
            algorithm,
            wish.KeyId ?? (isStandard ? standard.KeyId : null),
            algorithm == "aws:kms" && (wish.BucketKey ?? standard.HasBucketKey)) { Context = wish.Context };
    }
}
