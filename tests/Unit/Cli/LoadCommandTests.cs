namespace Orrery.Tests.Cli;

public sealed class LoadCommandTests
{
    private const string Shop =
        """{"load":{"name":"shop"},"running":2,"requests":20,"errors":1.5,"latency":0.012}""";

    [Fact]
    public async Task Applying_a_file_sends_its_loads_with_what_is_in_their_traces()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "day.csv"), "0,7", TestContext.Current.CancellationToken);
        var file = Path.Combine(folder, "load.json");
        await File.WriteAllTextAsync(
            file, """{"loads":[{"name":"shop","rate":{"kind":"trace","file":"day.csv"}}]}""",
            TestContext.Current.CancellationToken);
        var server = new CannedServer().With("PUT /_orrery/loads", $"[{Shop}]");
        var typed = await Typed.RunAsync(new Setting { Server = server }, "load", "apply", file);
        Assert.Equal(0, typed.Code);
        Assert.Contains("0,7", Assert.Single(server.Asked), StringComparison.Ordinal);
        Assert.Contains("12 ms", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_JSON_or_has_unknown_members_is_refused()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "load.json");
        await File.WriteAllTextAsync(file, """{"load":[]}""", TestContext.Current.CancellationToken);
        var typed = await Typed.RunAsync(new Setting { Server = new CannedServer() }, "load", "apply", file);
        Assert.Equal(2, typed.Code);
        Assert.Contains("cannot be read", typed.Complaints, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"load":[]}""", "there is no member 'load' here (line 1)")]
    [InlineData("""{"loads":[{"rate":{"kind":"constant","value":"many"}}]}""", "$.loads[0].rate.value is not of the")]
    public async Task What_is_wrong_with_a_file_is_told_without_types_of_ours(string text, string told)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "load.json");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        var typed = await Typed.RunAsync(new Setting { Server = new CannedServer() }, "load", "apply", file);
        Assert.Contains(told, typed.Complaints, StringComparison.Ordinal);
        Assert.DoesNotContain("NET", typed.Complaints, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", typed.Complaints, StringComparison.Ordinal);
        var folder = await Typed.RunAsync(
            new Setting { Server = new CannedServer() }, "load", "apply", Path.GetDirectoryName(file)!);
        Assert.Contains("is a folder", folder.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Top_shows_instances_loads_and_alarms_once()
    {
        var server = new CannedServer().With(
            "GET /_orrery/top",
            $$$"""
            {"now":"2026-01-01T00:00:00+00:00","loads":[{{{Shop}}}],"alarms":[{"name":"dry","state":"ALARM"}],
            "instances":[{"instanceId":"i-1","state":"running","type":"t3.micro","load":{"instanceId":"i-1",
            "minute":"2026-01-01T00:00:00+00:00","utilization":0.3,"requests":20,"errors":1.5,"latency":0.012,
            "creditBalance":42.5,"surplusCredits":0}}]}
            """);
        var typed = await Typed.RunAsync(new Setting { Server = server }, "top", "--once");
        Assert.Equal(0, typed.Code);
        foreach (var part in new[] { "i-1", "30.0%", "42.5", "shop", "dry", "ALARM" })
            Assert.Contains(part, typed.Output, StringComparison.Ordinal);
    }
}
