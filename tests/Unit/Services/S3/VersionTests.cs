using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

// S3 user guide, "How S3 Versioning works" and the pages below it.
public sealed class VersionTests
{
    [Fact]
    public void The_list_of_a_deleted_object_is_not_to_be_set()
    {
        var shop = new Shop(versioned: true);
        var marker = shop.Delete("k").VersionId!;
        PutObjectAclRequest put = new() { Bucket = Shop.Bucket, Key = "k", ACL = ObjectCannedACL.Private };
        Assert.Equal("MethodNotAllowed", shop.Rig.Refused(new PutObjectAcl(), put));
        Assert.Equal("MethodNotAllowed", shop.Rig.Refused(new PutObjectAcl(), put with { VersionId = marker }));
        GetObjectAclRequest get = new() { Bucket = Shop.Bucket, Key = "k" };
        Assert.Equal("NoSuchKey", shop.Rig.Refused(new GetObjectAcl(), get));
        Assert.Equal("MethodNotAllowed", shop.Rig.Refused(new GetObjectAcl(), get with { VersionId = marker }));
    }

    [Fact]
    public void A_deletion_hides_and_a_removed_marker_shows_again()
    {
        var shop = new Shop(versioned: true);
        var first = shop.Put("k", "one").VersionId;
        var second = shop.Put("k", "two").VersionId;
        var marker = shop.Delete("k");
        Assert.True(marker.DeleteMarker);
        Assert.Equal("NoSuchKey", Rig.Refusal(() => shop.Read("k")));
        Assert.Equal("MethodNotAllowed", Rig.Refusal(() =>
            shop.Read("k", r => r with { VersionId = marker.VersionId })));
        Assert.Equal("one", shop.Get("k", r => r with { VersionId = first }));
        Assert.Null(shop.List().Contents);
        shop.Delete("k", marker.VersionId);
        Assert.Equal("two", shop.Get("k"));
        shop.Delete("k", second);
        Assert.Equal("one", shop.Get("k"));
        shop.Delete("k", first);
        Assert.Empty(shop.Versions().Versions!);
    }

    [Fact]
    public void Versions_are_listed_newest_first_and_in_pages()
    {
        var shop = new Shop(versioned: true);
        var ids = new[] { "a", "b", "a", "a", "b" }.Select(key => shop.Put(key, "x").VersionId).ToList();
        var marker = shop.Delete("a").VersionId;
        string?[] expected = [marker, ids[3], ids[2], ids[0], ids[4], ids[1]];
        var found = new List<string?>();
        var (key, version) = ((string?)null, (string?)null);
        while (true)
        {
            var page = shop.Versions(r => r with { MaxKeys = 1, KeyMarker = key, VersionIdMarker = version });
            found.AddRange(page.Versions!.Select(static v => v.VersionId));
            found.AddRange(page.DeleteMarkers!.Select(static v => v.VersionId));
            if (page.IsTruncated is not true) break;
            (key, version) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }

        Assert.Equal(expected, found);
        var latest = shop.Versions().Versions!.Where(static v => v.IsLatest is true).Select(static v => v.Key);
        Assert.Equal(["b"], latest);
    }

    [Fact]
    public void A_suspended_bucket_has_one_null_version_a_key()
    {
        var shop = new Shop();
        shop.Put("k", "null one");
        shop.Version(BucketVersioningStatus.Enabled);
        var kept = shop.Put("k", "kept").VersionId;
        shop.Version(BucketVersioningStatus.Suspended);
        Assert.Equal("null", shop.Put("k", "null two").VersionId);
        Assert.Equal(["null", kept], shop.Versions().Versions!.Select(static v => v.VersionId));
        var marker = shop.Delete("k");
        Assert.Equal("null", marker.VersionId);
        Assert.Equal([kept], shop.Versions().Versions!.Select(static v => v.VersionId));
        Assert.Equal("kept", shop.Get("k", r => r with { VersionId = kept }));
    }
}
