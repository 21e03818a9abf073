using Orrery.Core;
using Orrery.Wire.Generated.S3;
using Orrery.Wire.Protocols.Errors;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>x-amz-copy-source as AWS reads it.</summary>
public sealed class CopySourceTests
{
    private readonly Shop _shop = new();

    [Theory]
    [InlineData("c++/a b", "a-bucket/c%2B%2B/a%20b")]
    [InlineData("c++/a b", "a-bucket/c%2b%2b/a+b")]
    [InlineData("c++/a b", "/a-bucket/c%2B%2B/a b")]
    [InlineData("c++/a b", "%2Fa-bucket%2Fc%2B%2B%2Fa+b")]
    [InlineData("c  ", "a-bucket/c++")]
    [InlineData("ü?%", "a-bucket/%C3%BC%3F%25")]
    [InlineData("ü?%", "a-bucket/ü%3F%25")]
    public void A_source_is_encoded_as_a_form_is(string key, string source)
    {
        _shop.Put(key, "text");
        _shop.Copy("", "copy", request => request with { CopySource = source });
        Assert.Equal("text", _shop.Get("copy"));
    }

    [Fact]
    public void A_bare_plus_is_no_plus()
    {
        _shop.Put("c++", "text");
        Assert.Equal("NoSuchKey", Rig.Refusal(() => _shop.Copy("c++", "copy")));
        _shop.Copy("c%2B%2B", "copy");
    }

    [Theory]
    [InlineData("a-bucket/%zz", "encoding")]
    [InlineData("a-bucket/100%", "encoding")]
    [InlineData("a-bucket/%41%4", "encoding")]
    [InlineData("a-bucket/%ff", "encoding")]
    [InlineData("a-bucket", "object key")]
    [InlineData("a-bucket/", "object key")]
    [InlineData("", "object key")]
    [InlineData("a bucket/k", "bucket name")]
    [InlineData("arn:aws:s3:eu-west-1:1:accesspoint/p/object/", "bucket name")]
    [InlineData("arn:aws:s3:eu-west-1:1:accesspoint/p/k", "bucket name")]
    public void A_source_that_is_none_is_told_why(string source, string what)
    {
        var refused = Assert.Throws<ServiceException>(
            () => _shop.Copy("", "copy", request => request with { CopySource = source }));
        Assert.Equal(("InvalidArgument", $"Invalid copy source {what}"), (refused.Code, refused.Message));
    }

    [Fact]
    public void A_source_that_is_deleted_tells_its_marker()
    {
        _shop.Version(BucketVersioningStatus.Enabled);
        _shop.Put("k", "text");
        var marker = _shop.Delete("k").VersionId!;
        var refused = Assert.Throws<ServiceException>(() => _shop.Copy("k", "copy"));
        Assert.Equal("NoSuchKey", refused.Code);
        Assert.Contains(new("x-amz-version-id", marker), ErrorExtras.HeadersOf(refused));
        var empty = Assert.Throws<ServiceException>(() => _shop.Copy("k?versionId=", "copy"));
        Assert.Equal(("InvalidArgument", "Version id cannot be the empty string"), (empty.Code, empty.Message));
    }
}
