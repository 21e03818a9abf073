using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// The static routes and prefix list references of a transit gateway's table by block; made ready when first asked.
/// </summary>
internal sealed class StaticTransitRoutes(TransitGatewayRouteTable table)
{
    private Made? _made;

    public TransitGatewayRouteTable Table { get; } = table;

    public PrefixLengths Lengths(Topology topology) => Make(topology).Lengths;

    public TransitRouteEntry? Of(Cidr block, Topology topology) => Make(topology).ByBlock.GetValueOrDefault(block);

    public IReadOnlyCollection<TransitRouteEntry> All(Topology topology) => Make(topology).ByBlock.Values;

    private Made Make(Topology topology)
    {
        if (_made is { } made)
            return made;
        var byBlock = new Dictionary<Cidr, TransitRouteEntry>();
        foreach (var route in Table.Routes)
            if (route.Destination is { } block)
                byBlock.TryAdd(block, new TransitRouteEntry(block, route, TransitRouteRank.Static));
        foreach (var route in Table.Routes)
            if (route.PrefixListId is { } list)
                foreach (var block in topology.Find<PrefixList>(list)?.Cidrs ?? [])
                    byBlock.TryAdd(block, new TransitRouteEntry(block, route, TransitRouteRank.PrefixList));
        var lengths = byBlock.Keys.Aggregate(default(PrefixLengths), (all, block) => all.With(block));
        return _made = new Made(byBlock, lengths);
    }

    private sealed record Made(Dictionary<Cidr, TransitRouteEntry> ByBlock, PrefixLengths Lengths);
}
