using CsCheck;
using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Requests;

/// <summary>REST routes: S3's as a table, and the trie against a slow, obvious twin.</summary>
public sealed class RouteTableTests
{
    private static readonly RouteTable S3 = new(TestCatalog.S3Operations);

    [Theory]
    [InlineData("GET /", "ListBuckets", "")]
    [InlineData("GET /b", "ListObjects", "b")]
    [InlineData("GET /b/", "ListObjects", "b")]
    [InlineData("GET /b?list-type=2", "ListObjectsV2", "b")]
    [InlineData("GET /b?list-type=1", "ListObjects", "b")]
    [InlineData("GET /b?acl", "GetBucketAcl", "b")]
    [InlineData("GET /b?acl=", "GetBucketAcl", "b")]
    [InlineData("GET /b?lifecycle", "GetBucketLifecycleConfiguration", "b")]
    [InlineData("GET /b?inventory&id=1", "GetBucketInventoryConfiguration", "b")]
    [InlineData("GET /b?inventory", "ListBucketInventoryConfigurations", "b")]
    [InlineData("DELETE /b?inventory", "DeleteBucketInventoryConfiguration", "b")]
    [InlineData("DELETE /b", "DeleteBucket", "b")]
    [InlineData("GET /b/k", "GetObject", "b,k")]
    [InlineData("GET /b/k/", "GetObject", "b,k/")]
    [InlineData("GET /b//", "GetObject", "b,/")]
    [InlineData("GET /b//k", "GetObject", "b,/k")]
    [InlineData("GET /b/a/../../c", "GetObject", "b,a/../../c")]
    [InlineData("GET /b/%2e%2e%2Fx%00", "GetObject", "b,../x\0")]
    [InlineData("GET /b/a%20b+c", "GetObject", "b,a b+c")]
    [InlineData("GET /b/%ZZ%4", "GetObject", "b,%ZZ%4")]
    [InlineData("GET /b/k?uploadId=1", "ListParts", "b,k")]
    [InlineData("PUT /b/k", "PutObject", "b,k")]
    [InlineData("PUT /b/k?partNumber=1&uploadId=2", "UploadPart", "b,k")]
    [InlineData("PUT /b/k?partNumber=1", "PutObject", "b,k")]
    [InlineData("PUT /b/k?tagging", "PutObjectTagging", "b,k")]
    [InlineData("POST /b?delete", "DeleteObjects", "b")]
    [InlineData("POST /b/k?uploads", "CreateMultipartUpload", "b,k")]
    [InlineData("POST /b/k?select&select-type=2", "SelectObjectContent", "b,k")]
    [InlineData("POST /b", null, null)]
    [InlineData("PATCH /b", null, null)]
    [InlineData("GET ", null, null)]
    [InlineData("GET b", null, null)]
    public void S3_is_routed(string line, string? operation, string? labels)
    {
        var request = WireRequests.Of(line, []);
        var match = S3.Find(request, request.RawPath);
        Assert.Equal(operation, match?.Operation.Name);
        if (match is not null) Assert.Equal(labels, string.Join(',', match.Labels.Select(l => l.Value)));
    }

    [Theory]
    [InlineData("PUT /b/k", "CopyObject")]
    [InlineData("PUT /b/k?partNumber=1&uploadId=2", "UploadPartCopy")]
    public void A_copy_is_known_by_its_header(string line, string operation)
    {
        var request = WireRequests.Of(line, ["X-Amz-Copy-Source: /a/b"]);
        Assert.Equal(operation, S3.Find(request, request.RawPath)!.Operation.Name);
    }

    [Fact]
    public void A_greedy_label_may_stand_in_the_middle()
    {
        var table = new RouteTable(
            [new("P", "GET", "/i/{n+}/policy"), new("S", "GET", "/i/{n+}/status"), new("I", "GET", "/i/{n+}")]);
        var request = WireRequests.Of("GET /", []);
        Assert.Equal("P", table.Find(request, "/i/a/policy/b/policy")!.Operation.Name);
        Assert.Equal("a/policy/b", table.Find(request, "/i/a/policy/b/policy")!.Labels[0].Value);
        Assert.Equal("I", table.Find(request, "/i/a/policy/b")!.Operation.Name);
        Assert.Equal("I", table.Find(request, "/i/policy")!.Operation.Name);
    }

    private static readonly Gen<string> Segment =
        Gen.Frequency((3, Gen.OneOfConst("a", "b", "c")), (2, Gen.Const("{x}")), (1, Gen.Const("{y+}")));

    private static readonly Gen<OperationModel[]> Tables =
        (from segments in Segment.Array[0, 4]
         from method in Gen.OneOfConst("GET", "PUT")
         from query in Gen.OneOfConst("", "", "?q", "?q=1")
         select (Method: method, Uri: "/" + string.Join('/', segments) + query))
        .Array[1, 8]
        .Where(all => all.All(t => t.Uri.Split("{y+}").Length <= 2))
        .Select(all => all
            .DistinctBy(t => (t.Method, t.Uri))
            .Select((t, i) => new OperationModel($"Op{i}", t.Method, t.Uri)).ToArray());

    private static readonly Gen<string> Paths =
        from segments in Gen.OneOfConst("a", "b", "c", "d", "").Array[0, 5]
        select "/" + string.Join('/', segments);

    [Fact]
    public void The_trie_agrees_with_its_slow_twin()
    {
        var (hits, misses) = (0, 0);
        Gen.Select(Tables, Paths, Gen.OneOfConst("", "?q", "?q=1", "?r")).Sample((operations, path, query) =>
        {
            var request = WireRequests.Of($"GET {path}{query}", []);
            var fast = new RouteTable(operations).Find(request, path)?.Operation.Name;
            var slow = SlowRoutes.Find(operations, request);
            if (slow is null) Interlocked.Increment(ref misses);
            else Interlocked.Increment(ref hits);
            return fast == slow;
        }, iter: 20_000);
        Assert.True(hits > 1000 && misses > 1000, $"{hits} hits, {misses} misses");
    }
}
