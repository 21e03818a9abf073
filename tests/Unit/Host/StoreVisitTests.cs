using System.Net;
using System.Text;
using System.Text.Json;
using Orrery.Testing;

namespace Orrery.Tests.Host;

/// <summary>What a running program notes of requests to buckets, seen from outside.</summary>
public sealed class StoreVisitTests
{
    private const string Logging = """
        <BucketLoggingStatus xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LoggingEnabled>
        <TargetBucket>the-logs</TargetBucket><TargetPrefix>p/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>
        """;

    private const string Policy = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},
         "Action":"s3:PutObject","Resource":"arn:aws:s3:::the-logs/p/*"}]}
        """;

    [Fact]
    public async Task Requests_are_logged_with_their_bytes_and_errors_and_billed()
    {
        await using var orrery = await OrreryHost.StartAsync();
        await SendAsync(orrery, "PUT", "/the-logs");
        await SendAsync(orrery, "PUT", "/a-bucket");
        await SendAsync(orrery, "PUT", "/the-logs?policy", Policy);
        await SendAsync(orrery, "PUT", "/a-bucket?logging", Logging);
        await SendAsync(orrery, "PUT", "/a-bucket/k", "12345");
        Assert.Equal("234", await SendAsync(orrery, "GET", "/a-bucket/k", wish: new() { Range = "bytes=1-3" }));
        await SendAsync(orrery, "GET", "/a-bucket/none", wish: new() { Status = HttpStatusCode.NotFound });
        await SendAsync(orrery, "HEAD", "/k", wish: new() { Host = "a-bucket.s3.localhost" });
        await SendAsync(
            orrery, "GET", "/a-bucket/k", wish: new() { IsSigned = false, Status = HttpStatusCode.Forbidden });
        await orrery.AdvanceAsync(TimeSpan.FromHours(1));
        var list = await SendAsync(orrery, "GET", "/the-logs?list-type=2");
        var log = await SendAsync(orrery, "GET", "/the-logs/" + list.Split("<Key>")[1].Split("</Key>")[0]);
        var lines = log.TrimEnd().Split('\n');
        Assert.Equal(
            [
                "REST.PUT.LOGGING_STATUS -", "REST.PUT.OBJECT k", "REST.GET.OBJECT k", "REST.GET.OBJECT none",
                "REST.HEAD.OBJECT k", "REST.GET.OBJECT k",
            ],
            lines.Skip(lines.Length - 6).Select(static line => string.Join(' ', line.Split(' ')[7..9])));
        Assert.Contains("\"GET /a-bucket/k HTTP/1.1\" 206 - 3 5 ", lines[^4], StringComparison.Ordinal);
        Assert.Contains("\"GET /a-bucket/none HTTP/1.1\" 404 NoSuchKey ", lines[^3], StringComparison.Ordinal);
        Assert.Contains("\"HEAD /k HTTP/1.1\" 200 - - 5 ", lines[^2], StringComparison.Ordinal);
        Assert.Contains("a-bucket.s3.localhost", lines[^2], StringComparison.Ordinal);
        Assert.Contains(" 403 AccessDenied ", lines[^1], StringComparison.Ordinal);
        Assert.Contains(" - - - -", lines[^1], StringComparison.Ordinal);
        using var uses = JsonDocument.Parse(await orrery.Http.GetStringAsync("/_orrery/s3/uses?bucket=a-bucket"));
        var told = uses.RootElement.EnumerateArray().ToDictionary(
            static use => use.GetProperty("kind").GetString()!, static use => use.GetProperty("amount").GetDouble());
        Assert.Equal(3, told["ReadRequests"]);
        Assert.Equal(5d * 3600, told["StoredByteSeconds"]);
        Assert.Equal(5 + Logging.Length, told["UploadedBytes"]);
    }

    private static async Task<string> SendAsync(
        OrreryHost orrery, string method, string path, string? body = null, Wish? wish = null)
    {
        wish ??= new();
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Host = wish.Host;
        if (wish.Range is not null) request.Headers.TryAddWithoutValidation("Range", wish.Range);
        if (wish.IsSigned) request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, "
            + $"Signature={new string('0', 64)}");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z");
        if (body is not null) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        using var response = await orrery.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(wish.Status is { } wanted ? response.StatusCode == wanted : response.IsSuccessStatusCode, text);
        return text;
    }

    private sealed record Wish
    {
        public string? Host { get; init; }

        public string? Range { get; init; }

        public bool IsSigned { get; init; } = true;

        public HttpStatusCode? Status { get; init; }
    }
}
