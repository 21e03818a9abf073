using Orrery.Services.S3.Gate;
using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>What S3 asks at the gate costs no memory: it is asked of every request.</summary>
public sealed class GateTests
{
    private const int Requests = 200;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("GET", "/bucket/a%20key", "")]
    [InlineData("GET", "/bucket/key", "versionId=null")]
    [InlineData("GET", "/bucket", "list-type=2&prefix=a")]
    [InlineData("PUT", "/bucket/key", "")]
    public async Task Rules_allocate_nothing(string method, string path, string query)
    {
        RequestGate bare = new(TestCatalog.Instance, new());
        RequestGate asking = new(
            TestCatalog.Instance, new(), new Dictionary<string, IRequestRules> { ["s3"] = new StoreRules() });
        await AllocatedAsync(bare, method, path, query);
        await AllocatedAsync(asking, method, path, query);
        var without = await AllocatedAsync(bare, method, path, query);
        Assert.InRange(await AllocatedAsync(asking, method, path, query), 0, without + Requests);
    }

    private static async Task<long> AllocatedAsync(RequestGate gate, string method, string path, string query)
    {
        var keys = new Keys();
        var requests = Enumerable.Range(0, Requests).Select(_ => Of(method, path, query)).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var request in requests)
        {
            var admitted = gate.AdmitAsync(request, keys, Now, TestContext.Current.CancellationToken);
            Assert.True(admitted.IsCompletedSuccessfully);
            Assert.Null((await admitted).Refusal);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static WireRequest Of(string method, string path, string query) => new()
    {
        Method = method,
        RawPath = path,
        RawQuery = query,
        Headers = new()
        {
            { "Host", "localhost" },
            { "If-Modified-Since", "Sat, 28 Feb 2026 12:00:00 GMT" },
            { "X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD" },
            { method == "PUT" ? "X-Amz-Checksum-Crc32" : "X-Amz-Checksum-Mode", "AAAAAA==" },
            { "X-Amz-Date", "20260301T120000Z" },
            {
                "Authorization", "AWS4-HMAC-SHA256 Credential=test/20260301/us-east-1/s3/aws4_request, "
                    + "SignedHeaders=host;x-amz-date, Signature=0"
            },
        },
    };
}
