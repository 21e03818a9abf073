using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Who may read an object: callers by bucket policy, access control list, ownership and what is blocked, as a table.
/// Sources: S3 user guide, [1] "How Amazon S3 authorizes a request for an object operation", [2] "Blocking public
/// access to your Amazon S3 storage", [3] "Controlling ownership of objects and disabling ACLs for your bucket", [4]
/// "Access control list (ACL) overview"; IAM User Guide, [5] "Policy evaluation logic", [6] "Cross-account policy
/// evaluation logic".
/// </summary>
public sealed class StoreMatrixTests
{
    // who | bucket policy | list of the object | ownership, what is blocked | read?
    [Theory]
    // [5]: the owner's account needs a permission, which either side gives; root has all that nothing denies.
    [InlineData("root", "none", "private", "enforced", true)]
    [InlineData("user", "none", "private", "enforced", false)]
    [InlineData("user with s3:*", "none", "private", "enforced", true)]
    [InlineData("user", "allow all", "private", "enforced", true)]
    [InlineData("user", "allow account", "private", "enforced", false)]
    [InlineData("user with s3:*", "allow account", "private", "enforced", true)]
    [InlineData("root", "deny all", "private", "enforced", false)]
    [InlineData("user with s3:*", "deny all", "private", "enforced", false)]
    [InlineData("user with s3:*", "allow and deny", "private", "enforced", false)]
    // [6]: another account needs both sides.
    [InlineData("other root", "none", "private", "enforced", false)]
    [InlineData("other root", "allow other", "private", "enforced", true)]
    [InlineData("other user", "allow other", "private", "enforced", false)]
    [InlineData("other user with s3:*", "none", "private", "enforced", false)]
    [InlineData("other user with s3:*", "allow other", "private", "enforced", true)]
    [InlineData("other user with s3:*", "allow canonical", "private", "enforced", true)]
    [InlineData("other user with s3:*", "allow all", "private", "enforced", true)]
    [InlineData("other user", "allow all", "private", "enforced", false)]
    [InlineData("other user with s3:*", "allow account", "private", "enforced", false)]
    // [1]: nobody has what is given to everybody.
    [InlineData("nobody", "none", "private", "enforced", false)]
    [InlineData("nobody", "allow all", "private", "enforced", true)]
    [InlineData("nobody", "allow other", "private", "enforced", false)]
    [InlineData("nobody", "allow and deny", "private", "enforced", false)]
    // [4]: lists grant beside policies, and policies deny what lists grant.
    [InlineData("nobody", "none", "public-read", "writer", true)]
    [InlineData("nobody", "none", "authenticated-read", "writer", false)]
    [InlineData("other root", "none", "authenticated-read", "writer", true)]
    [InlineData("other user with s3:*", "none", "authenticated-read", "writer", true)]
    [InlineData("other user", "none", "authenticated-read", "writer", false)]
    [InlineData("user", "none", "public-read", "writer", true)]
    [InlineData("nobody", "deny all", "public-read", "writer", false)]
    [InlineData("other root", "none", "grant other", "writer", true)]
    [InlineData("other root", "none", "grant other", "preferred", true)]
    [InlineData("nobody", "none", "grant other", "writer", false)]
    // [3]: where the bucket's owner owns all, lists count for nothing.
    [InlineData("nobody", "none", "public-read", "then enforced", false)]
    [InlineData("other root", "none", "grant other", "then enforced", false)]
    // [2]: public lists ignored, public policies restricted to the owner's account.
    [InlineData("nobody", "none", "public-read", "writer, ignore lists", false)]
    [InlineData("other root", "none", "authenticated-read", "writer, ignore lists", false)]
    [InlineData("other root", "none", "grant other", "writer, ignore lists", true)]
    [InlineData("nobody", "allow all", "private", "enforced, restrict", false)]
    [InlineData("other root", "allow all", "private", "enforced, restrict", false)]
    [InlineData("user", "allow all", "private", "enforced, restrict", true)]
    [InlineData("other root", "allow other", "private", "enforced, restrict", true)]
    [InlineData("other root", "allow other and all", "private", "enforced, restrict", false)]
    // [2]: what the account blocks is blocked in all of its buckets.
    [InlineData("nobody", "allow all", "private", "enforced, account", false)]
    [InlineData("nobody", "none", "public-read", "writer, account", false)]
    [InlineData("user", "allow all", "private", "enforced, account", true)]
    public void Objects_are_read_by_whom_policies_lists_and_blocks_let(
        string who, string policy, string list, string place, bool may)
    {
        var (ownership, blocked) = place.Split(", ") is [var first, var second] ? (first, second) : (place, "none");
        var rig = new StoreRig(ownership switch
        {
            "enforced" => ObjectOwnership.BucketOwnerEnforced,
            "preferred" => ObjectOwnership.BucketOwnerPreferred,
            _ => ObjectOwnership.ObjectWriter,
        });
        StoreSetting.List(rig, list);
        if (ownership == "then enforced") StoreSetting.Enforce(rig);
        StoreSetting.Policy(rig, policy);
        StoreSetting.Block(rig, blocked);
        Assert.Equal(may ? null : "AccessDenied", rig.Get(rig.Who(who)));
    }

