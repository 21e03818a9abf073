using System.Buffers;
using System.Text;
using System.Text.Json;
using Orrery.Host;
using Orrery.Host.Logging;

namespace Orrery.Tests.Host;

public sealed class LogTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 30, 15, 250, TimeSpan.Zero);

    private static readonly RequestFacts Facts = new("ec2:CreateRoute", 400, "req-1")
    {
        Principal = "arn:aws:iam::123456789012:user/alice",
        Account = "123456789012",
        Region = "eu-west-1",
        ErrorCode = "RouteAlreadyExists",
    };

    [Fact]
    public void A_text_line_tells_who_did_what_where_and_how_it_went() =>
        Assert.Equal(
            "12:30:15.250 400   1.5ms ec2:CreateRoute                   RouteAlreadyExists "
            + "123456789012/eu-west-1 user/alice req-1\n",
            Text(new TextLog(colour: false), Facts));

    [Fact]
    public void A_colour_marks_the_status() =>
        Assert.Contains("\e[33m400\e[0m", Text(new TextLog(colour: true), Facts));

    [Fact]
    public void A_line_cannot_be_forged_by_what_a_client_sent() =>
        Assert.Equal(
            1, Text(new TextLog(false), new("GET /a\nb\e[31m", 404, "")).Count(letter => letter is '\n' or '\e'));

    [Fact]
    public void A_json_line_is_one_object_with_the_same_facts()
    {
        var line = Text(new JsonLog(), Facts);
        Assert.EndsWith("}\n", line);
        Assert.Equal(1, line.Count(letter => letter == '\n'));
        var json = JsonDocument.Parse(line).RootElement;
        Assert.Equal("2026-03-01T12:30:15.25Z", json.GetProperty("time").GetString());
        Assert.Equal("ec2:CreateRoute", json.GetProperty("operation").GetString());
        Assert.Equal(400, json.GetProperty("status").GetInt32());
        Assert.Equal("RouteAlreadyExists", json.GetProperty("errorCode").GetString());
        Assert.Equal("arn:aws:iam::123456789012:user/alice", json.GetProperty("principal").GetString());
        Assert.Equal(1.5, json.GetProperty("milliseconds").GetDouble());
    }

    [Fact]
    public async Task A_failure_is_logged_also_when_requests_are_not()
    {
        var output = new MemoryStream();
        var log = new RequestLog(LogFormat.Quiet, false, output, TimeProvider.System);
        log.Request(Facts, 0);
        log.Failure("to answer", "req-1", new InvalidOperationException("broken"));
        await log.DisposeAsync();
        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.DoesNotContain("CreateRoute", text);
        Assert.Contains("ORRERY FAILED to answer request req-1", text);
        Assert.Contains("broken", text);
    }

    [Fact]
    public async Task Every_line_arrives_in_one_piece_from_many_threads()
    {
        var output = new MemoryStream();
        var log = new RequestLog(LogFormat.Json, false, output, TimeProvider.System);
        Parallel.For(0, 1000, _ => log.Request(Facts, 0));
        await log.DisposeAsync();
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1000, lines.Length);
        Assert.All(lines, line => JsonDocument.Parse(line));
    }

    [Fact]
    public async Task A_log_that_nobody_takes_drops_lines_and_says_how_many()
    {
        var output = new BlockedStream();
        var log = new RequestLog(LogFormat.Text, false, output, TimeProvider.System);
        log.Request(Facts, 0);
        await output.Reached;
        for (var i = 0; i < 60_000; i++) log.Request(Facts, 0);
        output.Open();
        await log.DisposeAsync();
        Assert.Contains("lines were not shown", Encoding.UTF8.GetString(output.Taken.ToArray()));
        Assert.InRange(output.Taken.Length, 1, 8 * 1024 * 1024);
    }

    private static string Text(ILogFormatter formatter, RequestFacts facts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        formatter.Request(buffer, At, TimeSpan.FromMilliseconds(1.5), facts);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
