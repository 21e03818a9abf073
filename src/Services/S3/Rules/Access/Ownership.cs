using Orrery.Contracts.Identity;
using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Access;

/// <summary>
/// Who owns what is written, and which access control lists it may have. Source: S3 user guide, "Controlling ownership
/// of objects and disabling ACLs for your bucket".
/// </summary>
internal static class Ownership
{
    private const string ToBucketOwner = "bucket-owner-full-control";

    /// <summary>Whether a bucket has no access control lists: its owner owns all there is in it.</summary>
    public static bool IsEnforced(BucketRecord bucket) =>
        bucket.Ownership == ObjectOwnership.BucketOwnerEnforced.ToWire();

    /// <summary>The account for which a call writes.</summary>
    public static string WriterOf(ReadCall call) =>
        call.Caller.Kind == CallerKind.Anonymous ? CanonicalUser.Nobody : call.Caller.Account;

    /// <summary>Who will own an object, and its list.</summary>
    /// <exception cref="ServiceException">AccessControlListNotSupported, AccessDenied, InvalidRequest.</exception>
    public static (string Owner, AclRecord? Acl) OfObject(ReadCall call, Place place, AclWish wish)
    {
        var bucketOwner = place.Scope.Account;
        if (IsEnforced(place.Bucket))
        {
            CheckNone(wish, bucketOwner);
            return (bucketOwner, null);
        }

        var isHandedOver = place.Bucket.Ownership == ObjectOwnership.BucketOwnerPreferred.ToWire()
            && wish.Canned == ToBucketOwner;
        var owner = isHandedOver ? bucketOwner : WriterOf(call);
        var acl = Acls.Of(wish, owner, bucketOwner);
        Check(call, place, acl);
        return (owner, acl);
    }

    /// <summary>Refuses a public list where those are blocked.</summary>
    /// <exception cref="ServiceException">AccessDenied.</exception>
    public static void Check(ReadCall call, Place place, AclRecord? acl)
    {
        if (Acls.IsPublic(acl) && Blocks.Of(call, place).BlockPublicAcls) throw Errors.AccessDenied();
    }

    /// <summary>Refuses lists where there are none; one that gives the bucket's owner everything changes nothing.
    /// </summary>
    /// <exception cref="ServiceException">AccessControlListNotSupported.</exception>
    public static void CheckNone(AclWish wish, string bucketOwner)
    {
        if (wish.IsEmpty || wish is { Canned: ToBucketOwner, HasGrants: false }) return;
        if (wish.HasGrants && !Acls.IsShared(Acls.Of(wish, bucketOwner, bucketOwner), bucketOwner)) return;
        throw new ServiceException("AccessControlListNotSupported", "The bucket does not allow ACLs");
    }
}
