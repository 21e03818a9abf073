using CsCheck;
using Orrery.Core;
using Orrery.Engines.Reachability.Analysis;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Reachability;

/// <summary>
/// Answers about sets of packets against answers about each packet of a small universe: all pairs of ends, all their
/// addresses, a few protocols and the ports at which rules begin and end.
/// </summary>
public sealed class SetTests(ITestOutputHelper output)
{
    private static readonly (int Protocol, int? Port, int? SourcePort)[] Packets =
    [
        (6, 22, 50000), (6, 443, 50000), (6, 443, 80), (6, 1001, 1023), (17, 80, 50000), (17, 50000, 443),
        (1, 8, 0), (1, 0, 0), (58, 128, 0), (47, null, null),
    ];

    // The same networks in every run; more on demand.
    private static readonly int Networks =
        int.TryParse(Environment.GetEnvironmentVariable("ORRERY_SET_NETWORKS"), out var count) ? count : 40;

    private static readonly string[] Strangers = ["9.9.9.9", "203.0.113.251", "2620:fe::fe", "2600:1f14:100::77"];

    [Fact]
    public void Sets_hold_exactly_the_packets_whose_traces_are_delivered()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Networks; seed++)
            Compare(seed, trace => Count(counts, trace));
        foreach (var (what, count) in counts)
            output.WriteLine($"{count,8} {what}");
        foreach (var disposition in Enum.GetValues<Disposition>())
            if (disposition is not (Disposition.SourceUnknown or Disposition.DestinationUnknown
                or Disposition.Unsupported or Disposition.NoCommonAddress))
                Assert.True(counts.ContainsKey($"disposition {disposition}"), $"No packet ended as {disposition}");
        foreach (var kind in Enum.GetValues<HopKind>())
            Assert.True(counts.ContainsKey($"delivered by {kind}"), $"Nothing was delivered by way of a {kind}");
        Assert.InRange(counts["disposition Delivered"], counts["packets"] / 20, counts["packets"] * 19 / 20);
    }

    [Fact]
    public void They_do_on_networks_never_seen_before() =>
        Gen.Int[1_000_000, int.MaxValue - 1].Sample(seed => Compare(seed, _ => { }), iter: 8, threads: 1);

    private static void Compare(int seed, Action<Trace> seen)
    {
        var topology = new RandomNetwork(seed).Topology();
        var analysis = new NetworkAnalysis(topology);
        var everybody = new ReachEnd(
            [.. topology.Elements.OfType<NetworkInterface>().Select(nic => nic.Id).Order(StringComparer.Ordinal)],
            Internet: true)
        {
            PlaceIds =
            [
                .. topology.Elements.Where(IsPlace).Select(place => place.Id).Order(StringComparer.Ordinal),
                .. NaiveHost.Asks.Select(ask => ask.Id).Distinct(),
            ],
        };
        var findings = analysis.Ask(new ReachQuestion(everybody, everybody));
        foreach (var finding in findings)
        {
            var witness = Tracer.Trace(topology, finding.Witness);
            Assert.True(witness.Reachable, $"seed {seed}: {finding.Witness}: {witness.Code}");
        }

        foreach (var flow in Flows(topology).Concat(HostFlows(topology)))
        {
            var trace = Tracer.Trace(topology, flow);
            seen(trace);
            var found = findings.Any(finding => Holds(finding, flow));
            if (trace.Reachable != found)
                Assert.Fail(Report(topology, flow, seed, trace, found));
        }
    }

    private static bool Holds(Finding finding, Flow flow) =>
        (flow.Source.Id is { } source ? finding.SourceIds.Contains(source) : finding.SourceIds.Count == 0)
        && (flow.Destination.Id is { } to ? finding.DestinationIds.Contains(to) : finding.DestinationIds.Count == 0)
        && finding.Packets.Contains(new Packet(
            flow.Source.Address!.Value, flow.Destination.Address!.Value, flow.Protocol, flow.SourcePort ?? 0,
            flow.DestinationPort ?? 0));

    // An interface that sends to itself is asked of neither.
    private static IEnumerable<Flow> Flows(Topology topology)
    {
        var nics = topology.Elements.OfType<NetworkInterface>().OrderBy(nic => nic.Id, StringComparer.Ordinal).ToList();
        var strangers = Strangers.Select(text => FlowEnd.At(IpAddress.Parse(text))).ToList();
        var from = nics.SelectMany(nic => nic.Addresses.Select(address => new FlowEnd(nic.Id, address.Private)))
            .Concat(strangers).Concat(Places(topology).Where(end => topology.Find(end.Id) is OnPremisesNetwork))
            .ToList();
        var to = nics.SelectMany(nic => nic.Addresses
            .SelectMany(address => address.Public is { } open ? new[] { address.Private, open } : [address.Private])
            .Select(address => new FlowEnd(nic.Id, address))).Concat(strangers).Concat(Places(topology)).ToList();
        return
            from source in @from
            from destination in to
            where source.Address!.Value.IsV6 == destination.Address!.Value.IsV6
                && (source.Id is not null || destination.Id is not null) && source.Id != destination.Id
            from packet in Packets
            where packet.Protocol != (source.Address!.Value.IsV6 ? 1 : 58)
            select new Flow(source, destination, packet.Protocol, packet.Port)
            {
                SourcePort = packet.SourcePort, PreferV6 = source.Address!.Value.IsV6,
            };
    }

    // To what hosts answer themselves, also at the resolver's address in the first VPC, and at ports that they refuse.
    private static IEnumerable<Flow> HostFlows(Topology topology) =>
        from nic in topology.Elements.OfType<NetworkInterface>().OrderBy(nic => nic.Id, StringComparer.Ordinal)
        from address in nic.Addresses
        from ask in NaiveHost.Asks.Append((Address: "10.0.0.2", Id: "resolver", Port: 53, Protocol: 17))
        let to = IpAddress.Parse(ask.Address)
        where to.IsV6 == address.Private.IsV6
        from port in new[] { ask.Port, ask.Port + 1 }
        select new Flow(new FlowEnd(nic.Id, address.Private), new FlowEnd(ask.Id, to), ask.Protocol, port)
        {
            SourcePort = 50000, PreferV6 = to.IsV6,
        };

    private static bool IsPlace(Element element) =>
        element is OnPremisesNetwork or VpcEndpoint { Kind: VpcEndpointKind.Gateway };

    // The first and the last address of each block of a place.
    private static IEnumerable<FlowEnd> Places(Topology topology) =>
        from element in topology.Elements.Where(IsPlace).OrderBy(element => element.Id, StringComparer.Ordinal)
        from block in element switch
        {
            OnPremisesNetwork network => network.Cidrs,
            VpcEndpoint endpoint => topology.Find<PrefixList>(endpoint.PrefixListId)?.Cidrs ?? [],
            _ => [],
        }
        from address in new[] { block.First, block.Last }
        select new FlowEnd(element.Id, address);

    private static void Count(SortedDictionary<string, int> counts, Trace trace)
    {
        void Add(string what) => counts[what] = counts.GetValueOrDefault(what) + 1;
        Add("packets");
        Add($"disposition {trace.Disposition}");
        if (trace.Reachable)
            foreach (var kind in trace.Forward.Concat(trace.Return).Select(hop => hop.Kind).Distinct())
                Add($"delivered by {kind}");
    }

    private static string Report(Topology topology, Flow flow, int seed, Trace trace, bool found)
    {
        foreach (var element in topology.Elements.OrderBy(e => e.Id, StringComparer.Ordinal))
        {
            if (element is Vpc or Subnet or RouteTable || element.Id == flow.Source.Id
                || element.Id == flow.Destination.Id)
                continue;
            var smaller = topology.Without(element.Id);
            if (Tracer.Trace(smaller, flow).Reachable != Found(smaller, flow))
                topology = smaller;
        }

        var hops = Tracer.Trace(topology, flow);
        return $"seed {seed}: {flow} from {flow.SourcePort}: traced {trace.Disposition}, in a set: {found}\n"
            + string.Join('\n', hops.Forward.Concat(hops.Return)) + "\n"
            + string.Join('\n', topology.Elements.OrderBy(e => e.Id, StringComparer.Ordinal)
                .Select(e => $"{e.GetType().Name} {System.Text.Json.JsonSerializer.Serialize(e, e.GetType())}"));
    }

    private static bool Found(Topology topology, Flow flow)
    {
        ReachEnd End(FlowEnd end) => end.Id is not { } id ? new ReachEnd([], true)
            : topology.Find(id) is not { } element || IsPlace(element) ? new ReachEnd([]) { PlaceIds = [id] }
            : new ReachEnd([id]);
        return new NetworkAnalysis(topology).Ask(new ReachQuestion(End(flow.Source), End(flow.Destination)))
            .Any(finding => Holds(finding, flow));
    }
}