    // [1]: an object of another account is its owner's to give, also to the owner of the bucket, whose policy grants
    // nothing on it and denies what it denies. [3]: bucket-owner-full-control, and what it hands over.
    [Theory]
    [InlineData("writer", null, "root", false)]
    [InlineData("writer", null, "other root", true)]
    [InlineData("writer", null, "nobody", false)]
    [InlineData("writer", "bucket-owner-full-control", "root", true)]
    [InlineData("writer", "public-read", "nobody", true)]
    [InlineData("preferred", null, "root", false)]
    [InlineData("preferred", "bucket-owner-full-control", "root", true)]
    [InlineData("preferred", "bucket-owner-full-control", "nobody", true)]
    [InlineData("enforced", null, "root", true)]
    [InlineData("enforced", null, "nobody", true)]
    public void Objects_that_others_write_are_theirs_unless_they_are_handed_over(
        string ownership, string? canned, string who, bool may)
    {
        var rig = new StoreRig(ownership switch
        {
            "enforced" => ObjectOwnership.BucketOwnerEnforced,
            "preferred" => ObjectOwnership.BucketOwnerPreferred,
            _ => ObjectOwnership.ObjectWriter,
        });
        StoreSetting.Policy(rig, "allow all");
        rig.Put(StoreRig.OtherRoot, "theirs", request => request with { ACL = ObjectCannedACLWire.Parse(canned) });
        Assert.Equal(may ? null : "AccessDenied", rig.Get(rig.Who(who), "theirs"));
        StoreSetting.Policy(rig, "deny all");
        Assert.Equal("AccessDenied", rig.Get(rig.Who(who), "theirs"));
        Assert.True(rig.Guard.May(
            StoreRig.Root, "s3", "PutBucketPolicy", new PutBucketPolicyRequest { Bucket = StoreRig.Bucket }));
    }

    // S3 API Reference, GetObject: "If you have the s3:ListBucket permission on the bucket, Amazon S3 returns 404".
    [Theory]
    [InlineData("nobody", "allow get", "AccessDenied")]
    [InlineData("nobody", "allow get and list", "NoSuchKey")]
    [InlineData("root", "none", "NoSuchKey")]
    [InlineData("user with s3:*", "none", "NoSuchKey")]
    [InlineData("user", "allow get", "AccessDenied")]
    [InlineData("other user with s3:*", "allow get", "AccessDenied")]
    [InlineData("other user with s3:*", "allow get and list", "NoSuchKey")]
    public void Who_may_not_list_is_not_told_what_is_not_there(string who, string policy, string code)
    {
        var rig = new StoreRig();
        StoreSetting.Policy(rig, policy);
        var caller = rig.Who(who);
        Assert.Null(rig.Get(caller));
        Assert.Equal(code, rig.Get(caller, "missing"));
    }
}
