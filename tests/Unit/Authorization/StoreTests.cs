using Orrery.Core;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// What calls of S3 are asked on, and by which actions. Source: S3 user guide, "Required permissions for Amazon S3 API
/// operations".
/// </summary>
public sealed class StoreTests
{
    [Theory]
    [InlineData("public/x", true)]
    [InlineData("public/", true)]
    [InlineData("private/x", false)]
    [InlineData("/public/x", false)]
    [InlineData("arn:aws:s3:::b/public/x", false)]
    [InlineData("${x}/public/x", false)]
    public void Objects_are_named_by_bucket_and_key_as_they_are(string key, bool may)
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", GuardRig.Allow("s3:GetObject", "arn:aws:s3:::b/public/*"));
        Assert.Equal(may, rig.May(ann, "s3", "GetObject", new GetObjectRequest { Bucket = "b", Key = key }));
        Assert.Equal(may, rig.May(ann, "s3", "HeadObject", new HeadObjectRequest { Bucket = "b", Key = key }));
        Assert.False(rig.May(ann, "s3", "GetObject", new GetObjectRequest { Bucket = "c", Key = key }));
        Assert.False(rig.May(ann, "s3", "PutObject", new PutObjectRequest { Bucket = "b", Key = key }));
    }

    [Fact]
    public void Listing_is_asked_on_the_bucket()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", GuardRig.Allow("s3:ListBucket", "arn:aws:s3:::b"));
        Assert.True(rig.May(ann, "s3", "ListObjectsV2", new ListObjectsV2Request { Bucket = "b" }));
        Assert.True(rig.May(ann, "s3", "HeadBucket", new HeadBucketRequest { Bucket = "b" }));
        Assert.False(rig.May(ann, "s3", "ListObjectsV2", new ListObjectsV2Request { Bucket = "c" }));
        Assert.False(rig.May(ann, "s3", "ListBuckets", new ListBucketsRequest()));
    }

    [Theory]
    [InlineData("b/from/x", true)]
    [InlineData("/b/from%2Fx", true)]
    [InlineData("/b/from%2Fx?versionId=v", false)]
    [InlineData("b/old/x?versionId=v", true)]
    [InlineData("b%2Ffrom%2Fx", true)]
    [InlineData("b/other/x", false)]
    public void A_copy_is_asked_on_its_source_too(string source, bool may)
    {
        var rig = GuardRig.New();
        var ann = rig.User(
            "ann",
            GuardRig.Allow("s3:GetObject", "arn:aws:s3:::b/from/*") + ","
            + GuardRig.Allow("s3:GetObjectVersion", "arn:aws:s3:::b/old/*") + ","
            + GuardRig.Allow("s3:PutObject", "arn:aws:s3:::b/to"));
        var request = new CopyObjectRequest { Bucket = "b", Key = "to", CopySource = source };
        Assert.Equal(may, rig.May(ann, "s3", "CopyObject", request));
        Assert.False(rig.May(ann, "s3", "CopyObject", request with { Key = "elsewhere" }));
    }

    // S3 API Reference, CreateBucket: that the name is another account's is told, not refused.
    [Theory]
    [InlineData("other root", "BucketAlreadyExists")]
    [InlineData("other user with s3:*", "BucketAlreadyExists")]
    [InlineData("other user", "AccessDenied")]
    [InlineData("nobody", "AccessDenied")]
    [InlineData("root", "BucketAlreadyOwnedByYou")]
    public void A_name_that_is_taken_is_told_to_whoever_may_make_buckets(string who, string code)
    {
        var rig = new StoreRig();
        var caller = rig.Who(who);
        Assert.Equal(code, Assert.Throws<ServiceException>(() => rig.Guard.Run(
            caller, new CreateBucket(), new CreateBucketRequest
            {
                Bucket = "shop",
                CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
            })).Code);
    }

    // re:Post, "Invalid principal in policy error": of accounts that nobody knows, all are taken to be there.
    [Theory]
    [InlineData("123456789012:user/plain", true)]
    [InlineData("123456789012:user/none", false)]
    [InlineData("123456789012:role/none", false)]
    [InlineData("123456789012:root", true)]
    [InlineData("999999999999:user/none", true)]
    public void Bucket_policies_name_users_and_roles_that_are_there(string principal, bool may)
    {
        var rig = new StoreRig();
        rig.Who("user");
        var request = new PutBucketPolicyRequest
        {
            Bucket = "shop",
            Policy = $$"""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject",
                 "Principal":{"AWS":"arn:aws:iam::{{principal}}"},"Resource":"arn:aws:s3:::shop/*"}]}
                """,
        };
        if (may) rig.Guard.Run(StoreRig.Root, new PutBucketPolicy(), request);
        else Assert.Equal("Invalid principal in policy", Assert.Throws<ServiceException>(
            () => rig.Guard.Run(StoreRig.Root, new PutBucketPolicy(), request)).Message);
    }

    // S3 API Reference, DeleteObjects: what may not be deleted is an error of its own.
    [Fact]
    public void Deleting_many_is_asked_on_each()
    {
        var rig = new StoreRig();
        var ann = rig.Guard.User("ann", GuardRig.Allow("s3:DeleteObject", "arn:aws:s3:::shop/mine/*"));
        var result = rig.Guard.Run(ann, new DeleteObjects(), new DeleteObjectsRequest
        {
            Bucket = "shop",
            Delete = new()
            {
                Objects =
                [
                    new() { Key = "mine/1" }, new() { Key = "others/2" },
                    new() { Key = "mine/3", VersionId = "null" },
                ],
            },
        });
        Assert.Equal(["mine/1"], result.Deleted!.Select(static one => one.Key));
        Assert.Equal(["others/2", "mine/3"], result.Errors!.Select(static one => one.Key));
        Assert.All(result.Errors!, static one => Assert.Equal("AccessDenied", one.Code));
    }
}
