using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Says who is granted what of a bucket. Source: Amazon S3 API Reference, PutBucketAcl.</summary>
public sealed class PutBucketAcl : IWriteOperation<PutBucketAclRequest, PutBucketAclResult>
{
    /// <inheritdoc/>
    public PutBucketAclResult Run(PutBucketAclRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var owner = place.Scope.Account;
        var wish = new AclWish
        {
            Canned = request.ACL?.ToWire(),
            FullControl = request.GrantFullControl,
            Read = request.GrantRead,
            ReadAcp = request.GrantReadACP,
            Write = request.GrantWrite,
            WriteAcp = request.GrantWriteACP,
        };
        if (Ownership.IsEnforced(place.Bucket))
            throw new ServiceException("AccessControlListNotSupported", "The bucket does not allow ACLs");
        var acl = AclOf(request, wish, owner);
        Ownership.Check(call, place, acl);
        BucketRules.Put(call, place, place.Bucket with { Acl = acl });
        return new();
    }

    private static Records.AclRecord? AclOf(PutBucketAclRequest request, AclWish wish, string owner)
    {
        if (request.AccessControlPolicy is not { } policy)
            return wish.IsEmpty ? throw Errors.NoSecurityHeader() : Acls.Of(wish, owner, owner);
        return wish.IsEmpty
            ? Acls.Of(policy, owner)
            : throw Errors.Unexpected("This request does not support content");
    }
}
