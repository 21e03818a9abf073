using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// Longest-prefix match over a route table: blocks sorted so that an enclosing block stands before what it encloses,
/// each knowing its nearest encloser. A lookup is one binary search and a few steps outwards.
/// </summary>
internal sealed class RouteLookup
{
    private readonly RouteEntry[] _entries;
    private readonly int[] _enclosing;
    private RangeMap<RouteEntry>? _v4;
    private RangeMap<RouteEntry>? _v6;

    public RouteLookup(RouteTable table, Vpc vpc, Topology topology)
    {
        Id = table.Id;
        _entries = EntriesOf(table, vpc, topology);
        _enclosing = Enclosing(_entries);
    }

    public string Id { get; }

    /// <summary>The routes that could decide for some address, enclosing blocks first.</summary>
    public IReadOnlyList<RouteEntry> Entries => _entries;

    /// <summary>Which route decides for which addresses of a family.</summary>
    public RangeMap<RouteEntry> Ranges(bool v6) =>
        v6 ? _v6 ??= RangesOf(true) : _v4 ??= RangesOf(false);

    /// <summary>The route that decides for an address, or null.</summary>
    public RouteEntry? Match(IpAddress address)
    {
        for (var i = LastNotAfter(address); i >= 0; i = _enclosing[i])
            if (_entries[i].Block.Contains(address))
                return _entries[i];
        return null;
    }

    // Among routes to the same block the first wins: listed static, local, of a prefix list, propagated
    // (VPC user guide, "How route priority works"). A propagated route into the VPC's own blocks never counts
    // (Site-to-Site VPN user guide, "Route tables and VPN route priority").
    private static RouteEntry[] EntriesOf(RouteTable table, Vpc vpc, Topology topology)
    {
        var best = new Dictionary<Cidr, RouteEntry>();
        foreach (var route in table.Routes)
            if (route is { Destination: { } block, Origin: not RouteOrigin.EnableVgwRoutePropagation })
                best.TryAdd(block, new RouteEntry(block, route));
        foreach (var block in vpc.Cidrs)
            best.TryAdd(block, new RouteEntry(block, new(block, null, Route.Local, RouteOrigin.CreateRouteTable)));
        foreach (var route in table.Routes)
            if (route.PrefixListId is { } list)
                foreach (var block in topology.Find<PrefixList>(list)?.Cidrs ?? [])
                    best.TryAdd(block, new RouteEntry(block, route));
        foreach (var route in table.Routes)
            if (route is { Destination: { } block, Origin: RouteOrigin.EnableVgwRoutePropagation }
                && !vpc.Cidrs.Any(own => own.Contains(block)))
                best.TryAdd(block, new RouteEntry(block, route));
        var entries = best.Values.ToArray();
        Array.Sort(entries, (a, b) => a.Block.CompareTo(b.Block));
        return entries;
    }

    private static int[] Enclosing(RouteEntry[] entries)
    {
        var enclosing = new int[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var outer = i - 1;
            while (outer >= 0 && !entries[outer].Block.Contains(entries[i].Block))
                outer = enclosing[outer];
            enclosing[i] = outer;
        }

        return enclosing;
    }

    private RangeMap<RouteEntry> RangesOf(bool v6) =>
        new(_entries.Where(entry => entry.Block.IsV6 == v6).Select(entry => (Box.RangeOf(entry.Block), entry)));

    private int LastNotAfter(IpAddress address)
    {
        var (low, high) = (0, _entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_entries[middle].Block.First <= address)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
