namespace Orrery.Tests.Cli;

public sealed class ChartCommandTests
{
    private const string Head =
        """
        {"title": "Shop Latency Page=cart", "statistic": "p99", "period": 60,
         "from": "2026-01-01T00:00:00Z", "to": "2026-01-01T00:10:00Z", "points": [
        """;

    private const string Path =
        "/_orrery/chart?namespace=Shop&metric=Latency&dimensions=Page%3Dcart&statistic=p99&since=10m";

    [Fact]
    public async Task A_metric_is_drawn_with_axes_and_a_legend()
    {
        var points = Enumerable.Range(0, 10).Where(i => i != 5)
            .Select(i => $$"""{"at": "2026-01-01T00:0{{i}}:00Z", "value": {{i * i}}}""");
        var server = new CannedServer().With($"GET {Path}", $"{Head}{string.Join(',', points)}]}}");
        var typed = await Typed.RunAsync(
            new Setting { Server = server },
            "chart", "Shop", "Latency", "-d", "Page=cart", "--stat", "p99", "--since", "10m");
        Assert.Equal(0, typed.Code);
        Assert.Contains("Shop Latency Page=cart  p99 over 1m", typed.Output);
        Assert.Contains("least 0  greatest 81  last 81 at 2026-01-01T00:09:00Z  9 points", typed.Output);
        Assert.Contains("100 ┤", typed.Output);
        Assert.Contains("  0 ┤", typed.Output);
        Assert.Contains("00:05", typed.Output);
        Assert.Contains(typed.Output, letter => letter is > '\u2800' and <= '\u28ff');
    }

    [Fact]
    public async Task Without_data_it_says_so()
    {
        var server = new CannedServer().With($"GET {Path}", $"{Head}]}}");
        var typed = await Typed.RunAsync(
            new Setting { Server = server },
            "chart", "Shop", "Latency", "-d", "Page=cart", "--stat", "p99", "--since", "10m");
        Assert.Contains("no data since 2026-01-01T00:00:00Z", typed.Output);
    }
}
