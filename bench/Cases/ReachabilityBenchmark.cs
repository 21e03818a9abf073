using Orrery.Bench.Reachability;
using Orrery.Bench.Report;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Bench.Cases;

/// <summary>A trace among a thousand VPCs, and how building their topology grows.</summary>
public sealed class ReachabilityBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "reachability";

    /// <inheritdoc/>
    public string Title => "Tracing among 1,000 VPCs and 50,000 interfaces, and building that topology";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        var (vpcs, interfaces, traces) = options.Tiny ? (16, 160, 50) : (1000, 50_000, 20_000);
        var rows = new List<Row>();
        var builds = ReachabilityBench.Building(vpcs, interfaces);
        foreach (var build in builds)
            rows.Add(new(
                $"build {build.Times}x, each element", build.Milliseconds * 1e6 / build.Elements, "ns",
                "1x", builds[0].Milliseconds * 1e6 / builds[0].Elements, Bar.Ceiling(2)));
        var topology = Topology.Of(LargeNetwork.Elements(vpcs, interfaces));
        var trace = ReachabilityBench.Tracing(topology, vpcs, interfaces, traces);
        rows.Add(new("trace, median", trace.Median, "us", "limit", 1000, Bar.Ceiling(1)));
        rows.Add(new("trace, first into its VPCs", trace.First, "us", "limit", 1000, Bar.Ceiling(1)));
        rows.Add(new("trace, allocated", trace.Bytes, "bytes", "limit", 8192, Bar.Ceiling(1)));
        rows.Add(new("change a table, trace again", ReachabilityBench.Changing(topology), "us", "limit", 1000, null));
        rows.Add(new("remedies, unpeered", ReachabilityBench.Remedying(topology, vpcs), "us", "limit", 100_000, null));
        return Task.FromResult<IReadOnlyList<Row>>(rows);
    }
}
