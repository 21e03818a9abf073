using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using static Orrery.Tests.Host.RawStore;

namespace Orrery.Tests.Host;

/// <summary>Requests to buckets that lie about themselves, over plain sockets: refused or bounded, and nothing changed.
/// </summary>
public sealed class StoreAbuseTests
{
    [Fact]
    public async Task A_body_that_ends_before_its_length_leaves_nothing()
    {
        await using var orrery = await StartAsync();
        Assert.DoesNotContain(" 200 ", await SpeakAsync(
            orrery, Put("k", "Content-Length: 10\r\n", "12345"), hangsUp: true));
        Assert.Contains(" 404 ", await SpeakAsync(orrery, Get("k")));
    }

    [Fact]
    public async Task What_stands_behind_the_length_of_a_body_is_no_part_of_it()
    {
        await using var orrery = await StartAsync();
        var answers = await SpeakAsync(orrery, Put("k", "Content-Length: 3\r\n", "12345"));
        Assert.Contains(" 200 ", answers);
        Assert.EndsWith("\r\n\r\n123", await SpeakAsync(orrery, Get("k")));
    }

    [Fact]
    public async Task Two_lengths_are_never_two_requests()
    {
        await using var orrery = await StartAsync();
        await SpeakAsync(orrery, Put("k", "Content-Length: 1\r\n", "x"));
        var hidden = "0\r\n\r\n" + $"DELETE /a-bucket/k HTTP/1.1\r\nHost: localhost\r\n{Signed}\r\n";
        await SpeakAsync(orrery, Put(
            "other",
            string.Create(
                CultureInfo.InvariantCulture, $"Content-Length: {hidden.Length}\r\nTransfer-Encoding: xchunked\r\n"),
            hidden));
        Assert.Contains(" 200 ", await SpeakAsync(orrery, Get("k")));
        Assert.Contains(" 400 ", await SpeakAsync(orrery, Put(
            "other", "Content-Length: 1\r\nContent-Length: 2\r\n", "xy")));
    }

    [Theory]
    [InlineData("x-amz-decoded-content-length: 9\r\n", "5\r\n12345\r\n0\r\n\r\n")]
    [InlineData("x-amz-decoded-content-length: 5\r\n", "fffffffffffffff\r\n12345\r\n0\r\n\r\n")]
    [InlineData("x-amz-decoded-content-length: 5\r\n", "-5\r\n12345\r\n0\r\n\r\n")]
    [InlineData("x-amz-decoded-content-length: 5\r\n", "5\r\n12345")]
    public async Task A_body_in_chunks_that_do_not_add_up_leaves_nothing(string header, string body)
    {
        await using var orrery = await StartAsync();
        var length = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        var answer = await SpeakAsync(orrery, Put(
            "k",
            $"{length}Content-Encoding: aws-chunked\r\n"
                + $"x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\n{header}", body));
        Assert.Contains(" 400 ", answer);
        Assert.Contains(" 404 ", await SpeakAsync(orrery, Get("k")));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "&b;", "</Delete>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "&b;", "</Delete>")]
    [InlineData("", "k", "")]
    public async Task Documents_that_expand_read_files_or_do_not_end_are_malformed(
        string start, string key, string end)
    {
        var document = $"{start}<Delete><Object><Key>{key}</Key></Object>{end}";
        await using var orrery = await StartAsync();
        await SpeakAsync(orrery, Put("k", "Content-Length: 1\r\n", "x"));
        var answer = await SpeakAsync(orrery, Post("?delete", $"Content-MD5: {Md5(document)}\r\n", document));
        Assert.Contains("MalformedXML", answer);
        Assert.Contains(" 200 ", await SpeakAsync(orrery, Get("k")));
    }

    [Fact]
    public async Task A_key_has_1024_bytes_at_most_and_may_be_all_of_them()
    {
        await using var orrery = await StartAsync();
        var longest = string.Concat(Enumerable.Repeat("%F0%9F%AA%90", 256));
        Assert.Contains(" 200 ", await SpeakAsync(orrery, Put(longest, "Content-Length: 1\r\n", "x")));
        Assert.Contains(" 200 ", await SpeakAsync(orrery, Get(longest)));
        Assert.Contains(
            "KeyTooLongError", await SpeakAsync(orrery, Put(longest + "x", "Content-Length: 1\r\n", "x")));
    }

    [Fact]
    public async Task A_client_that_stalls_keeps_nobody_waiting()
    {
        await using var orrery = await StartAsync();
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, orrery.Endpoint.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Put("slow", "Content-Length: 1000\r\n", "x")));
        for (var i = 0; i < 20; i++)
            Assert.Contains(" 200 ", await SpeakAsync(orrery, Put($"k{i}", "Content-Length: 1\r\n", "x")));
        await orrery.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Contains(" 404 ", await SpeakAsync(orrery, Get("slow")));
    }
}
