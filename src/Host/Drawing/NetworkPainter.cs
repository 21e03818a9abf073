using Orrery.Contracts.Maps;
using Orrery.Contracts.Tracing;

namespace Orrery.Host.Drawing;

/// <summary>Draws networks as SVG: light, without scripts, each resource a group with its id.</summary>
internal sealed class NetworkPainter
{
    private readonly Lit _lit;
    private readonly Plan _plan;
    private readonly Svg _svg;
    private readonly TracePanel _panel;
    private readonly string _title;

    private NetworkPainter(string title, NetworkMap map, TraceAnswer? trace)
    {
        _title = title;
        _lit = new(map, trace);
        _plan = new Planner(map, _lit).Make();
        _panel = new(_plan.Width, _plan.Height, trace);
        _svg = new(_plan.Width, _panel.Bottom);
    }

    /// <summary>The picture; the same map, trace and title give the same bytes.</summary>
    public static string Paint(string title, NetworkMap map, TraceAnswer? trace) =>
        new NetworkPainter(title, map, trace).Paint();

    private string Paint()
    {
        _svg.Text(new(20, 36), _title, 16, Style.Bold);
        Legend();
        foreach (var box in _plan.Internet) Internet(box);
        foreach (var region in _plan.Regions) Region(region);
        foreach (var link in _plan.Links) LineOf(link);
        var vpcs = new VpcPainter(_svg, _lit, _plan);
        foreach (var vpc in _plan.Vpcs) vpcs.Paint(vpc);
        foreach (var hub in _plan.Hubs) Hub(hub);
        foreach (var site in _plan.Sites) Site(site);
        foreach (var link in _plan.Links) LabelOf(link);
        foreach (var region in _plan.Regions) Title(region);
        _panel.Paint(_svg);
        return _svg.End();
    }

    private void Legend()
    {
        var x = _plan.Width - 20;
        foreach (var tier in new[] { MapTier.Isolated, MapTier.Private, MapTier.Public })
        {
            var name = TierName(tier);
            x -= TextSize.Of(name, 10) + 26;
            var (fill, border) = Style.Tier(tier);
            _svg.Rectangle(new(x, 27, 12, 10), $"fill=\"{fill}\" stroke=\"{border}\"", 2);
            _svg.Text(new(x + 17, 36), name, 10, Style.Soft);
        }
    }

    /// <summary>What a tier is called.</summary>
    public static string TierName(MapTier tier) => tier switch
    {
        MapTier.Public => "public",
        MapTier.Private => "private",
        _ => "isolated",
    };

    private void Internet(Box box)
    {
        _svg.Rectangle(box, Style.Of(_lit, "internet", "#eef3f8", "#9fb3c8"), 13);
        _svg.Text(new(box.MidX, box.Y + 18), "Internet", 12, Style.Centre);
        if (_lit.Numbers("internet") is { } numbers)
            Badges.Draw(_svg, new(box.MidX + 60, box.Y + 13), numbers, Style.Badge(_lit, "internet"));
    }

    private void Region(PlacedRegion region)
    {
        _svg.Rectangle(region.Box, "fill=\"#f8f9fb\" stroke=\"#b8c0cc\" stroke-dasharray=\"6 4\"", 8);
    }

    // Above the lines to the internet, which may cross it.
    private void Title(PlacedRegion region)
    {
        var more = region.Hidden == 0 ? "" : $" · {region.Hidden} more VPCs are not drawn";
        var width = TextSize.Of(region.Region, 14) + TextSize.Of(region.Account + more, 11);
        _svg.Rectangle(new(region.Box.X + 10, region.Box.Y + 6, width + 20, 17), "fill=\"#f8f9fb\"", 2);
        _svg.Text(new(region.Box.X + 14, region.Box.Y + 19), region.Region, 13, Style.Bold);
        _svg.Text(
            new(region.Box.X + 24 + TextSize.Of(region.Region, 14), region.Box.Y + 19), region.Account + more, 11,
            Style.Soft);
    }

    private void LineOf(PlacedLink link)
    {
        var state = link.Link.Works ? "" : ", not working";
        _svg.Open(link.Link.Kind, link.Link.Id, $"{link.Link.Id}: {link.Link.From} – {link.Link.To}{state}");
        _svg.Line(link.Points, Style.Line(_lit, link.Link.Id, link.Link.Works));
        _svg.Close();
    }

    private void LabelOf(PlacedLink link)
    {
        var id = link.Link.Id;
        var numbers = _lit.Numbers(id);
        if (link.Label is not { } at)
        {
            if (numbers is not null) Badges.Draw(_svg, link.Points[^1], numbers, Style.Badge(_lit, id));
            return;
        }

        var width = TextSize.Of(id, Wiring.LabelSize);
        _svg.Rectangle(new(at.X - 2, at.Y - 10, width + 2, 12), "fill=\"#f8f9fb\"", 2);
        _svg.Text(at, id, Wiring.LabelSize, _lit.IsBlocked(id) ? Style.Refused : Style.Soft);
        if (numbers is not null)
            Badges.Draw(_svg, new(at.X + width + 14, at.Y - 4), numbers, Style.Badge(_lit, id));
    }

    private void Hub(PlacedHub hub)
    {
        var (id, box) = (hub.Hub.Id, hub.Box);
        _svg.Open("transit-gateway", id, hub.Hub.Name is { } name ? $"{name} ({id})" : id);
        _svg.Rectangle(box, Style.Of(_lit, id, "#f6eefc", "#8a5cc2"), 8);
        var title = hub.Hub.Name is null ? id : $"{hub.Hub.Name} · {id}";
        var count = hub.Attachments == 1 ? "1 attachment" : $"{hub.Attachments} attachments";
        _svg.Text(new(box.X + 14, box.Y + 21), TextSize.Cut(title, 12, box.Width - 190), 12, Style.Bold);
        _svg.Text(new(box.Right - 90, box.Y + 21), count, 10, Style.Right);
        if (_lit.Numbers(id) is { } numbers)
            Badges.Draw(_svg, new(box.X + 34 + TextSize.Of(title, 12), box.MidY), numbers, Style.Badge(_lit, id));
        _svg.Close();
    }

    private void Site(PlacedSite site)
    {
        var (id, box) = (site.Site.Id, site.Box);
        _svg.Open("customer-gateway", id, id);
        _svg.Rectangle(box, Style.Of(_lit, id, "#e8f6f8", "#0b7285"), 8);
        _svg.Text(new(box.X + 12, box.Y + 18), "On premises", 12, Style.Bold);
        _svg.Text(new(box.X + 12, box.Y + 34), id, 10, Style.Ink);
        var blocks = TextSize.Cut(string.Join(", ", site.Site.Cidrs), 10, box.Width - 24);
        _svg.Text(new(box.X + 12, box.Y + 49), blocks, 10, Style.Soft);
        if (_lit.Numbers(id) is { } numbers)
            Badges.Draw(_svg, new(box.Right - 22, box.Y + 14), numbers, Style.Badge(_lit, id));
        _svg.Close();
    }
}
