using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Kernel;

public sealed class KernelTests(ITestOutputHelper output)
{
    private const int FlowsPerNetwork = 240;
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(1500);
    // An appliance's own packet comes back to it by a public address; a sender has the receiver's address.
    private static readonly int[] OnceDifferent = [1094, 1167];

    private const int Ordinary = 24;
    private static readonly int Networks = Number("ORRERY_KERNEL_NETWORKS", Ordinary);
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(Number("ORRERY_KERNEL_SECONDS", 60));
    private static readonly int FirstSeed = Number("ORRERY_KERNEL_SEED", 0);

    [Fact]
    public async Task The_engine_and_the_Linux_kernel_agree_on_every_flow()
    {
        if (KernelTools.Missing() is { } missing)
            Assert.Skip($"{missing}: the engine was not compared with the Linux kernel.");
        var tally = new Tally();
        using var deadline = new CancellationTokenSource(Budget);
        var left = new Queue<int>(Enumerable.Range(FirstSeed, Networks).Concat(OnceDifferent));
        while (left.Count > 0 && !deadline.IsCancellationRequested)
            await CompareAsync(left.Dequeue(), tally);
        output.WriteLine(tally.ToString());
        tally.AssertAgreement();
        if (left.Count > 0)
            output.WriteLine($"Stopped after {Budget}, before seed {left.Peek()}.");
        else if (Networks >= Ordinary)
            tally.AssertCoverage();
    }

    private static async Task CompareAsync(int seed, Tally tally)
    {
        var topology = KernelTopologies.Make(seed);
        using var network = KernelNetwork.Build(topology);
        using var servers = new Servers();
        OpenServers(topology, network, servers);
        var traces = new KernelFlows(topology, seed).Make(FlowsPerNetwork)
            .Select(flow => Tracer.Trace(topology, flow)).Where(trace => trace.Forward.Count > 0).ToList();
        var probes = traces.Select((trace, i) =>
            new Probe(i + 1, trace.Flow.Source.Id ?? "internet", trace.Forward[0].Packet)).ToList();
        var round = new ProbeRound(network, servers);
        var verdicts = (await round.SendAsync(probes, Short)).ToList();
        // A machine under load may be late: what differs is asked again, with patience.
        for (var again = 0; again < 2; again++)
        {
            var differing = traces.Index().Where(t => Difference(t.Item, verdicts[t.Index]) is not null)
                .Select(t => t.Index).ToList();
            if (differing.Count == 0)
                break;
            var answers = await round.SendAsync([.. differing.Select(i => probes[i])], Long);
            foreach (var (i, answer) in differing.Zip(answers))
                verdicts[i] = answer;
        }

        foreach (var (i, trace) in traces.Index())
            tally.Count(trace, Difference(trace, verdicts[i]) is { } difference
                ? $"seed {seed}: {trace.Flow} from port {probes[i].Packet.SourcePort}: {difference}"
                : null);
        tally.CountNetwork(network.Plan.Namespaces.Count);
    }

    private static void OpenServers(Topology topology, KernelNetwork network, Servers servers)
    {
        foreach (var nic in topology.Elements.OfType<NetworkInterface>().Where(n => n.Functional))
            network.At(nic.Id).Run(() =>
                servers.Open(nic.Id, nic.Addresses.Select(a => a.Private), KernelFlows.Services));
        foreach (var site in topology.Elements.OfType<OnPremisesNetwork>())
            network.At(site.Id).Run(() => servers.Open(site.Id, SiteParts.Hosts(site), KernelFlows.Services));
        foreach (var endpoint in topology.Elements.OfType<VpcEndpoint>().Where(e => e.Functional))
            network.At(endpoint.Id).Run(() =>
                servers.Open(endpoint.Id, GatewayParts.Services, KernelFlows.Services));
        network.At("internet").Run(() => servers.Open("internet", GatewayParts.Answering, KernelFlows.Services));
    }

    private static string? Difference(Trace trace, Verdict verdict)
    {
        var arrives = trace.Reachable || trace.StoppedOnReturn ? trace.Forward[^1].Id : null;
        var answers = trace.Reachable ? arrives : null;
        if (verdict.AnsweredBy != answers)
            return $"engine: answered by {answers ?? "nobody"} ({Path(trace)}), "
                + $"kernel: {verdict.AnsweredBy ?? "nobody"}";
        return trace.Flow.Protocol == IpProtocol.Udp && verdict.ArrivedAt != arrives
            ? $"engine: arrives at {arrives ?? "nobody"} ({Path(trace)}), kernel: {verdict.ArrivedAt ?? "nobody"}"
            : null;
    }

    private static string Path(Trace trace) => string.Join(
        ' ', trace.Forward.Select(h => h.Id).Append("|").Concat(trace.Return.Select(h => h.Id)))
        + $" {trace.Disposition}";

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : otherwise;
}
