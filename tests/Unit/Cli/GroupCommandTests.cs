namespace Orrery.Tests.Cli;

/// <summary>explain asg, simulate asg and fail zone, as they are typed and as they answer.</summary>
public sealed class GroupCommandTests
{
    private const string Simulated = """
        {"from":"2026-01-05T00:00:00+00:00","to":"2026-01-05T00:10:00+00:00","step":300,"lost":"eu-west-1b lost",
        "groups":[
        {"name":"web","policies":["track: keeps CPU at 70"],"points":[
        {"at":"2026-01-05T00:00:00+00:00","demand":100,"desired":2,"inService":2,"cpu":50,"errors":0,"cost":0.02},
        {"at":"2026-01-05T00:05:00+00:00","demand":200,"desired":3,"inService":2,"errors":12.5,"cost":0.02}],
        "total":{"instanceHours":0.33,"cost":0.04,"failed":0.0417,"cpu":50,"least":2,"most":2,"changes":1}}]}
        """;

    private const string Explained = """
        {"name":"web","at":"2026-01-05T00:00:00+00:00","isGood":false,
        "size":{"min":1,"desired":3,"max":6,"inService":2,"policies":[]},
        "zones":[{"zone":"eu-west-1a","states":{"InService":2},"note":"had no room"}],
        "why":{"code":"DESIRED","text":"web desires 3","subject":"web","because":[
          {"code":"LARGEST","text":"track gives the largest capacity, 3","because":[]}]},
        "policies":[{"name":"track","kind":"TargetTrackingScaling","says":"none of its alarms is in ALARM",
          "isWinner":true,"alarms":[{"name":"High","state":"OK","value":61.234,"threshold":70,"isAbove":true}]},
          {"name":"idle","kind":"SimpleScaling","says":"no alarm runs it","isWinner":false,"alarms":[]}],
        "obstacles":[{"code":"NO_ROOM","text":"eu-west-1a had no room","subject":"eu-west-1a","because":[]}],
        "history":[{"at":"2026-01-04T00:00:00+00:00","from":2,"to":3,"winner":"track","text":"because"}]}
        """;

    private const string Failure =
        """{"zone":"eu-west-1a","from":"2026-01-01T00:00:00+00:00","to":"2026-01-01T02:00:00+00:00","instances":3}""";

    [Fact]
    public async Task Explaining_a_group_shows_size_winner_and_what_holds_it_back()
    {
        var server = new CannedServer().With(
            "GET /_orrery/explain/asg/web?region=eu-west-1&at=2026-01-05T00%3A00%3A00Z", Explained);
        var typed = await Typed.RunAsync(
            new Setting { Server = server, Variables = new() { ["AWS_REGION"] = "eu-west-1" } },
            "explain", "asg", "web", "--at", "2026-01-05T00:00:00Z");
        Assert.Equal(("", 0), (typed.Complaints, typed.Code));
        foreach (var part in new[]
            { "2 in service, 3 desired", "track gives the largest", "track ✔", "61.23", "NO_ROOM", "no alarm runs it" })
            Assert.Contains(part, typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explaining_other_things_still_works()
    {
        var server = new CannedServer().With(
            "GET /_orrery/explain/pcx-1",
            """
            {"id":"pcx-1","kind":"x","account":"1","region":"r","isGood":true,"remedies":[],
            "why":{"code":"A","text":"all is well","because":[]}}
            """);
        var typed = await Typed.RunAsync(new Setting { Server = server }, "explain", "pcx-1");
        Assert.Contains("all is well", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulation_sends_the_load_and_draws_here_and_into_a_file()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (load, picture) = (Path.Combine(folder.FullName, "load.json"), Path.Combine(folder.FullName, "a.svg"));
            await File.WriteAllTextAsync(
                load, """{"loads":[{"name":"a","rate":{"kind":"constant","value":1},"cost":{"cpuSeconds":1}}]}""",
                TestContext.Current.CancellationToken);
            var server = new CannedServer().With("POST /_orrery/simulate/asg", Simulated);
            var typed = await Typed.RunAsync(
                new Setting { Server = server }, "simulate", "asg", "web", "--load", load, "--for", "10m",
                "--fail-zone", "eu-west-1b", "--fail-after", "5m", "--fail-for", "5m", "--svg", picture);
            Assert.Equal(("", 0), (typed.Complaints, typed.Code));
            var asked = Assert.Single(server.Asked);
            string[] sent = ["\"for\": \"10m\"", "\"every\": \"5m\"", "\"failZone\": \"eu-west-1b\""];
            foreach (var part in sent)
                Assert.Contains(part, asked, StringComparison.Ordinal);
            foreach (var part in new[] { "in service", "█", "eu-west-1b lost", "4.17 %", "0.04 USD" })
                Assert.Contains(part, typed.Output, StringComparison.Ordinal);
            var svg = await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken);
            Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
            Assert.Contains("4.17 % failed", svg, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--fail-zone needs --fail-after.", "--fail-zone", "eu-west-1b", "--fail-for", "5m")]
    [InlineData("--fail-zone needs --fail-for.", "--fail-zone", "eu-west-1b", "--fail-after", "5m")]
    [InlineData("--fail-after needs --fail-zone.", "--fail-after", "5m")]
    public async Task A_zone_that_is_lost_needs_all_three_options(string told, params string[] options)
    {
        var server = new CannedServer().With("POST /_orrery/simulate/asg", Simulated);
        var typed = await Typed.RunAsync(new Setting { Server = server }, ["simulate", "asg", "web", .. options]);
        Assert.Equal(2, typed.Code);
        Assert.Contains(told, typed.Complaints, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_simulation_can_answer_in_json()
    {
        var server = new CannedServer().With("POST /_orrery/simulate/asg", Simulated);
        var typed = await Typed.RunAsync(new Setting { Server = server }, "simulate", "asg", "web", "--json");
        Assert.StartsWith("{", typed.Output, StringComparison.Ordinal);
        typed = await Typed.RunAsync(new Setting { Server = server }, "simulate", "asg", "web", "--load", "/none.json");
        Assert.Equal(2, typed.Code);
    }

    [Fact]
    public async Task Losing_a_zone_tells_how_long_and_mending_it_that_it_is_mended()
    {
        var server = new CannedServer()
            .With("POST /_orrery/zones/eu-west-1a/fail", Failure)
            .With("POST /_orrery/zones/eu-west-1a/mend", $"[{Failure}]")
            .With("GET /_orrery/zones", "[]");
        var setting = new Setting { Server = server };
        var typed = await Typed.RunAsync(setting, "fail", "zone", "eu-west-1a", "--for", "2h");
        Assert.Contains("\"for\": \"2h\"", Assert.Single(server.Asked), StringComparison.Ordinal);
        Assert.Contains("2026-01-01T02:00:00Z", typed.Output, StringComparison.Ordinal);
        typed = await Typed.RunAsync(setting, "fail", "zone", "eu-west-1a", "--mend");
        Assert.Contains("is mended", typed.Output, StringComparison.Ordinal);
        typed = await Typed.RunAsync(setting, "fail", "zone");
        Assert.Contains("No zone is lost", typed.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Typed.RunAsync(setting, "fail", "zone", "--mend")).Code);
    }
}
