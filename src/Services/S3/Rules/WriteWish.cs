using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules;

/// <summary>What a request that makes an object wants for it beside its bytes; read in one place for the operations
/// that do. Their generated requests have these members alike, and no type in common.</summary>
/// <param name="List">Its access control list.</param>
/// <param name="Encryption">Its encryption.</param>
/// <param name="Lock">Its lock.</param>
internal sealed record WriteWish(AclWish List, EncryptionWish Encryption, LockWish Lock)
{
    /// <summary>What a PutObject wants.</summary>
    public static WriteWish Of(PutObjectRequest request) => new(
        new()
        {
            Canned = request.ACL?.ToWire(),
            FullControl = request.GrantFullControl,
            Read = request.GrantRead,
            ReadAcp = request.GrantReadACP,
            WriteAcp = request.GrantWriteACP,
        },
        new()
        {
            Algorithm = request.ServerSideEncryption?.ToWire(),
            KeyId = request.SSEKMSKeyId,
            Context = request.SSEKMSEncryptionContext,
            BucketKey = request.BucketKeyEnabled,
            Customer = new(request.SSECustomerAlgorithm, request.SSECustomerKey, request.SSECustomerKeyMD5),
        },
        new(
            request.ObjectLockMode?.ToWire(), request.ObjectLockRetainUntilDate,
            request.ObjectLockLegalHoldStatus?.ToWire()));

    /// <summary>What a CopyObject wants.</summary>
    public static WriteWish Of(CopyObjectRequest request) => new(
        new()
        {
            Canned = request.ACL?.ToWire(),
            FullControl = request.GrantFullControl,
            Read = request.GrantRead,
            ReadAcp = request.GrantReadACP,
            WriteAcp = request.GrantWriteACP,
        },
        new()
        {
            Algorithm = request.ServerSideEncryption?.ToWire(),
            KeyId = request.SSEKMSKeyId,
            Context = request.SSEKMSEncryptionContext,
            BucketKey = request.BucketKeyEnabled,
            Customer = new(request.SSECustomerAlgorithm, request.SSECustomerKey, request.SSECustomerKeyMD5),
        },
        new(
            request.ObjectLockMode?.ToWire(), request.ObjectLockRetainUntilDate,
            request.ObjectLockLegalHoldStatus?.ToWire()));

    /// <summary>What a CreateMultipartUpload wants.</summary>
    public static WriteWish Of(CreateMultipartUploadRequest request) => new(
        new()
        {
            Canned = request.ACL?.ToWire(),
            FullControl = request.GrantFullControl,
            Read = request.GrantRead,
            ReadAcp = request.GrantReadACP,
            WriteAcp = request.GrantWriteACP,
        },
        new()
        {
            Algorithm = request.ServerSideEncryption?.ToWire(),
            KeyId = request.SSEKMSKeyId,
            Context = request.SSEKMSEncryptionContext,
            BucketKey = request.BucketKeyEnabled,
            Customer = new(request.SSECustomerAlgorithm, request.SSECustomerKey, request.SSECustomerKeyMD5),
        },
        new(
            request.ObjectLockMode?.ToWire(), request.ObjectLockRetainUntilDate,
            request.ObjectLockLegalHoldStatus?.ToWire()));
}
