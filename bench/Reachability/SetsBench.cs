using System.Diagnostics;
using Orrery.Engines.Reachability.Analysis;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Bench.Reachability;

/// <summary>Open questions about a large transit network.</summary>
public static class SetsBench
{
    /// <summary>Everything at one size.</summary>
    public static SetsFigures Measure(int vpcs, int interfaces, int databases)
    {
        var elements = TransitNetwork.Elements(vpcs, interfaces).ToList();
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var topology = Topology.Of(elements);
        var traces = Trace(topology, vpcs, interfaces / vpcs);
        memory = GC.GetTotalMemory(forceFullCollection: true) - memory;

        var start = Spent();
        var matrix = VpcMatrix.Of(topology);
        var all = (Spent() - start).TotalMilliseconds;

        start = Spent();
        var changed = topology.With(TransitNetwork.OneRouteMore(topology, 0));
        var next = matrix.With(changed);
        var again = (Spent() - start).TotalMilliseconds;
        if (next.Count() != matrix.Count())
            throw new InvalidOperationException("A route into nowhere changed the matrix.");

        var everybody = new ReachEnd([.. elements.OfType<NetworkInterface>().Select(nic => nic.Id)]);
        var wanted = new ReachEnd(TransitNetwork.Databases(databases, vpcs));
        start = Spent();
        var findings = new NetworkAnalysis(topology).Ask(new ReachQuestion(everybody, wanted));
        var asked = (Spent() - start).TotalMilliseconds;
        return new SetsFigures(
            vpcs, matrix.Count(), all, again, findings.Count, asked, traces, (double)memory / interfaces);
    }

    // What this process used of a core; its own collector included, what others do on the machine left out.
    private static TimeSpan Spent() => Environment.CpuUsage.TotalTime;

    private static double Trace(Topology topology, int vpcs, int perVpc)
    {
        const int Count = 5000;
        // Every VPC's lookups are made, as after the first traces into each.
        for (var v = 0; v < vpcs; v++)
            Tracer.Trace(topology, TransitNetwork.AcrossTheGateway(vpcs, perVpc, v));
        var times = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            var flow = TransitNetwork.AcrossTheGateway(vpcs, perVpc, i);
            var start = Stopwatch.GetTimestamp();
            var trace = Tracer.Trace(topology, flow);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            if (!trace.Reachable)
                throw new InvalidOperationException(trace.Decide().Root.Text);
        }

        Array.Sort(times);
        return times[Count / 2];
    }
}
