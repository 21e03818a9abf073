using System.Net;
using System.Text;
using Orrery.Testing;
using Orrery.Tests.Acceptance.Host;

namespace Orrery.Tests.Acceptance.S3;

/// <summary>Requests that the other clients here do not send: bodies in chunks, hosts, lies.</summary>
public sealed class RawTests : IAsyncLifetime
{
    // The check value of CRC-64/NVME, of "123456789".
    private const string Sum = "rosUhgp5mIg=";

    private OrreryHost _orrery = null!;

    public async ValueTask InitializeAsync()
    {
        _orrery = await OrreryHost.StartAsync();
        await SendAsync(Requests.Of("PUT", "/raw-bucket", "s3"), HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => _orrery.DisposeAsync();

    // S3 API reference, "Signature calculations: Transferring payload in multiple chunks with trailing headers".
    [Theory]
    [InlineData(Sum, HttpStatusCode.OK)]
    [InlineData("AAAAAAAAAAA=", HttpStatusCode.BadRequest)]
    public async Task A_body_in_chunks_is_held_to_its_trailer(string sum, HttpStatusCode status)
    {
        var body = $"5\r\n12345\r\n4\r\n6789\r\n0\r\nx-amz-checksum-crc64nvme:{sum}\r\n\r\n";
        using var put = Requests.Of("PUT", "/raw-bucket/chunked", "s3", "text/plain", Encoding.UTF8.GetBytes(body));
        put.Headers.Add("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER");
        put.Headers.Add("x-amz-decoded-content-length", "9");
        put.Headers.Add("x-amz-trailer", "x-amz-checksum-crc64nvme");
        put.Content!.Headers.ContentEncoding.Add("aws-chunked");
        await SendAsync(put, status);
        using var get = Requests.Of("GET", "/raw-bucket/chunked", "s3");
        if (status == HttpStatusCode.OK) Assert.Equal("123456789", await SendAsync(get, status));
        else Assert.Contains("NoSuchKey", await SendAsync(get, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_bucket_in_the_host_and_one_in_the_path_are_one()
    {
        using var put = Requests.Of("PUT", "/deep/key%20%2B", "s3", "text/plain", "hello"u8.ToArray());
        put.Headers.Host = "raw-bucket.s3.us-east-1.localhost";
        await SendAsync(put, HttpStatusCode.OK);
        using var get = Requests.Of("GET", "/raw-bucket/deep/key%20%2B", "s3");
        get.Headers.Range = new(1, 2);
        Assert.Equal("el", await SendAsync(get, HttpStatusCode.PartialContent));
    }

    [Theory]
    [InlineData("/raw-bucket/etc/../passwd")]
    [InlineData("/raw-bucket/etc/%2e%2e/passwd")]
    [InlineData("/raw-bucket//two//slashes/")]
    [InlineData("/raw-bucket/%01%02")]
    [InlineData("/raw-bucket/%F0%9F%AA%90")]
    public async Task Odd_keys_are_keys_and_nothing_else(string path)
    {
        using var put = Raw("PUT", path);
        put.Content = new StringContent(path);
        using var get = Raw("GET", path);
        await SendAsync(put, HttpStatusCode.OK);
        Assert.Equal(path, await SendAsync(get, HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("/raw-bucket/../../etc/passwd")]
    [InlineData("/raw-bucket/%2e%2e/%2e%2e/etc/passwd")]
    public async Task A_key_that_leads_out_of_its_bucket_is_none(string path)
    {
        using var put = Raw("PUT", path);
        put.Content = new StringContent(path);
        using var get = Raw("GET", path);
        await SendAsync(put, HttpStatusCode.BadRequest);
        await SendAsync(get, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Nobody_without_a_key_is_let_in_and_neither_is_another_account()
    {
        using var anonymous = new HttpRequestMessage(HttpMethod.Get, "/raw-bucket/key");
        Assert.Contains("AccessDenied", await SendAsync(anonymous, HttpStatusCode.Forbidden));
        using var other = new HttpRequestMessage(HttpMethod.Get, "/raw-bucket/key");
        other.Headers.TryAddWithoutValidation("Authorization", Requests.Authorization("s3", "210987654321"));
        other.Headers.Add("X-Amz-Date", "20260101T000000Z");
        Assert.Contains("AccessDenied", await SendAsync(other, HttpStatusCode.Forbidden));
    }

    // The path as it is: no client's tidying.
    private HttpRequestMessage Raw(string method, string path)
    {
        var request = Requests.Of(method, "/", "s3");
        request.RequestUri = new(
            $"{_orrery.Endpoint.ToString().TrimEnd('/')}{path}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        return request;
    }

    private async Task<string> SendAsync(HttpRequestMessage request, HttpStatusCode status)
    {
        using var response = await _orrery.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{request.RequestUri}: {response.StatusCode} {text}");
        return text;
    }
}
