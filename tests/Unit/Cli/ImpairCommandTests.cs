namespace Orrery.Tests.Cli;

public sealed class ImpairCommandTests
{
    private const string Impairment =
        """{"instanceId":"i-1","check":"Ebs","isSilent":false,"from":"2026-01-01T00:02:00+00:00"}""";

    [Fact]
    public async Task An_impairment_tells_the_check_and_how_long()
    {
        var server = new CannedServer().With("POST /_orrery/impairments/i-1", Impairment);
        var typed = await Typed.RunAsync(
            new Setting { Server = server }, "impair", "i-1", "--check", "ebs", "--for", "30m");
        Assert.Equal(0, typed.Code);
        var asked = Assert.Single(server.Asked);
        Assert.Contains("\"check\": \"Ebs\"", asked, StringComparison.Ordinal);
        Assert.Contains("\"for\": \"30m\"", asked, StringComparison.Ordinal);
        Assert.Contains("2026-01-01 00:02:00", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mending_tells_what_was_wrong()
    {
        var server = new CannedServer().With("POST /_orrery/impairments/i-1/mend", $"[{Impairment}]");
        var typed = await Typed.RunAsync(new Setting { Server = server }, "impair", "i-1", "--mend");
        Assert.Contains("ebs", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_instance_all_that_is_wrong_is_shown()
    {
        var server = new CannedServer().With("GET /_orrery/impairments", "[]");
        var typed = await Typed.RunAsync(new Setting { Server = server }, "impair");
        Assert.Equal(0, typed.Code);
        typed = await Typed.RunAsync(new Setting { Server = server }, "impair", "--mend");
        Assert.NotEqual(0, typed.Code);
    }
}
