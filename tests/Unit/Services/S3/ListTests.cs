using CsCheck;
using Orrery.Services.S3.Operations.Listing;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

public sealed class ListTests
{
    [Fact]
    public void Keys_are_rolled_up()
    {
        var shop = new Shop();
        foreach (var key in new[] { "sample.jpg", "photos/2006/January/a.jpg", "photos/2006/February/b.jpg" })
            shop.Put(key, "x");
        var top = shop.List(r => r with { Delimiter = "/" });
        Assert.Equal(["sample.jpg"], top.Contents!.Select(static o => o.Key));
        Assert.Equal(["photos/"], top.CommonPrefixes!.Select(static p => p.Prefix));
        var below = shop.List(r => r with { Delimiter = "/", Prefix = "photos/2006/" });
        Assert.Equal(
            ["photos/2006/February/", "photos/2006/January/"], below.CommonPrefixes!.Select(static p => p.Prefix));
        Assert.Equal(2, below.KeyCount);
    }

    [Fact]
    public void Names_are_encoded_where_asked()
    {
        var shop = new Shop();
        shop.Put("a b/\u0001ü", "x");
        var page = shop.List(r => r with { EncodingType = EncodingType.Url });
        Assert.Equal("a+b/%01%C3%BC", Assert.Single(page.Contents!).Key);
    }

    // A slow and obvious twin: all keys in memory, rolled up, cut into pages.
    [Fact]
    public void Pages_together_are_the_whole() =>
        Gen.Select(
            Gen.String[Gen.Char["ab/\u0001\u0002é"], 1, 6].Array[0, 25], Gen.String[Gen.Char["ab/"], 0, 2],
            Gen.OneOfConst("", "/", "a"), Gen.Int[1, 4]).Sample(
            (keys, prefix, delimiter, size) =>
            {
                var shop = new Shop();
                foreach (var key in keys.Distinct()) shop.Put(key, "x");
                var expected = keys.Distinct()
                    .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(key => Rolled(key, prefix, delimiter)).Distinct()
                    .OrderBy(static name => name, StringComparer.Ordinal).ToList();
                Assert.Equal(expected, NewWay(shop, prefix, delimiter, size));
                Assert.Equal(expected, OldWay(shop, prefix, delimiter, size));
            }, iter: 40);

    private static string Rolled(string key, string prefix, string delimiter)
    {
        var at = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return at < 0 ? key : key[..(at + delimiter.Length)];
    }

    private static List<string> NewWay(Shop shop, string prefix, string delimiter, int size)
    {
        var found = new List<string>();
        string? token = null;
        do
        {
            var page = shop.List(r => r with
            {
                Prefix = prefix, Delimiter = delimiter, MaxKeys = size, ContinuationToken = token,
            });
            found.AddRange(Names(page.Contents, page.CommonPrefixes));
            token = page.NextContinuationToken;
            Assert.Equal(page.IsTruncated is true, token is not null);
        }
        while (token is not null);
        return found;
    }

    private static List<string> OldWay(Shop shop, string prefix, string delimiter, int size)
    {
        var found = new List<string>();
        string? marker = null;
        while (true)
        {
            var page = shop.Rig.Run(new ListObjects(), new ListObjectsRequest
            {
                Bucket = Shop.Bucket, Prefix = prefix, Delimiter = delimiter, MaxKeys = size, Marker = marker,
            });
            found.AddRange(Names(page.Contents, page.CommonPrefixes));
            if (page.IsTruncated is not true) return found;
            marker = page.NextMarker ?? found[^1];
        }
    }

    private static IEnumerable<string> Names(
        IReadOnlyList<Orrery.Wire.Generated.S3.Object>? objects, IReadOnlyList<CommonPrefix>? groups) =>
        (objects ?? []).Select(static o => o.Key!).Concat((groups ?? []).Select(static p => p.Prefix!))
        .OrderBy(static name => name, StringComparer.Ordinal);
}
