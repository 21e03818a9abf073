using System.Net;
using System.Net.Sockets;
using System.Text;
using Orrery.Testing;

namespace Orrery.Tests.Acceptance.Host;

/// <summary>The finer points of HTTP/1.1.</summary>
public sealed class HttpTests : IAsyncLifetime
{
    private const string WhoAmI = "Action=GetCallerIdentity&Version=2011-06-15";

    private OrreryHost _orrery = null!;

    public async ValueTask InitializeAsync() => _orrery = await OrreryHost.StartAsync();

    public ValueTask DisposeAsync() => _orrery.DisposeAsync();

    [Fact]
    public async Task A_connection_serves_many_requests()
    {
        var request = Head($"Content-Length: {WhoAmI.Length}\r\n") + WhoAmI;
        var last = Head($"Content-Length: {WhoAmI.Length}\r\nConnection: close\r\n") + WhoAmI;
        var answer = await RawHttp.SendAsync(_orrery.Endpoint, request + request + last);
        Assert.Equal(3, answer.Split("HTTP/1.1 200 OK").Length - 1);
    }

    [Fact]
    public async Task A_client_that_asks_first_is_told_to_go_on()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_orrery.Endpoint.Host, _orrery.Endpoint.Port);
        using var stream = client.GetStream();
        var head = Head($"Content-Length: {WhoAmI.Length}\r\nExpect: 100-continue\r\nConnection: close\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync());
        await stream.WriteAsync(Encoding.ASCII.GetBytes(WhoAmI));
        Assert.Contains("HTTP/1.1 200 OK", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_body_may_come_in_chunks()
    {
        var request = Head("Transfer-Encoding: chunked\r\nConnection: close\r\n")
            + $"5\r\n{WhoAmI[..5]}\r\n{WhoAmI.Length - 5:x}\r\n{WhoAmI[5..]}\r\n0\r\n\r\n";
        Assert.StartsWith("HTTP/1.1 200 OK", await RawHttp.SendAsync(_orrery.Endpoint, request));
    }

    [Fact]
    public async Task A_proxy_may_send_the_whole_URL()
    {
        var answer = await RawHttp.SendAsync(
            _orrery.Endpoint,
            "GET http://localhost/_orrery/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK", answer);
    }

    [Fact]
    public async Task Many_clients_at_once_are_all_answered()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            using var response = await _orrery.Http.SendAsync(Requests.WhoAmI());
            return response.StatusCode;
        }));
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task A_client_that_hangs_up_half_way_harms_nobody()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(_orrery.Endpoint.Host, _orrery.Endpoint.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Head("Content-Length: 1000\r\n") + "Act"));
        }
        using var response = await _orrery.Http.SendAsync(Requests.WhoAmI());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static string Head(string more) =>
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + $"Authorization: {Requests.Authorization("sts")}\r\nX-Amz-Date: 20260101T000000Z\r\n{more}\r\n";
}
