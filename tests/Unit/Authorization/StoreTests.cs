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
