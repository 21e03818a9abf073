using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Requests;

/// <summary>What is too much is refused as AWS refuses it, and before it is taken in.</summary>
public sealed class LimitsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly RequestGate Gate = new(TestCatalog.Instance, new GateOptions());

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "ec2", "RequestEntityTooLarge", 413)]
    [InlineData("text/xml", "s3", "MaxMessageLengthExceeded", 400)]
    [InlineData("application/json", "lambda", "RequestEntityTooLargeException", 413)]
    public async Task A_long_body_is_refused_by_its_announced_length(
        string type, string service, string code, int status)
    {
        var (line, length) = service switch
        {
            "s3" => ("PUT /b/k?tagging", 9L << 20),
            "lambda" => ("POST /2015-03-31/functions/f/invocations", 80L << 20),
            _ => ("POST /", 2L << 20),
        };
        var head = WireRequests.Of(line, ["Host: localhost", $"Content-Type: {type}"]);
        new TestSigner(new("test", "test"), service, Now).Sign(head);
        var request = new WireRequest
        {
            Method = head.Method, RawPath = head.RawPath, RawQuery = head.RawQuery, Headers = head.Headers,
            Body = new WireBody(Stream.Null, length),
        };
        var admission = await Gate.AdmitAsync(request, new Keys(), Now);
        Assert.Equal((code, status), (admission.Refusal!.Code, admission.Refusal.Status));
    }

    [Fact]
    public async Task A_body_that_outgrows_its_limit_without_announcing_is_refused()
    {
        var head = WireRequests.Of("POST /", ["Host: localhost", "Content-Type: application/x-www-form-urlencoded"]);
        new TestSigner(new("test", "test"), "ec2", Now).Sign(head);
        var request = new WireRequest
        {
            Method = "POST", RawPath = "/", Headers = head.Headers,
            Body = new WireBody(new MemoryStream(new byte[2 << 20]), null),
        };
        Assert.Equal("RequestEntityTooLarge", (await Gate.AdmitAsync(request, new Keys(), Now)).Refusal!.Code);
    }

    [Fact]
    public async Task Many_or_long_headers_are_refused()
    {
        string[] many = [.. Enumerable.Range(0, 200).Select(i => $"X-H{i}: v")];
        var countless = await Gate.AdmitAsync(WireRequests.Of("GET /b/k", many), new Keys(), Now);
        var endless = await Gate.AdmitAsync(
            WireRequests.Of("GET /b/k", [$"X-H: {new string('v', 60_000)}"]), new Keys(), Now);
        Assert.Equal("RequestHeaderSectionTooLarge", countless.Refusal!.Code);
        Assert.Equal("RequestHeaderSectionTooLarge", endless.Refusal!.Code);
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/b/..%2f..%2fetc/passwd")]
    [InlineData("/b/%c0%ae%c0%ae/%fe%ff")]
    [InlineData("//////")]
    [InlineData("/%00")]
    [InlineData("/b/\u0000\ud800")]
    [InlineData("/%")]
    public async Task Tricks_in_a_path_are_data(string path)
    {
        var admission = await Gate.AdmitAsync(WireRequests.Of($"GET {path}", ["Host: localhost"]), new Keys(), Now);
        Assert.True(admission.Refusal is null or { Status: >= 400 and < 500 });
    }

    [Fact]
    public async Task A_path_of_slashes_is_matched_in_no_time()
    {
        var request = WireRequests.Of($"GET /i{new string('/', 40_000)}", ["Host: localhost"]);
        var table = new RouteTable([new("P", "GET", "/i/{n+}/a/b/c"), new("S", "GET", "/i/{n+}/a/b/d")]);
        Assert.Null(table.Find(request, request.RawPath));
        Assert.Null((await Gate.AdmitAsync(request, new Keys(), Now)).Refusal);
    }
}
