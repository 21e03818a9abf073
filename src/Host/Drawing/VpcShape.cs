using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>
/// The size and the inside of a VPC's box: a column for each zone, the subnets in rows from public to isolated,
/// gateways on the border, endpoints below the title.
/// </summary>
internal sealed class VpcShape
{
    public const int ChipWidth = 196;
    public const int ChipHeight = 22;
    public const int AttachmentPitch = 215;
    public const int PeeringPitch = 26;
    public const int PortMargin = 24;
    private const int CompactWidth = 226;
    private const int CompactHeight = 66;
    private const int ColumnWidth = 262;
    private const int Pad = 12;
    private const int Gap = 8;
    private const int Title = 42;
    private const int ZoneTitle = 18;
    private const int SubnetTitle = 37;
    private const int RowHeight = 17;
    private const int MostRows = 6;

    private readonly Lit _lit;
    private readonly List<List<MapSubnet>> _columns;
    private readonly List<int> _rowHeights = [];
    private readonly List<MapPart> _outer;

    /// <summary>Measures a VPC.</summary>
    /// <param name="vpc">The VPC.</param>
    /// <param name="lit">What a trace comes by.</param>
    /// <param name="isCompact">Whether only a summary is shown.</param>
    /// <param name="ports">How many attachments and how many other links it has.</param>
    public VpcShape(MapVpc vpc, Lit lit, bool isCompact, (int Attachments, int Others) ports)
    {
        (Vpc, _lit, IsCompact, Ports) = (vpc, lit, isCompact, ports);
        Inner = isCompact ? [] : [.. vpc.Gateways.Where(IsInner)];
        _outer = isCompact ? [] : [.. vpc.Gateways.Where(g => !IsInner(g))];
        _columns = isCompact
            ? []
            : [.. vpc.Subnets.GroupBy(s => s.Zone).Select(z => z.OrderBy(s => s.Tier).ToList())];
        for (var row = 0; row < _columns.Select(c => c.Count).DefaultIfEmpty(0).Max(); row++)
            _rowHeights.Add(_columns.Where(c => c.Count > row).Max(c => HeightOf(c[row])));
        var edge = (2 * PortMargin) + (ports.Attachments * AttachmentPitch) + (ports.Others * PeeringPitch)
            + (Inner.Count * (ChipWidth + Gap));
        var content = isCompact ? CompactWidth : Math.Max(
            (2 * Pad) + (Math.Max(1, _columns.Count) * (ColumnWidth + Gap)) - Gap,
            (2 * PortMargin) + (_outer.Count * (ChipWidth + Gap)));
        Width = Math.Max(content, edge);
        Height = isCompact ? CompactHeight : HeightOfFull();
    }

    public MapVpc Vpc { get; }

    public bool IsCompact { get; }

    public (int Attachments, int Others) Ports { get; }

    /// <summary>The gateways on the border that faces the links.</summary>
    public IReadOnlyList<MapPart> Inner { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Puts it in its place.</summary>
    /// <param name="x">Its left edge.</param>
    /// <param name="y">Its upper edge.</param>
    /// <param name="isUpper">Whether the links are below it.</param>
    public PlacedVpc At(int x, int y, bool isUpper)
    {
        var box = new Box(x, y, Width, Height);
        if (IsCompact) return new(Vpc, box, y) { IsCompact = true };
        var header = y + ((isUpper ? _outer.Count : Inner.Count) > 0 ? ChipHeight / 2 : 0);
        var chips = new List<PlacedPart>();
        chips.AddRange(_outer.Select((g, i) => new PlacedPart(g, Chip(
            x + PortMargin + (i * (ChipWidth + Gap)), isUpper ? box.Y : box.Bottom))));
        chips.AddRange(Inner.Select((g, i) => new PlacedPart(g, Chip(
            InnerChipX(x, i), isUpper ? box.Bottom : box.Y))));
        chips.AddRange(Vpc.Endpoints.Select((e, i) => new PlacedPart(e, EndpointAt(x, header, i))));
        var top = header + Title + (EndpointRows * (ChipHeight + Gap));
        return new(Vpc, box, header)
        {
            Chips = chips,
            Zones = [.. _columns.Select((c, i) => (c[0].Zone, new Box(ColumnX(x, i), top, ColumnWidth, ZoneTitle)))],
            Subnets = [.. _columns.SelectMany((c, i) => Column(c, ColumnX(x, i), top + ZoneTitle))],
        };
    }

    /// <summary>The left edge of a gateway on the border that faces the links.</summary>
    public int InnerChipX(int x, int index) => x + PortMargin + (Ports.Attachments * AttachmentPitch)
        + (Ports.Others * PeeringPitch) + (index * (ChipWidth + Gap));

    private int EndpointsPerRow => Math.Max(1, (Width - (2 * Pad) + Gap) / (ChipWidth + Gap));

    private int EndpointRows => (Vpc.Endpoints.Count + EndpointsPerRow - 1) / EndpointsPerRow;

    private static bool IsInner(MapPart gateway) => gateway.Kind == "vpn-gateway";

    private static int ColumnX(int x, int index) => x + Pad + (index * (ColumnWidth + Gap));

    private static Box Chip(int x, int edge) => new(x, edge - (ChipHeight / 2), ChipWidth, ChipHeight);

    private Box EndpointAt(int x, int header, int index) => new(
        x + Pad + (index % EndpointsPerRow * (ChipWidth + Gap)),
        header + Title + (index / EndpointsPerRow * (ChipHeight + Gap)),
        ChipWidth,
        ChipHeight);

    private int HeightOfFull()
    {
        var borders = (_outer.Count > 0 ? ChipHeight / 2 : 0) + (Inner.Count > 0 ? ChipHeight / 2 : 0);
        var rows = _rowHeights.Count == 0 ? 0 : ZoneTitle + _rowHeights.Sum(h => h + Gap);
        return borders + Title + (EndpointRows * (ChipHeight + Gap)) + rows + Pad - Gap + 6;
    }

    private int HeightOf(MapSubnet subnet)
    {
        var (shown, hidden) = Shown(subnet);
        return SubnetTitle + ((shown.Count + (hidden > 0 ? 1 : 0)) * RowHeight) + (subnet.Parts.Count > 0 ? 5 : 0);
    }

    // What a trace comes by is always shown.
    private (IReadOnlyList<MapPart> Shown, int Hidden) Shown(MapSubnet subnet)
    {
        if (subnet.Parts.Count <= MostRows) return (subnet.Parts, 0);
        var first = subnet.Parts.OrderByDescending(p => _lit.Has(p.Id)).Take(
            Math.Max(MostRows - 1, subnet.Parts.Count(p => _lit.Has(p.Id)))).ToHashSet();
        return ([.. subnet.Parts.Where(first.Contains)], subnet.Parts.Count - first.Count);
    }

    private IEnumerable<PlacedSubnet> Column(List<MapSubnet> subnets, int x, int y)
    {
        for (var row = 0; row < subnets.Count; row++)
        {
            var box = new Box(x, y, ColumnWidth, _rowHeights[row]);
            var (shown, hidden) = Shown(subnets[row]);
            yield return new(
                subnets[row], box,
                [
                    .. shown.Select((p, i) => new PlacedPart(p, new(
                        x + 6, box.Y + SubnetTitle + (i * RowHeight), ColumnWidth - 12, RowHeight - 2))),
                ],
                hidden);
            y += _rowHeights[row] + Gap;
        }
    }
}
