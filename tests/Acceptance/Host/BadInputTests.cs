using System.Net;
using System.Text;
using Orrery.Testing;

namespace Orrery.Tests.Acceptance.Host;

/// <summary>
/// Whatever is sent: an answer in the form of AWS with a status of 4xx, the same world, a living server.
/// </summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private static readonly byte[] Noise = [.. Enumerable.Range(0, 257).Select(number => (byte)(number * 7))];

    private OrreryHost _orrery = null!;

    public async ValueTask InitializeAsync()
    {
        _orrery = await OrreryHost.StartAsync();

        // What the first call in a region brings with it (its default VPC) is there before anything is refused.
        using var response = await _orrery.Http.SendAsync(
            Requests.Form("ec2", "Action=DescribeVpcs&Version=2016-11-15"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    public ValueTask DisposeAsync() => _orrery.DisposeAsync();

    [Theory]
    //          service     type                                target                            body
    [InlineData("ec2", "application/x-www-form-urlencoded", null, "")]
    [InlineData("ec2", "application/x-www-form-urlencoded", null, "Action")]
    [InlineData("ec2", "application/x-www-form-urlencoded", null, "Action=Nothing&Version=2016-11-15")]
    [InlineData(
        "ec2", "application/x-www-form-urlencoded", null, "Action=RunInstances&Version=2016-11-15&MaxCount=many")]
    [InlineData("ec2", "application/x-www-form-urlencoded", null, "Action=%&%=%ZZ&&&==&Version=2016-11-15")]
    [InlineData("ec2", "application/x-www-form-urlencoded", null, "Action=CreateVpc&Version=2016-11-15&CidrBlock=x")]
    [InlineData("sts", "application/x-www-form-urlencoded", null, "Action=AssumeRole&Version=2011-06-15")]
    [InlineData("sts", "application/x-www-form-urlencoded", null, "Action=AssumeRole&Version=2011-06-15&RoleArn=x")]
    [InlineData("sts", "application/x-www-form-urlencoded", null, "Version=2011-06-15")]
    [InlineData("iam", "application/x-www-form-urlencoded", null, "Action=Nothing&Version=2010-05-08")]
    [InlineData("dynamodb", "application/x-amz-json-1.0", "DynamoDB_20120810.ListTables", "{")]
    [InlineData("dynamodb", "application/x-amz-json-1.0", "DynamoDB_20120810.Nothing", "{}")]
    [InlineData("dynamodb", "application/x-amz-json-1.0", "Nonsense", "{}")]
    [InlineData("dynamodb", "application/x-amz-json-1.0", null, "{}")]
    [InlineData("dynamodb", "application/x-amz-json-1.0", "", "")]
    [InlineData("logs", "application/x-amz-json-1.1", "Logs_20140328.DescribeLogGroups", "[[[[[[")]
    [InlineData("logs", "application/x-amz-json-1.1", "Logs_20140328.", "null")]
    [InlineData("lambda", "application/json", null, "{\"x\":")]
    [InlineData("s3", "application/xml", null, "<a><b>")]
    [InlineData("nothing", "application/json", null, "{}")]
    [InlineData("nothing", "application/octet-stream", null, "\0\0\0")]
    [InlineData("", "", null, "")]
    public async Task A_malformed_body_is_refused(string service, string type, string? target, string body)
    {
        var request = Requests.Of(
            "POST", "/", service, type.Length == 0 ? null : type, Encoding.UTF8.GetBytes(body));
        await RefusedAsync(request.For(target));
    }

    [Theory]
    [InlineData("application/cbor", "/service/GraniteServiceVersion20100801/operation/Nothing")]
    [InlineData("application/cbor", "/service/GraniteServiceVersion20100801/operation/PutMetricData")]
    [InlineData("application/cbor", "/service//operation/")]
    [InlineData("application/x-www-form-urlencoded", "/")]
    [InlineData("application/json", "/2015-03-31/functions")]
    [InlineData("application/xml", "/2013-04-01/hostedzone")]
    public async Task Noise_is_refused(string type, string path)
    {
        var request = Requests.Of("POST", path, "monitoring", type, Noise);
        request.Headers.TryAddWithoutValidation("Smithy-Protocol", "rpc-v2-cbor");
        await RefusedAsync(request);
        await RefusedAsync(Requests.Of("POST", path, "lambda", type, Noise));
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("//evil.example/")]
    [InlineData("/%ff%fe")]
    [InlineData("/%")]
    [InlineData("/%zz")]
    [InlineData("/_world/../default")]
    [InlineData("/_world/")]
    [InlineData("/_world/%64efault")]
    [InlineData("/_orrery/../")]
    [InlineData("/_orrery/worlds/..%2f..%2fetc/export")]
    [InlineData("/_orrery/worlds/%00/export")]
    [InlineData("/?Action=")]
    [InlineData("/?X-Amz-Signature=0&X-Amz-Credential=a/b/c")]
    public async Task A_tricky_path_is_refused(string path)
    {
        var answer =
            await RawHttp.SendAsync(
            _orrery.Endpoint, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 4[0-9][0-9] ", answer);
        Assert.DoesNotContain("root:x:", answer);
        await AliveAsync();
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("CONNECT")]
    [InlineData("PROPFIND")]
    [InlineData("OPTIONS")]
    [InlineData("GARBAGE")]
    public async Task A_method_that_no_API_knows_is_refused(string method)
    {
        var target = method == "CONNECT" ? "localhost:1" : "/";
        var answer = await RawHttp.SendAsync(
            _orrery.Endpoint, $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 4[0-9][0-9] ", answer);
        await AliveAsync();
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n")]
    public async Task Broken_HTTP_is_refused(string request)
    {
        Assert.Matches("^HTTP/1.1 (4[0-9][0-9]|505) ", await RawHttp.SendAsync(_orrery.Endpoint, request));
        await AliveAsync();
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var body =
            Encoding.ASCII.GetBytes("Action=DescribeVpcs&Version=2016-11-15&X=" + new string('x', 2 * 1024 * 1024));
        await RefusedAsync(Requests.Of("POST", "/", "ec2", "application/x-www-form-urlencoded", body));
        await RefusedAsync(
            Requests.Of("POST", "/", "sts", "application/x-www-form-urlencoded", new byte[8 * 1024 * 1024]));
    }

    [Fact]
    public async Task A_head_that_is_too_large_is_refused()
    {
        var request = Requests.WhoAmI();
        request.Headers.TryAddWithoutValidation("X-Long", new string('x', 40 * 1024));
        request.Headers.TryAddWithoutValidation("X-Longer", new string('x', 40 * 1024));
        using var response = await _orrery.Http.SendAsync(request);
        Assert.InRange((int)response.StatusCode, 400, 499);
        await AliveAsync();
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256")]
    [InlineData("AWS4-HMAC-SHA256 Credential=")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c/d, SignedHeaders=host, Signature=0")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE, SignedHeaders=host, Signature=zz")]
    [InlineData("Basic dGVzdDp0ZXN0")]
    [InlineData("Bearer x")]
    public async Task A_malformed_signature_is_refused(string authorization)
    {
        var request = Requests.WhoAmI();
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        await RefusedAsync(request);
    }

    private async Task RefusedAsync(HttpRequestMessage request)
    {
        var before = (await _orrery.WorldAsync()).Current.Sequence;
        using var response = await _orrery.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode is >= 400 and < 500, $"{(int)response.StatusCode} {text}");
        Assert.NotEmpty(text);
        Assert.NotNull(response.Content.Headers.ContentType);
        var hasId = response.Headers.Contains("x-amzn-RequestId") || response.Headers.Contains("x-amz-request-id");
        Assert.True(hasId, $"no request id: {text}");
        Assert.Equal(before, (await _orrery.WorldAsync()).Current.Sequence);
        await AliveAsync();
    }

    private async Task AliveAsync()
    {
        using var response = await _orrery.Http.SendAsync(Requests.WhoAmI());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
