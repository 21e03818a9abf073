using System.Text.Json;
using CsCheck;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Reachability;

public sealed class TwinTests(ITestOutputHelper output)
{
    private const int FlowsPerNetwork = 12;

    // The same networks in every run, so that what they cover is the same too; more on demand.
    private static readonly int Networks =
        int.TryParse(Environment.GetEnvironmentVariable("ORRERY_REACHABILITY_NETWORKS"), out var count) ? count : 2000;

    [Fact]
    public void The_engine_and_its_slow_twin_agree_on_every_hop_and_every_kind_of_end_occurs()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Networks; seed++)
            Compare(seed, trace => Count(counts, trace));
        foreach (var (what, count) in counts)
            output.WriteLine($"{count,8} {what}");
        foreach (var disposition in Enum.GetValues<Disposition>())
            Assert.True(counts.ContainsKey($"disposition {disposition}"), $"No flow ended as {disposition}");
        foreach (var kind in Enum.GetValues<HopKind>())
            foreach (var way in new[] { "forward", "return" })
                Assert.True(counts.ContainsKey($"{way} {kind}"), $"No {way} path had a {kind}");
        foreach (var action in Enum.GetValues<HopAction>())
            Assert.True(counts.ContainsKey($"action {action}"), $"No hop did {action}");
        foreach (var code in Codes)
            Assert.True(counts.ContainsKey($"code {code}"), $"No flow was refused with {code}");
        Assert.InRange(counts["disposition Delivered"], counts["flows"] / 10, counts["flows"] * 9 / 10);
    }

    [Fact]
    public void They_agree_on_networks_never_seen_before() =>
        Gen.Int[1_000_000, int.MaxValue - 1].Sample(seed => Compare(seed, _ => { }), iter: 200);

    private static void Compare(int seed, Action<Trace> seen)
    {
        var network = new RandomNetwork(seed);
        var topology = network.Topology();
        for (var i = 0; i < FlowsPerNetwork; i++)
        {
            var flow = network.Flow();
            var fast = Tracer.Trace(topology, flow);
            if (Difference(fast, NaiveTracer.Trace(topology, flow)) is not null)
                Assert.Fail(Smallest(topology, flow, seed));
            seen(fast);
        }
    }

    private static IEnumerable<string> Codes =>
        typeof(ExplanationCodes).GetFields().Select(constant => (string)constant.GetRawConstantValue()!);

    private static void Count(SortedDictionary<string, int> counts, Trace trace)
    {
        void Add(string what) => counts[what] = counts.GetValueOrDefault(what) + 1;
        Add("flows");
        Add($"disposition {trace.Disposition}");
        if (trace.Code is { } code)
            Add($"code {code}");
        if (trace.StoppedOnReturn)
            Add($"on the way back {trace.Disposition}");
        foreach (var kind in trace.Forward.Select(h => h.Kind).Distinct())
            Add($"forward {kind}");
        foreach (var kind in trace.Return.Select(h => h.Kind).Distinct())
            Add($"return {kind}");
        foreach (var action in trace.Forward.Concat(trace.Return).Select(h => h.Action).Distinct())
            Add($"action {action}");
    }

    private static string? Difference(Trace fast, Trace slow)
    {
        if ((fast.Disposition, fast.Code) != (slow.Disposition, slow.Code))
            return $"{fast.Disposition} {fast.Code} / {slow.Disposition} {slow.Code}";
        if (!fast.Forward.SequenceEqual(slow.Forward) || !fast.Return.SequenceEqual(slow.Return))
            return "hops differ";
        return null;
    }

    // Takes away what the difference does not need, so that a person can read what is left.
    private static string Smallest(Topology topology, Flow flow, int seed)
    {
        foreach (var element in topology.Elements.OrderBy(e => e.Id, StringComparer.Ordinal))
        {
            // Both take it for granted that subnets and VPCs are there while something is in them.
            if (element is Vpc or Subnet or RouteTable)
                continue;
            var smaller = topology.Without(element.Id);
            if (Difference(Tracer.Trace(smaller, flow), NaiveTracer.Trace(smaller, flow)) is not null)
                topology = smaller;
        }

        var fast = Tracer.Trace(topology, flow);
        var slow = NaiveTracer.Trace(topology, flow);
        return $"seed {seed}: {flow}\n{Difference(fast, slow)}\nfast:\n{Text(fast)}\nslow:\n{Text(slow)}\n"
            + string.Join('\n', topology.Elements.OrderBy(e => e.Id, StringComparer.Ordinal)
                .Select(e => $"{e.GetType().Name} {JsonSerializer.Serialize(e, e.GetType())}"));
    }

    private static string Text(Trace trace) => string.Join('\n', trace.Forward.Select(h => $"  > {h}").Concat(
        trace.Return.Select(h => $"  < {h}")));
}
