using System.Net;
using System.Net.Sockets;
using System.Text;
using static Orrery.Tests.Host.RawStore;

namespace Orrery.Tests.Host;

/// <summary>Requests whose body waits for 100 Continue (RFC 9110, 10.1.1), and refused bodies that do not.</summary>
public sealed class AwaitedBodyTests
{
    private const string Get = $"GET /a-bucket/k HTTP/1.1\r\nHost: localhost\r\n{Signed}\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // What follows may be a body or the next request, so it is neither.
    [Theory]
    [InlineData("PUT /no-such-bucket/k", "Content-Length: 11\r\n", " 404 ")]
    [InlineData("PUT /no-such-bucket/k", "Content-Length: 3000000\r\n", " 404 ")]
    [InlineData("PUT /a-bucket/k", "Content-Length: 11\r\nIf-Match: \"no\"\r\n", " 412 ")]
    public async Task A_refusal_of_a_body_that_waits_ends_the_connection(string line, string headers, string status)
    {
        await using var orrery = await StartAsync();
        await SpeakAsync(orrery, Put("k", "Content-Length: 1\r\n", "x"));
        var answer = await SpeakAsync(
            orrery, $"{line} HTTP/1.1\r\nHost: localhost\r\n{Key}{headers}Expect: 100-continue\r\n\r\n" + Get);
        Assert.StartsWith($"HTTP/1.1{status}", answer);
        Assert.Contains("\r\nConnection: close\r\n", answer);
        Assert.Equal(1, answer.Split("HTTP/1.1 ").Length - 1);
    }

    [Fact]
    public async Task A_body_that_waits_is_asked_for_where_it_is_wanted_and_the_connection_goes_on()
    {
        await using var orrery = await StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, orrery.Endpoint.Port);
        var stream = client.GetStream();
        await SayAsync(
            stream, $"PUT /a-bucket/k HTTP/1.1\r\nHost: localhost\r\n{Key}Content-Length: 5\r\n"
                + "Expect: 100-continue\r\n\r\n");
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await HearAsync(stream));
        await SayAsync(stream, "hello");
        var answer = await HearAsync(stream);
        Assert.StartsWith("HTTP/1.1 200 ", answer);
        Assert.DoesNotContain("Connection: close", answer);
        await SayAsync(stream, Get);
        var rest = new StringBuilder();
        while (await HearAsync(stream) is { Length: > 0 } more) rest.Append(more);
        Assert.EndsWith("\r\n\r\nhello", rest.ToString());
    }

    [Fact]
    public async Task A_refused_body_that_came_is_passed_over()
    {
        await using var orrery = await StartAsync();
        await SpeakAsync(orrery, Put("k", "Content-Length: 5\r\n", "hello"));
        var body = new string('x', 3_000_000);
        var answers = await SpeakAsync(
            orrery, "PUT /no-such-bucket/k HTTP/1.1\r\nHost: localhost\r\n" + Key
                + $"Content-Length: 3000000\r\n\r\n{body}{Get}");
        Assert.StartsWith("HTTP/1.1 404 ", answers);
        Assert.EndsWith("\r\n\r\nhello", answers);
    }

    private static async Task SayAsync(NetworkStream stream, string text) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));

    private static async Task<string> HearAsync(NetworkStream stream)
    {
        using var limit = new CancellationTokenSource(Patience);
        var bytes = new byte[16 * 1024];
        return Encoding.UTF8.GetString(bytes, 0, await stream.ReadAsync(bytes, limit.Token));
    }
}
