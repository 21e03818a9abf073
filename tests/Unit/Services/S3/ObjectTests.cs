using Orrery.Core;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

public sealed class ObjectTests
{
    private readonly Shop _shop = new();

    // aws-cli issue 1130.
    [Theory]
    [InlineData("foo", false)]
    [InlineData("ftp://example.com/", false)]
    [InlineData("/other", true)]
    [InlineData("https://example.com/", true)]
    public void Redirects_lead_into_the_bucket_or_to_an_address(string to, bool may)
    {
        _shop.Put("source", "x");
        foreach (var act in (Func<object?>[])
            [
                () => _shop.Put("k", "x", request => request with { WebsiteRedirectLocation = to }),
                () => _shop.Copy("source", "k", request => request with { WebsiteRedirectLocation = to }),
                () => _shop.Begin("k", request => request with { WebsiteRedirectLocation = to }),
            ])
        {
            if (may) act();
            else Assert.Equal("InvalidRedirectLocation", Rig.Refusal(act));
        }
    }

    [Fact]
    public void What_was_put_is_got()
    {
        var put = _shop.Put("a/b", "hello", r => r with { ContentType = "text/plain" });
        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", put.ETag);
        Assert.Equal(ChecksumType.FullObject, put.ChecksumType);
        var got = _shop.Read("a/b");
        Assert.Equal(("text/plain", 5L, put.ETag), (got.ContentType, got.ContentLength, got.ETag));
        Assert.Equal("hello", _shop.Get("a/b"));
        var head = _shop.Rig.Run(new HeadObject(), new HeadObjectRequest { Bucket = Shop.Bucket, Key = "a/b" });
        Assert.Equal((5L, put.ETag), (head.ContentLength, head.ETag));
    }

    // botocore model of s3, ChecksumAlgorithm.
    [Fact]
    public void An_MD5_is_a_checksum_like_others()
    {
        const string Sum = "XUFAKrxLKna5cZ2REBfFkg==";
        Assert.Equal("BadDigest", Rig.Refusal(() => _shop.Put("k", "hellO", r => r with { ChecksumMD5 = Sum })));
        Assert.Equal(Sum, _shop.Put("k", "hello", r => r with { ChecksumMD5 = Sum }).ChecksumMD5);
        Assert.Equal(Sum, _shop.Read("k", r => r with { ChecksumMode = ChecksumMode.Enabled }).ChecksumMD5);
        Assert.Equal(Sum, _shop.Copy("k", "copy").CopyObjectResultValue!.ChecksumMD5);
        _shop.Put("plain", "hello");
        var copied = _shop.Copy("plain", "copy", r => r with { ChecksumAlgorithm = ChecksumAlgorithm.Md5 });
        Assert.Equal(Sum, copied.CopyObjectResultValue!.ChecksumMD5);
    }

    // RFC 9110, 14.2, and Amazon S3 API Reference, GetObject.
    [Theory]
    [InlineData("bytes=0-4", "01234", "bytes 0-4/10")]
    [InlineData("bytes=5-", "56789", "bytes 5-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=-30", "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=8-100", "89", "bytes 8-9/10")]
    [InlineData("bytes=0-1,3-4", "0123456789", null)]
    [InlineData("bytes=5-2", "0123456789", null)]
    [InlineData("lines=1-2", "0123456789", null)]
    public void A_range_gives_a_part(string range, string expected, string? header)
    {
        _shop.Put("k", "0123456789");
        Assert.Equal(expected, _shop.Get("k", r => r with { Range = range }));
        Assert.Equal(header, _shop.Read("k", r => r with { Range = range }).ContentRange);
    }

    [Theory]
    [InlineData("bytes=10-")]
    [InlineData("bytes=-0")]
    public void A_range_of_nothing_is_refused(string range)
    {
        _shop.Put("k", "0123456789");
        Assert.Equal("InvalidRange", Rig.Refusal(() => _shop.Read("k", r => r with { Range = range })));
    }

