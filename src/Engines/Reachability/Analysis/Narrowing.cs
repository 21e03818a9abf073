using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// What targets would take at all, found once for all senders: from other VPCs nothing else need be walked. Only for
/// VPCs into whose private addresses nothing leads but a transit gateway, and whose rules say all by addresses.
/// </summary>
internal sealed class Narrowing
{
    private readonly Dictionary<VpcIndex, (Box[] Asked, Box[] Taken)> _targets = [];
    private readonly Box[] _open;

    private Narrowing(Topology topology, InternetView internet, IReadOnlyList<StationClass> targets, PacketSet asked)
    {
        var natAddresses = topology.Elements.OfType<NatGateway>().SelectMany(nat => nat.Addresses.Take(1))
            .Select(address => address.Private).ToList();
        var held = RangeSet.Empty;
        foreach (var vpc in targets.Select(target => target.Subnet.Vpc).Distinct())
        {
            if (vpc.HasPeerings || vpc.VpnGateway is not null || vpc.InternetGateway is not null
                || vpc.EgressOnlyGateway is not null)
                continue;
            var summary = new VpcSummary(vpc, topology, internet, answersOnly: true);
            var taken = summary.Answers.SelectMany(answer => answer.Boxes).Concat(summary.AnswersOtherwise).ToList();
            // Two VPCs may have the same addresses, and a NAT gateway may stand for any sender.
            if (!summary.IsPlain || !summary.Found.Intersect(held).IsEmpty
                || natAddresses.Any(nat => taken.Any(box => box.IsV6 == nat.IsV6 && box.Source.Contains(nat.Bits))))
                continue;
            held = held.Union(summary.Found);
            _targets[vpc] = (Within(asked, summary.Found), [.. PacketSet.Of(taken).Intersect(asked).Boxes]);
        }

        var all = RangeSet.OfRanges(asked.Boxes.Select(box => (box.IsV6, box.Destination)));
        _open = Within(asked, all.Subtract(held));
    }

    /// <summary>The narrowing for targets that many may ask; null where it would not pay.</summary>
    public static Narrowing? Of(
        Topology topology, InternetView internet, IReadOnlyList<StationClass> targets, PacketSet asked, int senders) =>
        senders < 4 * targets.Count || targets.Count == 0
            ? null
            : new Narrowing(topology, internet, targets, asked);

    /// <summary>What a sender may send from some addresses and is to be walked.</summary>
    public PacketSet Of(StationClass sender, RangeSet from, bool isV6)
    {
        var kept = new List<Box>();
        Add(kept, _open, from, isV6);
        foreach (var (vpc, (asked, taken)) in _targets)
            Add(kept, vpc == sender.Subnet.Vpc ? asked : taken, from, isV6);
        return PacketSet.Disjoint(kept);
    }

    private static Box[] Within(PacketSet packets, RangeSet destinations) =>
        [.. packets.Boxes.SelectMany(box => destinations.Within(box.IsV6, box.Destination)
            .Select(range => box.With(Dimension.Destination, range)))];

    private static void Add(List<Box> kept, Box[] boxes, RangeSet from, bool isV6)
    {
        foreach (var source in from.Of(isV6))
            foreach (ref readonly var box in boxes.AsSpan())
                if (box.IsV6 == isV6 && box.Source.Overlaps(source))
                    kept.Add(box.With(Dimension.Source, box.Source.Intersect(source)));
    }
}
