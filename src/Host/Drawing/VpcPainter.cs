using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>Draws VPCs with what is in them.</summary>
internal sealed class VpcPainter(Svg svg, Lit lit, Plan plan)
{
    /// <summary>Draws one.</summary>
    public void Paint(PlacedVpc vpc)
    {
        var (id, box) = (vpc.Vpc.Id, vpc.Box);
        svg.Open("vpc", id, vpc.Vpc.Name is { } name ? $"{name} ({id})" : id);
        svg.Rectangle(box, Style.Of(lit, id, "#ffffff", "#7b61b8", "stroke-width=\"1.5\""), 6);
        var title = vpc.Vpc.Name is null ? id : $"{vpc.Vpc.Name} · {id}";
        svg.Text(new(box.X + 12, vpc.HeaderY + 19), TextSize.Cut(title, 12, box.Width - 24), 12, Style.Bold);
        var blocks = string.Join(", ", vpc.Vpc.Cidrs) + (vpc.Vpc.IsDefault ? " · default" : "");
        svg.Text(new(box.X + 12, vpc.HeaderY + 34), TextSize.Cut(blocks, 10, box.Width - 24), 10, Style.Soft);
        if (vpc.IsCompact)
            svg.Text(new(box.X + 12, vpc.HeaderY + 52), TextSize.Cut(Summary(vpc.Vpc), 10, box.Width - 24), 10);
        if (lit.Numbers(id) is { } numbers)
            Badges.Draw(svg, new(box.Right - 26, vpc.HeaderY + 14), numbers, Style.Badge(lit, id));
        foreach (var (zone, place) in vpc.Zones)
            svg.Text(new(place.MidX, place.Y + 12), zone, 10, Style.Centre);
        foreach (var subnet in vpc.Subnets) Paint(subnet);
        foreach (var chip in vpc.Chips) PaintChip(chip, vpc);
        svg.Close();
    }

    private static string Summary(MapVpc vpc)
    {
        if (vpc.IsFar) return "not asked for";
        var parts = vpc.Subnets.Sum(s => s.Parts.Count);
        var subnets = vpc.Subnets.Count == 1 ? "1 subnet" : $"{vpc.Subnets.Count} subnets";
        return parts == 0 ? $"{subnets}, empty" : $"{subnets}, {parts} inside";
    }

    private void Paint(PlacedSubnet placed)
    {
        var (subnet, box) = (placed.Subnet, placed.Box);
        var (fill, border) = Style.Tier(subnet.Tier);
        svg.Open("subnet", subnet.Id, $"{subnet.Id}, route table {subnet.RouteTableId ?? "none"}");
        svg.Rectangle(box, Style.Of(lit, subnet.Id, fill, border), 4);
        var numbers = lit.Numbers(subnet.Id);
        var room = box.Width - 18 - (numbers is null ? 0 : Badges.WidthOf(numbers) + 6);
        svg.Text(new(box.X + 8, box.Y + 15), TextSize.Cut(subnet.Name ?? subnet.Id, 11, room), 11, Style.Bold);
        var blocks = string.Join(", ", subnet.Cidrs);
        var second = subnet.Name is null
            ? $"{blocks} · {NetworkPainter.TierName(subnet.Tier)}"
            : $"{subnet.Id} {blocks}";
        svg.Text(new(box.X + 8, box.Y + 29), TextSize.Cut(second, 9, box.Width - 16), 9, Style.Soft);
        if (numbers is not null)
            Badges.Draw(
                svg, new(box.Right - 6 - (Badges.WidthOf(numbers) / 2), box.Y + 12), numbers,
                Style.Badge(lit, subnet.Id));
        foreach (var row in placed.Rows) PaintRow(row);
        if (placed.Hidden > 0)
            svg.Text(new(box.X + 22, placed.Rows[^1].Box.Bottom + 13), $"and {placed.Hidden} more", 10, Style.Soft);
        svg.Close();
    }

    private void PaintRow(PlacedPart placed)
    {
        var (part, box) = (placed.Part, placed.Box);
        svg.Open(part.Kind, part.Id, part.Name is { } name ? $"{name} ({part.Id}) {part.Detail}" : part.Id);
        svg.Rectangle(box, Style.Of(lit, part.Id, "#ffffff", "#d5dae1"), 3);
        svg.Rectangle(new(box.X + 4, box.Y + 4, 7, 7), $"fill=\"{Style.Part(part.Kind)}\"", part.Works ? 1 : 4);
        var right = box.Right - 5;
        if (lit.Numbers(part.Id) is { } numbers)
        {
            Badges.Draw(
                svg, new(right - (Badges.WidthOf(numbers) / 2) + 3, box.MidY), numbers, Style.Badge(lit, part.Id));
            right -= Badges.WidthOf(numbers) + 2;
        }

        var label = TextSize.Cut(part.Name ?? part.Id, 9, right - box.X - 16);
        svg.Text(new(box.X + 15, box.Y + 11), label, 9, part.Works ? Style.Ink : Style.Soft);
        var room = right - box.X - 24 - TextSize.Of(label, 9);
        var detail = TextSize.Of(part.Detail, 9) <= room ? part.Detail : part.Detail.Split(' ')[0];
        if (TextSize.Of(detail, 9) <= room) svg.Text(new(right, box.Y + 11), detail, 9, Style.Right);
        svg.Close();
    }

    private void PaintChip(PlacedPart placed, PlacedVpc vpc)
    {
        var (part, box) = (placed.Part, placed.Box);
        if (part.Kind is "internet-gateway" or "egress-only-internet-gateway") LineToInternet(part, box, vpc);
        svg.Open(part.Kind, part.Id, part.Name is { } name ? $"{name} ({part.Id})" : part.Id);
        svg.Rectangle(box, Style.Of(lit, part.Id, "#ffffff", Style.Part(part.Kind)), 11);
        svg.Rectangle(new(box.X + 8, box.Y + 7, 8, 8), $"fill=\"{Style.Part(part.Kind)}\"", part.Works ? 1 : 4);
        var numbers = lit.Numbers(part.Id);
        var room = box.Width - 30 - (numbers is null ? 0 : Badges.WidthOf(numbers));
        var text = part.Detail.Length > 0 ? $"{part.Detail} · {part.Name ?? part.Id}" : part.Name ?? part.Id;
        svg.Text(new(box.X + 21, box.Y + 15), TextSize.Cut(text, 10, room), 10);
        if (numbers is not null)
            Badges.Draw(
                svg, new(box.Right - 8 - (Badges.WidthOf(numbers) / 2), box.MidY), numbers, Style.Badge(lit, part.Id));
        svg.Close();
    }

    private void LineToInternet(MapPart gateway, Box box, PlacedVpc vpc)
    {
        var isUpper = box.MidY <= vpc.Box.Y;
        var internet = isUpper ? plan.Internet[0] : plan.Internet[^1];
        Spot[] points = isUpper
            ? [new(box.MidX, internet.Bottom), new(box.MidX, box.Y)]
            : [new(box.MidX, box.Bottom), new(box.MidX, internet.Y)];
        var id = lit.Has(gateway.Id) && lit.Has("internet") ? gateway.Id : "";
        svg.Line(points, Style.Line(lit, id, works: true));
    }
}