    [Fact]
    public void Conditions_are_held()
    {
        var etag = _shop.Put("k", "x").ETag!;
        Assert.Equal("PreconditionFailed", Rig.Refusal(() => _shop.Read("k", r => r with { IfMatch = "\"no\"" })));
        var unchanged = Assert.Throws<ServiceException>(() => _shop.Read("k", r => r with { IfNoneMatch = etag }));
        Assert.Equal(304, unchanged.Status);
        Assert.Equal("PreconditionFailed", Rig.Refusal(() => _shop.Put("k", "y", r => r with { IfNoneMatch = "*" })));
        Assert.Equal("PreconditionFailed", Rig.Refusal(() => _shop.Put("k", "y", r => r with { IfMatch = "\"no\"" })));
        Assert.Equal("NoSuchKey", Rig.Refusal(() => _shop.Put("new", "y", r => r with { IfMatch = etag })));
        _shop.Put("k", "y", r => r with { IfMatch = etag });
        Assert.Equal("y", _shop.Get("k"));
    }

    [Fact]
    public void A_wrong_checksum_is_refused_and_leaves_no_bytes()
    {
        Assert.Equal("BadDigest", Rig.Refusal(() =>
            _shop.Put("k", "hello", r => r with { ChecksumCRC32 = "AAAAAA==" })));
        Assert.Equal("BadDigest", Rig.Refusal(() =>
            _shop.Put("k", "hello", r => r with { ContentMD5 = "AAAAAAAAAAAAAAAAAAAAAA==" })));
        Assert.Equal("NoSuchKey", Rig.Refusal(() => _shop.Read("k")));
        Assert.Empty(_shop.Store.Settled());
    }

    [Fact]
    public void A_copy_shares_bytes_until_both_are_gone()
    {
        _shop.Put("one", "hello", r => r with { Tagging = "a=b" });
        var copy = _shop.Copy("one", "two");
        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", copy.CopyObjectResultValue!.ETag);
        Assert.Single(_shop.Store.Settled());
        _shop.Delete("one");
        Assert.Equal("hello", _shop.Get("two"));
        var tags = _shop.Rig.Run(
            new GetObjectTagging(), new GetObjectTaggingRequest { Bucket = Shop.Bucket, Key = "two" });
        Assert.Equal("b", Assert.Single(tags.TagSet!).Value);
        Assert.Equal("InvalidRequest", Rig.Refusal(() => _shop.Copy("two", "two")));
    }

    [Fact]
    public void Tags_are_replaced_and_removed()
    {
        _shop.Put("k", "x");
        _shop.Rig.Run(new PutObjectTagging(), new PutObjectTaggingRequest
        {
            Bucket = Shop.Bucket, Key = "k", Tagging = new() { TagSet = [new() { Key = "a", Value = "1" }] },
        });
        Assert.Equal(1, _shop.Read("k").TagCount);
        _shop.Rig.Run(new DeleteObjectTagging(), new DeleteObjectTaggingRequest { Bucket = Shop.Bucket, Key = "k" });
        Assert.Null(_shop.Read("k").TagCount);
    }

    [Fact]
    public void Many_are_deleted_at_once()
    {
        _shop.Put("a", "x");
        _shop.Put("b", "x");
        var result = _shop.Rig.Run(new DeleteObjects(), new DeleteObjectsRequest
        {
            Bucket = Shop.Bucket,
            Delete = new()
            {
                Objects = [new() { Key = "a" }, new() { Key = "missing" }, new() { Key = new('k', 1025) }],
            },
        });
        Assert.Equal(["a", "missing"], result.Deleted!.Select(static d => d.Key));
        Assert.Equal("KeyTooLongError", Assert.Single(result.Errors!).Code);
        Assert.Equal(["b"], _shop.List().Contents!.Select(static o => o.Key));
    }

    [Fact]
    public void Attributes_are_told()
    {
        _shop.Put("k", "hello");
        var told = _shop.Rig.Run(new GetObjectAttributes(), new GetObjectAttributesRequest
        {
            Bucket = Shop.Bucket, Key = "k", ObjectAttributes = [ObjectAttributes.ETag, ObjectAttributes.ObjectSize],
        });
        Assert.Equal(("5d41402abc4b2a76b9719d911017c592", 5L), (told.ETag, told.ObjectSize));
        Assert.Null(told.StorageClass);
    }
}
