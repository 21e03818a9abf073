using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Services.S3.Rules.Telling;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>Says who is granted what of an object. Source: Amazon S3 API Reference, PutObjectAcl.</summary>
public sealed class PutObjectAcl : IWriteOperation<PutObjectAclRequest, PutObjectAclResult>
{
    /// <inheritdoc/>
    public PutObjectAclResult Run(PutObjectAclRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var key = Keys.Checked(request.Key);
        // Public transcripts of AWS: here alone the newest version is refused by method too.
        if (request.VersionId is null && Versions.Find(call, place, key, null) is { IsMarker: true } marker)
            throw Errors.MarkerAsked(marker, Reading.MethodOf(call));
        var version = Reading.Get(call, request, place, key, request.VersionId);
        var bucketOwner = place.Scope.Account;
        var wish = new AclWish
        {
            Canned = request.ACL?.ToWire(),
            FullControl = request.GrantFullControl,
            Read = request.GrantRead,
            ReadAcp = request.GrantReadACP,
            Write = request.GrantWrite,
            WriteAcp = request.GrantWriteACP,
        };
        if (wish.IsEmpty && request.AccessControlPolicy is null) throw Errors.NoSecurityHeader();
        if (!wish.IsEmpty && request.AccessControlPolicy is not null)
            throw Errors.Unexpected("This request does not support content");
        var acl = request.AccessControlPolicy is { } policy
            ? Acls.Of(policy, version.Owner)
            : Acls.Of(wish, version.Owner, bucketOwner);
        if (Ownership.IsEnforced(place.Bucket))
        {
            // What gives the owner everything and others nothing changes nothing.
            if (Acls.IsShared(acl, bucketOwner) || wish.Canned is not (null or "bucket-owner-full-control"))
                throw new ServiceException("AccessControlListNotSupported", "The bucket does not allow ACLs");
            return new();
        }

        Ownership.Check(call, place, acl);
        var changed = version with { Acl = acl };
        Versions.Change(call, place, changed);
        Replicas.Changed(call, place, changed);
        Notices.Tell(call, place, changed, Notice.Listed);
        return new();
    }
}
