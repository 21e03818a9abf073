using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// Answers open questions about a topology exactly, by following sets of packets. What it learns of a VPC is kept with
/// the VPC's lookups, so an analysis of a changed topology learns anew only what the change touched.
/// </summary>
/// <param name="topology">The network.</param>
public sealed class NetworkAnalysis(Topology topology)
{
    // A finding is to be read; but merging takes the square of the number of boxes.
    private const int MostToMerge = 200;

    private InternetView? _internet;

    private static RangeSet AnyAddress { get; } = RangeSet.Of([Cidr.AnyV4, Cidr.AnyV6]);

    internal InternetView Internet => _internet ??= new InternetView(topology);

    /// <summary>
    /// All that gets from one side of a question to the other and is answered: one finding for each group of sources
    /// and group of destinations that nothing but their addresses tells apart.
    /// </summary>
    public IReadOnlyList<Finding> Ask(ReachQuestion question) => Ask(question, [], atPublicAddresses: true);

    /// <summary>The same without what answers other questions.</summary>
    public IReadOnlyList<Finding> Ask(ReachQuestion question, IReadOnlyList<ReachQuestion> except) =>
        Ask(question, except, atPublicAddresses: true);

    internal IReadOnlyList<Finding> Ask(
        ReachQuestion question, IReadOnlyList<ReachQuestion> except, bool atPublicAddresses)
    {
        var sums = Sum(question, atPublicAddresses);
        foreach (var other in except)
            foreach (var (ends, packets) in Sum(other, atPublicAddresses))
                if (sums.TryGetValue(ends, out var found))
                    sums[ends] = found.Subtract(packets);
        return [.. sums
            .Select(sum => FindingWriter.Of(sum.Key.Start, sum.Key.End, sum.Value.Simplify(MostToMerge), question) is
                { } finding
                ? finding with
                {
                    InternetHosts = sum.Key.Start.IsInternet ? Internet.HostsThatSend : null,
                }
                : null)
            .OfType<Finding>()];
    }

    private Dictionary<(EndKey Start, EndKey End), PacketSet> Sum(ReachQuestion question, bool atPublicAddresses)
    {
        var sums = new Dictionary<(EndKey Start, EndKey End), List<Box>>();
        Follow(question, atPublicAddresses, beam =>
        {
            if (question.Ways is { } counts && !counts(Chain<string>.All(beam.Met)))
                return;
            var key = (new EndKey(beam.Start, beam.StartPlace), new EndKey(beam.End, beam.EndPlace));
            if (!sums.TryGetValue(key, out var boxes))
                sums[key] = boxes = [];
            boxes.AddRange(WithoutTheTopologysOwn(beam).Packets.Boxes);
        });
        return sums.ToDictionary(sum => sum.Key, sum => PacketSet.Disjoint(sum.Value));
    }

    // Walks all that a question is about; what is delivered is told as it comes.
    private void Follow(ReachQuestion question, bool atPublicAddresses, Action<Beam> delivered)
    {
        var starts = GroupsOf(question.From);
        var rules = new SetQuestion { FromGateway = question.From.GatewayId };
        if (question.To.InterfaceIds.Count > 0)
        {
            var targets = GroupsOf(question.To);
            var to = AddressesOf(targets, atPublicAddresses);
            Walk(question, starts, rules with { Targets = targets }, to, delivered);
        }

        foreach (var place in question.To.PlaceIds)
            Walk(question, starts, rules with { ToPlace = place }, AddressesOf(place, starts.Keys), delivered);
        if (question.To.Internet)
            Walk(
                question, starts, rules with { ToInternet = true, ToGateway = question.To.GatewayId }, AnyAddress,
                delivered);
    }

    private void Walk(
        ReachQuestion question, Dictionary<StationClass, RangeSet> starts, SetQuestion rules, RangeSet to,
        Action<Beam> delivered)
    {
        var walk = new SetWalk(topology, Internet, rules, delivered);
        var narrowing = Narrowing.Of(
            topology, Internet, [.. rules.Targets.Keys],
            question.Headers.Between(AnyAddress, to, false).Union(question.Headers.Between(AnyAddress, to, true)),
            starts.Count);
        void Begin(Beam start, RangeSet from)
        {
            var packets = start.Start is { } sender && narrowing is not null
                ? narrowing.Of(sender, from, start.IsV6)
                : question.Headers.Between(from, to, start.IsV6);
            if (!packets.IsEmpty)
                walk.FromStart(start.Only(packets));
        }

        foreach (var isV6 in new[] { false, true })
        {
            if (to.Of(isV6).Count == 0)
                continue;
            var nothing = new Beam { Packets = PacketSet.Empty, IsV6 = isV6 };
            foreach (var (start, from) in starts)
                Begin(nothing with { Start = start }, from);
            foreach (var place in question.From.PlaceIds)
                if (topology.Find<OnPremisesNetwork>(place) is { } network)
                    Begin(nothing with { StartPlace = place }, RangeSet.Of(network.Cidrs));
            // Hosts on the internet do not ask one another through anybody's VPC.
            if (question.From.Internet && rules.Targets.Count > 0)
                Begin(nothing, AnyAddress);
        }
    }

    // The interfaces of a side by class, and the addresses of those of the class that are meant.
    private Dictionary<StationClass, RangeSet> GroupsOf(ReachEnd end)
    {
        var meant = new Dictionary<StationClass, List<Station>>();
        foreach (var id in end.InterfaceIds.Distinct(StringComparer.Ordinal))
            if (topology.Vpc(topology.Find<NetworkInterface>(id)?.VpcId)?.Station(id) is { } station)
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

    private static RangeSet AddressesOf(
        Dictionary<StationClass, RangeSet> targets, bool withPublic) => RangeSet.OfRanges(
        targets.SelectMany(target => target.Key.Members.SelectMany(station => station.Addresses)
            .Where(address => target.Value.Contains(address.Private))
            .SelectMany(address => withPublic && address.Public is { } open
                ? new[] { address.Private, open }
                : [address.Private])
            .Select(address => (address.IsV6, Interval.Point(address.Bits)))));

    private RangeSet AddressesOf(string place, IEnumerable<StationClass> starts) => topology.Find(place) switch
    {
        OnPremisesNetwork network => RangeSet.Of(network.Cidrs),
        VpcEndpoint { Kind: VpcEndpointKind.Gateway } endpoint =>
            RangeSet.Of(topology.Find<PrefixList>(endpoint.PrefixListId)?.Cidrs ?? []),
        _ when HostService.Named(place) is { } service => RangeSet.Of(
            starts.Select(start => start.Subnet.Vpc).Distinct().SelectMany(vpc => vpc.AddressesOf(service)).Distinct()),
        _ => RangeSet.Empty,
    };

    // The walk takes whoever is on the internet for nobody of the topology; here the topology's own are left out.
    private Beam WithoutTheTopologysOwn(Beam beam)
    {
        var first = beam with { View = View.Unchanged };
        if (beam.IsFromInternet)
        {
            first = first.Where(Dimension.Source, Internet.HostsThatSend);
            if (beam.AnsweredOnInternet)
                first = first.Except(Dimension.Source, Internet.V6Blocks);
        }

        if (beam.End is null && beam.EndPlace is null)
            first = first.Where(Dimension.Destination, Internet.HostsThatReceive);
        // What the host of an interface answers itself never got that far.
        return beam.Start is { } nics && HostService.Named(beam.EndPlace) is null
            ? first.Except(Dimension.Destination, nics.Subnet.Vpc.Classes.Hosted)
            : first;
    }
}
