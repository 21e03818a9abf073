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
    [InlineData("/b/from%2Fx?versionId=v", true)]
    [InlineData("b%2Ffrom%2Fx", true)]
    [InlineData("b/other/x", false)]
    public void A_copy_is_asked_on_its_source_too(string source, bool may)
    {
        var rig = GuardRig.New();
        var ann = rig.User(
            "ann",
            GuardRig.Allow("s3:GetObject", "arn:aws:s3:::b/from/*") + ","
            + GuardRig.Allow("s3:PutObject", "arn:aws:s3:::b/to"));
        var request = new CopyObjectRequest { Bucket = "b", Key = "to", CopySource = source };
        Assert.Equal(may, rig.May(ann, "s3", "CopyObject", request));
        Assert.False(rig.May(ann, "s3", "CopyObject", request with { Key = "elsewhere" }));
    }

    [Fact]
    public void Deleting_many_is_asked_on_each()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", GuardRig.Allow("s3:DeleteObject", "arn:aws:s3:::b/mine/*"));
        Assert.True(May("mine/1", "mine/2"));
        Assert.False(May("mine/1", "others/2"));

        bool May(params string[] keys) => rig.May(ann, "s3", "DeleteObjects", new DeleteObjectsRequest
        {
            Bucket = "b",
            Delete = new() { Objects = [.. keys.Select(static key => new ObjectIdentifier { Key = key })] },
        });
    }
}
