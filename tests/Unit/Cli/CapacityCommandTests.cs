namespace Orrery.Tests.Cli;

public sealed class CapacityCommandTests
{
    private const string Address = "/_orrery/capacity";

    private const string Pool =
        """{"zone":"eu-west-1a","type":"m5.large","total":5,"onDemandUsed":2,"spotUsed":1,"spotPrice":0.0412}""";

    [Fact]
    public async Task Setting_capacity_tells_the_number_and_shows_the_pool()
    {
        var server = new CannedServer().With($"PUT {Address}", Pool);
        var typed = await Typed.RunAsync(
            new Setting { Server = server }, "capacity", "set", "eu-west-1a", "m5.large", "5");
        Assert.Equal(0, typed.Code);
        Assert.Contains("\"room\": 5", Assert.Single(server.Asked), StringComparison.Ordinal);
        Assert.Contains("0.0412", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_number_is_refused()
    {
        var typed = await Typed.RunAsync(
            new Setting { Server = new CannedServer() }, "capacity", "set", "eu-west-1a", "m5.large", "many");
        Assert.Equal(2, typed.Code);
    }

    [Fact]
    public async Task An_interruption_tells_when_it_comes()
    {
        var server = new CannedServer().With(
            "POST /_orrery/spot/i-1/interrupt", """{"instance":"i-1","at":"2026-01-01T00:02:00+00:00"}""");
        var typed = await Typed.RunAsync(new Setting { Server = server }, "spot", "interrupt", "i-1");
        Assert.Contains("2026-01-01 00:02:00", typed.Output, StringComparison.Ordinal);
    }
}
