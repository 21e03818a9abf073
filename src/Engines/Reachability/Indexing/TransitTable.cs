using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// A route table of a transit gateway: longest prefix first, then by <see cref="TransitRouteRank"/>.
/// </summary>
internal sealed class TransitTable(StaticTransitRoutes statics, PropagatedRoutes propagated)
{
    private RangeMap<TransitRouteEntry>? _v4;
    private RangeMap<TransitRouteEntry>? _v6;

    public string Id => Statics.Table.Id;

    public string TransitGatewayId => Statics.Table.TransitGatewayId;

    public StaticTransitRoutes Statics { get; } = statics;

    public PropagatedRoutes Propagated { get; } = propagated;

    /// <summary>Which route decides for which addresses of a family; made when first asked.</summary>
    public RangeMap<TransitRouteEntry> Ranges(bool v6, Topology topology) =>
        v6 ? _v6 ??= RangesOf(true, topology) : _v4 ??= RangesOf(false, topology);

    /// <summary>The route that decides for an address, or null.</summary>
    public TransitRouteEntry? Match(IpAddress address, Topology topology)
    {
        var lengths = Statics.Lengths(topology).With(Propagated.Lengths);
        var v6 = address.IsV6;
        for (var length = lengths.Below(address.Width + 1, v6); length >= 0; length = lengths.Below(length, v6))
            if (Deciding(Cidr.Of(address, length), topology) is { } entry)
                return entry;
        return null;
    }

    /// <summary>The route that decides among those to exactly this block, or null.</summary>
    public TransitRouteEntry? Deciding(Cidr block, Topology topology) =>
        Statics.Of(block, topology)
        ?? (Propagated.ByBlock.TryGetValue(block, out var learned) ? learned[0] : null);

    /// <summary>For each block that has a route, the one that decides for it; in no order.</summary>
    public IEnumerable<TransitRouteEntry> Routes(Topology topology)
    {
        foreach (var entry in Statics.All(topology))
            yield return entry;
        foreach (var (block, learned) in Propagated.ByBlock)
            if (Statics.Of(block, topology) is null)
                yield return learned[0];
    }

    private RangeMap<TransitRouteEntry> RangesOf(bool v6, Topology topology) => new(
        Routes(topology).Where(entry => entry.Block.IsV6 == v6).Select(entry => (Box.RangeOf(entry.Block), entry)));
}
