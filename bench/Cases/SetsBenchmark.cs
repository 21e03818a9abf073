using Orrery.Bench.Reachability;
using Orrery.Bench.Report;

namespace Orrery.Bench.Cases;

/// <summary>Open questions about 5,000 VPCs on one transit gateway with 100,000 interfaces.</summary>
public sealed class SetsBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "sets";

    /// <inheritdoc/>
    public string Title => "Open questions among 5,000 VPCs on one transit gateway and 100,000 interfaces, one core";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        var (vpcs, interfaces, databases) = options.Tiny ? (160, 800, 8) : (5000, 100_000, 100);
        SetsBench.Measure(vpcs / 8, interfaces / 8, databases / 8);
        var figures = new[] { 1, 2, 4, 8 }
            .Select(times => SetsBench.Measure(vpcs * times / 8, interfaces * times / 8, databases)).ToList();
        var rows = new List<Row>();
        var first = figures[0];
        foreach (var each in figures)
        {
            var size = $"{each.Vpcs} VPCs";
            rows.Add(new(
                $"{size}: all pairs, each", each.AllPairs * 1e6 / each.Vpcs / each.Vpcs, "ns",
                "1x", first.AllPairs * 1e6 / first.Vpcs / first.Vpcs, options.Tiny ? null : Bar.Ceiling(2)));
            rows.Add(new(
                $"{size}: who reaches {databases} databases", each.WhoReaches, "ms", "limit", 2000, Bar.Ceiling(1)));
            rows.Add(new($"{size}: trace, median", each.Trace, "us", "limit", 1000, Bar.Ceiling(1)));
            rows.Add(new(
                $"{size}: memory, each interface", each.BytesEach, "bytes", "1x", first.BytesEach,
                options.Tiny ? null : Bar.Ceiling(2)));
        }

        var full = figures[^1];
        rows.Add(new("all pairs", full.AllPairs, "ms", "limit", 60_000, Bar.Ceiling(1)));
        rows.Add(new(
            "one route more, all pairs again", full.OneRouteMore, "ms", "from scratch", full.AllPairs,
            options.Tiny ? null : Bar.Ceiling(0.01)));
        return Task.FromResult<IReadOnlyList<Row>>(rows);
    }
}
