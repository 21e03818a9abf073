using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>Draws the links from one placed component to the other.</summary>
/// <param name="wiring">Their lanes and their x.</param>
/// <param name="vpcs">The placed VPCs, by id.</param>
/// <param name="boxes">The boxes of transit gateways and sites, by id.</param>
/// <param name="laneTop">The y of the first lane.</param>
internal sealed class LinkPlacer(
    Wiring wiring, IReadOnlyDictionary<string, PlacedVpc> vpcs, IReadOnlyDictionary<string, Box> boxes, int laneTop)
{
    public const int LaneHeight = 18;

    /// <summary>All of them.</summary>
    public IReadOnlyList<PlacedLink> All() =>
        [.. wiring.Links.Select(l => wiring.LaneOf.TryGetValue(l.Id, out var lane)
            ? OnLane(l, laneTop + (lane * LaneHeight))
            : Straight(l))];

    private PlacedLink OnLane(MapLink link, int y)
    {
        var (from, to) = (Way(link, link.From, y), Way(link, link.To, y));
        return new(link, [.. from, .. Enumerable.Reverse(to)], new(Math.Min(from[^1].X, to[^1].X) + 6, y - 4));
    }

    private PlacedLink Straight(MapLink link)
    {
        var hub = boxes[link.To];
        var isUpper = vpcs[link.From].Box.Bottom <= hub.Y;
        var way = Way(link, link.From, isUpper ? hub.Y : hub.Bottom);
        Spot? label = way.Count > 2 ? null : new(way[0].X + 6, way[0].Y + (isUpper ? 16 : -8));
        return new(link, way, label);
    }

    // From a component to the lane, or whatever else is at a y.
    private List<Spot> Way(MapLink link, string id, int y)
    {
        var (x, index) = wiring.Ends[(link.Id, id)];
        var port = wiring.Ports.GetValueOrDefault(id);
        if (port is { Depth: > 0 })
        {
            var side = vpcs[id].Box;
            var level = side.Y + 12 + (8 * index % (side.Height - 16));
            return [new(side.X, level), new(x, level), new(x, y)];
        }

        var box = port switch
        {
            null or { IsHub: true } => boxes[id],
            { Vpc: { } vpc } => vpcs[vpc].Chips.First(c => c.Part.Id == id).Box,
            _ => vpcs[id].Box,
        };
        return [new(x, box.Bottom <= y ? box.Bottom : box.Y), new(x, y)];
    }
}
