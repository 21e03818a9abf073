using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// Answers open questions about a topology exactly, by following sets of packets. What it learns of a VPC is kept with
/// the VPC's lookups, so an analysis of a changed topology learns anew only what the change touched.
/// </summary>
public sealed class NetworkAnalysis
{
    private readonly Topology _topology;
    private InternetView? _internet;

    /// <summary>An analysis of a topology.</summary>
    public NetworkAnalysis(Topology topology) => _topology = topology;

    private InternetView Internet => _internet ??= new InternetView(_topology);

    /// <summary>
    /// All that gets from one side of a question to the other and is answered: one finding for each group of sources
    /// and group of destinations that nothing but their addresses tells apart.
    /// </summary>
    public IReadOnlyList<Finding> Ask(ReachQuestion question)
    {
        var sums = new Dictionary<(StationClass? Start, StationClass? End), List<Box>>();
        void Note(Beam beam)
        {
            if (!sums.TryGetValue((beam.Start, beam.End), out var boxes))
                sums[(beam.Start, beam.End)] = boxes = [];
            boxes.AddRange(WithoutTheTopologysOwn(beam).Packets.Boxes);
        }

        if (question.To.InterfaceIds.Count > 0)
            Walk(question, Targets(question.To), Note);
        if (question.To.Internet)
            Walk(question, null, Note);
        return [.. sums
            .Select(sum => FindingWriter.Of(
                sum.Key.Start, sum.Key.End, PacketSet.Disjoint(sum.Value).Simplify(), question))
            .OfType<Finding>()];
    }

    private void Walk(ReachQuestion question, Dictionary<StationClass, RangeSet>? targets, Action<Beam> note)
    {
        var rules = new SetQuestion
        {
            Targets = targets, FromGateway = question.From.GatewayId, ToGateway = question.To.GatewayId,
        };
        var walk = new SetWalk(_topology, Internet, rules, note);
        var to = targets is null ? AnyAddress : AddressesOf(targets);
        foreach (var isV6 in new[] { false, true })
        {
            if (to.Of(isV6).Count == 0)
                continue;
            foreach (var (start, from) in Targets(question.From))
                if (question.Headers.Between(from, to, isV6) is { IsEmpty: false } packets)
                    walk.FromStart(new Beam { Packets = packets, IsV6 = isV6, Start = start });
            if (question.From.Internet && targets is not null
                && question.Headers.Between(AnyAddress, to, isV6) is { IsEmpty: false } outside)
                walk.FromInternet(new Beam { Packets = outside, IsV6 = isV6 });
        }
    }

    private static RangeSet AnyAddress { get; } = RangeSet.OfRanges(
        [(false, Box.All(false).Source), (true, Box.All(true).Source)]);

    // The interfaces of a side by class, and the addresses of those of the class that are meant.
    private Dictionary<StationClass, RangeSet> Targets(ReachEnd end)
    {
        var meant = new Dictionary<StationClass, List<Station>>();
        foreach (var id in end.InterfaceIds.Distinct(StringComparer.Ordinal))
            if (_topology.Find<NetworkInterface>(id) is { } nic
                && _topology.Vpc(nic.VpcId)?.Station(id) is { } station)
            {
                var group = station.Subnet.Vpc.Classes.Of(station);
                if (!meant.TryGetValue(group, out var members))
                    meant[group] = members = [];
                members.Add(station);
            }

        return meant.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Count == pair.Key.Members.Count ? pair.Key.Own : RangeSet.Of(
                pair.Value.SelectMany(station => station.Addresses).Select(address => address.Private)));
    }

    private static RangeSet AddressesOf(Dictionary<StationClass, RangeSet> targets) => targets
        .Select(target => target.Value.Union(RangeSet.Of(target.Key.Members
            .SelectMany(station => station.Addresses)
            .Where(address => address.Public is not null && target.Value.Contains(address.Private))
            .Select(address => address.Public!.Value))))
        .Aggregate(RangeSet.Empty, (all, each) => all.Union(each));

    // The walk takes whoever is on the internet for nobody of the topology; here the topology's own are left out.
    private Beam WithoutTheTopologysOwn(Beam beam)
    {
        var first = beam with { View = View.Unchanged };
        if (beam.Start is null)
        {
            first = first.Where(Dimension.Source, Internet.HostsThatSend);
            if (beam.AnsweredOnInternet)
                first = first.Except(Dimension.Source, Internet.V6Blocks);
        }

        return beam.End is null ? first.Where(Dimension.Destination, Internet.HostsThatReceive) : first;
    }
}
