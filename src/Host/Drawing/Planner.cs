using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>
/// Puts a map into its place: regions side by side, in each two rows of VPCs, and between the rows whatever joins them.
/// The same map gives the same plan.
/// </summary>
internal sealed class Planner
{
    private const int Margin = 20;
    private const int TitleHeight = 30;
    private const int InternetHeight = 26;
    private const int RegionTitle = 26;
    private const int HubHeight = 34;
    private const int PortZone = 40;
    private const int SiteWidth = 214;
    private const int SiteHeight = 58;
    private const int LeastWidth = 900;
    private const int MostFull = 12;
    private const int MostVpcs = 60;
    private const int WideEnough = 1500;
    private const int StackHeight = 4;

    private readonly NetworkMap _map;
    private readonly Lit _lit;
    private readonly List<Region> _regions = [];
    private readonly Dictionary<string, PlacedVpc> _placed = new(StringComparer.Ordinal);

    public Planner(NetworkMap map, Lit lit)
    {
        (_map, _lit) = (map, lit);
        FillRegions();
    }

    /// <summary>The plan.</summary>
    public Plan Make()
    {
        var x = Margin;
        foreach (var region in _regions)
        {
            region.X = x;
            x += region.Width + Margin;
        }

        var wiring = new Wiring(_map, _regions, siteX: x);
        var (hasUpperInternet, hasLower) = (_regions.Any(r => Touches(r.Upper)), _regions.Any(r => r.Lower.Count > 0));
        var top = Margin + TitleHeight + (hasUpperInternet ? InternetHeight + Margin : 0);
        var channel = top + RegionTitle + 16 + HeightOf(_regions.SelectMany(r => r.Upper));
        var hubTop = channel + PortZone + (wiring.LaneCount * LinkPlacer.LaneHeight);
        var hubs = PlaceHubs(hubTop);
        var sites = _map.Sites.Select((s, i) => new PlacedSite(
            s, new(x, hubTop + (i * (SiteHeight + 10)), SiteWidth, SiteHeight))).ToList();
        var boxes = hubs.Select(h => (h.Hub.Id, h.Box)).Concat(sites.Select(s => (s.Site.Id, s.Box)))
            .ToDictionary(b => b.Id, b => b.Box);
        var channelEnd = boxes.Values.Select(b => b.Bottom).Append(hubTop).Max() + (hasLower ? PortZone : 4);
        PlaceVpcs(channel, channelEnd);
        var bottom = channelEnd + Region.Pad
            + (hasLower ? HeightOf(_regions.SelectMany(r => r.Lower)) + 16 : 0);
        var internet = Internet(x, hasUpperInternet, bottom);
        return new(
            Math.Max(LeastWidth, x + (sites.Count > 0 ? SiteWidth + Margin : 0)),
            internet.Select(i => i.Bottom).Append(bottom).Max() + Margin)
        {
            Regions = [.. _regions.Select(r => new PlacedRegion(
                r.Account, r.Name, new(r.X, top, r.Width, bottom - top), r.Hidden))],
            Vpcs = [.. _placed.Values.OrderBy(v => v.Vpc.Id, StringComparer.Ordinal)],
            Hubs = hubs,
            Sites = sites,
            Links = new LinkPlacer(wiring, _placed, boxes, channel + PortZone).All(),
            Internet = internet,
        };
    }

    private List<Box> Internet(int right, bool hasUpper, int bottom)
    {
        var boxes = new List<Box>();
        var width = right - (2 * Margin);
        if (hasUpper) boxes.Add(new(Margin, Margin + TitleHeight, width, InternetHeight));
        if (_regions.Any(r => Touches(r.Lower))) boxes.Add(new(Margin, bottom + Margin, width, InternetHeight));
        return boxes;
    }

    private void FillRegions()
    {
        var drawn = _map.Vpcs.OrderByDescending(v => _lit.Vpcs.Contains(v.Id)).ThenBy(v => v.IsFar).Take(MostVpcs)
            .Select(v => v.Id).ToHashSet();
        var shapes = _map.Vpcs.Where(v => drawn.Contains(v.Id)).Select(Shape).ToList();
        var twoRows = shapes.Sum(s => s.IsCompact ? s.Width / StackHeight : s.Width) > WideEnough;
        var keys = _map.Vpcs.Select(v => (v.Account, v.Region)).Concat(_map.Hubs.Select(h => (h.Account, h.Region)))
            .Distinct().OrderBy(k => k.Account, StringComparer.Ordinal).ThenBy(k => k.Region, StringComparer.Ordinal);
        foreach (var (account, name) in keys)
        {
            var region = new Region(account, name);
            var own = shapes.Where(s => s.Vpc.Account == account && s.Vpc.Region == name).ToList();
            foreach (var shape in own.Where(s => !s.IsCompact)) region.Add([shape], twoRows);
            foreach (var stack in own.Where(s => s.IsCompact).Chunk(StackHeight)) region.Add([.. stack], twoRows);
            region.Hubs.AddRange(_map.Hubs.Where(h => h.Account == account && h.Region == name));
            region.Hidden = _map.Vpcs.Count(v => v.Account == account && v.Region == name) - own.Count;
            _regions.Add(region);
        }
    }

    private VpcShape Shape(MapVpc vpc)
    {
        var ends = _map.Links.Where(l => l.From == vpc.Id || l.To == vpc.Id).ToList();
        var attachments = ends.Count(l => l.Kind == "transit-gateway-attachment");
        var isLit = _lit.Vpcs.Contains(vpc.Id);
        var isIdle = vpc.IsDefault && ends.Count == 0 && vpc.Endpoints.Count == 0
            && vpc.Subnets.All(s => s.Parts.Count == 0);
        var isCompact = !isLit && (vpc.IsFar || isIdle || _map.Vpcs.Count(v => !v.IsDefault) > MostFull);
        return new(vpc, _lit, isCompact || vpc.IsFar, (attachments, ends.Count - attachments));
    }

    private static bool Touches(List<List<VpcShape>> row) =>
        row.SelectMany(s => s).Any(s => !s.IsCompact && s.Vpc.Gateways.Any(g => g.Kind != "vpn-gateway"));

    private static int HeightOf(IEnumerable<List<VpcShape>> stacks) => stacks.Select(Region.HeightOf).Append(0).Max();

    private List<PlacedHub> PlaceHubs(int y) =>
    [
        .. _regions.SelectMany(r => r.Hubs.Select((h, i) => new PlacedHub(
            h,
            new(r.X + Region.Pad, y + (i * (HubHeight + 12)), r.Width - (2 * Region.Pad), HubHeight),
            _map.Links.Count(l => l.From == h.Id || l.To == h.Id)))),
    ];

    private void PlaceVpcs(int upperEdge, int lowerEdge)
    {
        foreach (var region in _regions)
        {
            Place(region.X + Region.Pad, region.Upper, upperEdge, isUpper: true);
            Place(region.X + Region.Pad, region.Lower, lowerEdge, isUpper: false);
        }
    }

    private void Place(int x, List<List<VpcShape>> row, int edge, bool isUpper)
    {
        foreach (var stack in row)
        {
            var y = edge;
            foreach (var shape in stack)
            {
                var top = isUpper ? y - shape.Height : y;
                _placed[shape.Vpc.Id] = shape.At(x + Region.Gutter(stack), top, isUpper);
                y += (isUpper ? -1 : 1) * (shape.Height + 12);
            }

            x += Region.WidthOf(stack) + Region.Gap;
        }
    }
}
