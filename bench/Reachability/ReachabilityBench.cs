using System.Diagnostics;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using TraceOptions = Orrery.Engines.Reachability.Tracing.TraceOptions;

namespace Orrery.Bench.Reachability;

/// <summary>
/// The engine at size: a trace across a peering among many VPCs, what it allocates, what remedies and changes cost, and
/// how building a topology grows.
/// </summary>
public static class ReachabilityBench
{
    /// <summary>Prints all figures for a size.</summary>
    public static void Run(TextWriter output, int vpcs = 1000, int interfaces = 50_000, int traces = 20_000)
    {
        foreach (var build in Building(vpcs, interfaces))
            output.WriteLine(
                $"build {build.Times}x: {build.Milliseconds:F1} ms for {build.Elements} elements, "
                + $"{build.Milliseconds * 1e6 / build.Elements:F0} ns and {build.BytesEach} bytes each");
        var topology = Topology.Of(LargeNetwork.Elements(vpcs, interfaces));
        var trace = Tracing(topology, vpcs, interfaces, traces);
        output.WriteLine(
            $"trace across a peering, {vpcs} VPCs, {interfaces} interfaces: median {trace.Median:F1} us, "
            + $"p99 {trace.Slowest:F1} us, {trace.Bytes} bytes; first into its VPCs {trace.First:F1} us");
        output.WriteLine($"change a route table and trace again: {Changing(topology):F1} us");
        output.WriteLine($"remedies between VPCs that are not peered: {Remedying(topology, vpcs):F0} us");
    }

    /// <summary>Builds topologies of 1, 2, 4 and 8 eighths of a size.</summary>
    public static IReadOnlyList<BuildFigures> Building(int vpcs, int interfaces)
    {
        Build(1, vpcs, interfaces);
        return [.. new[] { 1, 2, 4, 8 }.Select(times => Enumerable.Range(0, 5)
            .Select(_ => Build(times, vpcs, interfaces)).OrderBy(figures => figures.Milliseconds).ElementAt(2))];
    }

    /// <summary>Traces HTTPS across the peerings of a large network.</summary>
    public static TraceFigures Tracing(Topology topology, int vpcs, int interfaces, int count)
    {
        Flow FlowOf(int i) => LargeNetwork.AcrossPeering(i % (vpcs - 1), interfaces / vpcs, i);
        var first = Enumerable.Range(0, vpcs / 2).Select(i => Time(topology, FlowOf(i * 2))).Order().ToList();
        for (var i = 0; i < count; i++)
            Time(topology, FlowOf(i));
        var times = new double[count];
        var flows = Enumerable.Range(0, count).Select(FlowOf).ToArray();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < count; i++)
            times[i] = Time(topology, flows[i]);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Array.Sort(times);
        return new TraceFigures(times[count / 2], times[count * 99 / 100], bytes / count, first[first.Count / 2]);
    }

    /// <summary>Microseconds to change one route table and trace through it.</summary>
    public static double Changing(Topology topology)
    {
        const int Changes = 200;
        var table = topology.Find<RouteTable>("rtb-0")!;
        var flow = LargeNetwork.AcrossPeering(0, 1, 0);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Changes; i++)
        {
            topology = topology.With(table with { Routes = [.. table.Routes] });
            Tracer.Trace(topology, flow);
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Changes;
    }

    /// <summary>Microseconds to find what would connect the first VPC with the last, which are not peered.</summary>
    public static double Remedying(Topology topology, int vpcs)
    {
        var flow = new Flow(
            FlowEnd.Of(LargeNetwork.InterfaceId(0, 0)), FlowEnd.Of(LargeNetwork.InterfaceId(vpcs - 1, 0)),
            IpProtocol.Tcp, 443);
        Tracer.Trace(topology, flow, TraceOptions.WithRemedies);
        var start = Stopwatch.GetTimestamp();
        var trace = Tracer.Trace(topology, flow, TraceOptions.WithRemedies);
        var took = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        return trace.Remedies.Count > 0 ? took : throw new InvalidOperationException("No remedy was found.");
    }

    private static BuildFigures Build(int times, int vpcs, int interfaces)
    {
        var elements = LargeNetwork.Elements(vpcs * times / 8, interfaces * times / 8).ToList();
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var topology = Topology.Of(elements);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        memory = GC.GetTotalMemory(forceFullCollection: true) - memory;
        return new BuildFigures(times, topology.Count, took, memory / topology.Count);
    }

    private static double Time(Topology topology, Flow flow)
    {
        var start = Stopwatch.GetTimestamp();
        var trace = Tracer.Trace(topology, flow);
        var took = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        return trace.Reachable ? took : throw new InvalidOperationException(trace.Decide().Root.Text);
    }
}
