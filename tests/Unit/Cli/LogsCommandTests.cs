using System.Net;

namespace Orrery.Tests.Cli;

public sealed class LogsCommandTests
{
    private const string Clock =
        """{"now": "2026-01-01T01:00:00Z", "mode": "stepped", "rate": 1, "pendingTimers": 0}""";

    private const string Events =
        """
        {"events": [
          {"eventId": "1", "timestamp": 1767225600000, "logStreamName": "web-1", "message": "GET /a[b] 200\n"},
          {"eventId": "2", "timestamp": 1767225601500, "logStreamName": "web-2", "message": "GET /c 500"}]}
        """;

    [Fact]
    public async Task Events_are_shown_with_time_and_stream_as_they_are()
    {
        var server = Server();
        var typed = await Typed.RunAsync(
            new Setting { Server = server }, "logs", "tail", "/app", "--since", "5m", "--filter", "GET");
        Assert.Equal(0, typed.Code);
        Assert.Equal(
            "2026-01-01T00:00:00Z web-1 GET /a[b] 200\n2026-01-01T00:00:01Z web-2 GET /c 500\n",
            typed.Output.ReplaceLineEndings("\n"));
        var asked = server.Asked[^1];
        Assert.StartsWith("POST / ", asked);
        Assert.Contains("\"logGroupName\":\"/app\"", asked);
        Assert.Contains("\"startTime\":1767228900000", asked);
        Assert.Contains("\"filterPattern\":\"GET\"", asked);
    }

    [Fact]
    public async Task A_terminal_sees_colours_and_a_script_has_an_object_a_line()
    {
        var seen = await Typed.RunAsync(
            new Setting { Server = Server(), IsTerminal = true }, "logs", "tail", "/app", "--since", "5m");
        Assert.Contains("\u001b[32m2026-01-01T00:00:00Z\u001b[0m \u001b[36mweb-1\u001b[0m GET", seen.Output);
        var read = await Typed.RunAsync(new Setting { Server = Server() }, "logs", "tail", "/app", "--json");
        var lines = read.Output.Trim().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"logStreamName\":\"web-2\",\"message\":\"GET /c 500\"", lines[1]);
    }

    [Fact]
    public async Task Following_shows_each_event_once_though_the_newest_comes_again()
    {
        var server = new TwoRounds();
        var typed = await Typed.RunAsync(
            new Setting { Server = server }, "logs", "tail", "/app", "-f", "--since", "2026-01-01T00:00:00Z");
        Assert.Equal(
            ["one", "two", "three"], typed.Output.Trim().Split('\n').Select(line => line.Trim().Split(' ')[^1]));
        Assert.Equal(3, typed.Code);
        Assert.Equal(["1767225600000", "1767225601000", "1767225602000"], server.From);
    }

    [Fact]
    public async Task What_is_no_time_and_what_is_no_group_is_refused_plainly()
    {
        var typed = await Typed.RunAsync("logs", "tail", "/app", "--since", "yesterday");
        Assert.Equal(2, typed.Code);
        Assert.Contains("'yesterday' is no time to begin at", typed.Complaints);
        var server = new CannedServer().With("GET /_orrery/clock", Clock).With(
            "POST /",
            """{"__type": "ResourceNotFoundException", "message": "The specified log group does not exist."}""",
            HttpStatusCode.BadRequest);
        typed = await Typed.RunAsync(new Setting { Server = server }, "logs", "tail", "/app");
        Assert.Equal(2, typed.Code);
        Assert.Contains("The specified log group does not exist.", typed.Complaints);
    }

    private static CannedServer Server() =>
        new CannedServer().With("GET /_orrery/clock", Clock).With("POST /", Events);

    // Two answers, the second with the last event of the first one again; then nobody is there.
    private sealed class TwoRounds : HttpMessageHandler
    {
        private static readonly string[] Rounds =
        [
            Page((1, 0, "one"), (2, 1, "two")),
            Page((2, 1, "two"), (3, 2, "three")),
        ];

        public List<string> From { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            From.Add(body.Split("\"startTime\":")[1].Split(',', '}')[0]);
            return From.Count <= Rounds.Length
                ? new(HttpStatusCode.OK) { Content = new StringContent(Rounds[From.Count - 1]) }
                : throw new HttpRequestException(HttpRequestError.ConnectionError);
        }

        private static string Page(params (int Id, int Second, string Text)[] events)
        {
            var entries = events.Select(e => $$"""
                {"eventId": "{{e.Id}}", "timestamp": {{1767225600000 + (e.Second * 1000)}}, "logStreamName": "s",
                 "message": "{{e.Text}}"}
                """);
            return $$"""{"events": [{{string.Join(",", entries)}}]}""";
        }
    }
}
