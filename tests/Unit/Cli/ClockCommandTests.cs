using System.Net;
using System.Text.Json;

namespace Orrery.Tests.Cli;

public sealed class ClockCommandTests
{
    private const string Clock =
        """
        {"now":"2026-03-01T00:00:00+00:00","mode":"stepped","rate":1,"pendingTimers":2,
         "nextTimer":{"due":"2026-03-01T02:30:00+00:00","kind":"ec2.nat-gateway","subject":"nat-1"}}
        """;

    [Fact]
    public async Task Show_tells_the_time_and_what_is_due()
    {
        var typed =
            await Typed.RunAsync(
            new Setting { Server = new CannedServer().With("GET /_orrery/clock", Clock) }, "clock");
        Assert.Equal(0, typed.Code);
        Assert.Equal(
            "2026-03-01T00:00:00Z  stepped: moves only when told\n"
            + "2 timers due; next ec2.nat-gateway nat-1 at 2026-03-01T02:30:00Z, in 2h 30m\n",
            typed.Output);
    }

    [Fact]
    public async Task Json_is_one_document_on_standard_output()
    {
        var setting = new Setting { Server = new CannedServer().With("GET /_orrery/clock", Clock), IsTerminal = true };
        var typed = await Typed.RunAsync(setting, "clock", "show", "--json");
        Assert.Equal("stepped", JsonDocument.Parse(typed.Output).RootElement.GetProperty("mode").GetString());
    }

    [Fact]
    public async Task Advance_sends_the_duration_and_tells_the_new_time()
    {
        var server = new CannedServer().With(
            "POST /_orrery/clock/advance",
            """{"from":"2026-03-01T00:00:00Z","to":"2026-03-31T00:00:00Z","changes":1}""");
        var typed =
            await Typed.RunAsync(new Setting { Server = server }, "clock", "advance", "30d", "--world", "march");
        Assert.Equal("""POST /_orrery/clock/advance {"by": "30d"}""", Assert.Single(server.Asked));
        Assert.Equal("march", server.World);
        Assert.Contains("2026-03-31T00:00:00Z", typed.Output);
        Assert.Contains("1 change on the way", typed.Output);
    }

    [Fact]
    public async Task A_refusal_of_Orrery_is_shown_in_its_words()
    {
        var server = new CannedServer().With(
            "POST /_orrery/clock/set", """{"code":"InstantIsPast","message":"Time never goes back."}""",
            HttpStatusCode.BadRequest);
        var typed = await Typed.RunAsync(new Setting { Server = server }, "clock", "set", "2020-01-01");
        Assert.Equal(2, typed.Code);
        Assert.Equal("error: Time never goes back.\n", typed.Complaints);
    }

    [Theory]
    [InlineData("advance", "soon")]
    [InlineData("set", "tomorrow")]
    public async Task What_is_no_time_is_refused_before_anybody_is_asked(string verb, string text)
    {
        var server = new CannedServer().With("GET /", "");
        var typed = await Typed.RunAsync(new Setting { Server = server }, "clock", verb, text);
        Assert.Equal(2, typed.Code);
        Assert.Contains(text, typed.Complaints);
        Assert.Empty(server.Asked);
    }
}
