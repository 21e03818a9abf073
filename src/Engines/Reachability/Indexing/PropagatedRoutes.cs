using System.Collections.Immutable;
using Orrery.Core;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// The routes that attachments propagate to a route table of a transit gateway: by block, the deciding one first.
/// Persistent: one attachment more or less costs what its own blocks cost.
/// </summary>
internal sealed record PropagatedRoutes(
    ImmutableDictionary<Cidr, ImmutableArray<TransitRouteEntry>> ByBlock, PrefixLengths Lengths)
{
    public static PropagatedRoutes Empty { get; } =
        new(ImmutableDictionary<Cidr, ImmutableArray<TransitRouteEntry>>.Empty, default);

    public PropagatedRoutes With(TransitRouteEntry entry)
    {
        var known = ByBlock.GetValueOrDefault(entry.Block, []);
        var place = 0;
        while (place < known.Length && known[place].CompareTo(entry) < 0)
            place++;
        return new(ByBlock.SetItem(entry.Block, known.Insert(place, entry)), Lengths.With(entry.Block));
    }

    public PropagatedRoutes Without(TransitRouteEntry entry)
    {
        var left = ByBlock.GetValueOrDefault(entry.Block, []).Remove(entry);
        return this with { ByBlock = left.IsEmpty ? ByBlock.Remove(entry.Block) : ByBlock.SetItem(entry.Block, left) };
    }
}
