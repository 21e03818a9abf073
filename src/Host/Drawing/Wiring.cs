using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>
/// The x of every end of a link, and the lane of every link that takes one. The attachment of a VPC goes straight to
/// its transit gateway; everything else takes a lane between the two rows of VPCs.
/// </summary>
internal sealed class Wiring
{
    public const int LabelSize = 10;
    private const string Attachment = "transit-gateway-attachment";

    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private readonly int _siteX;

    /// <summary>Finds them.</summary>
    /// <param name="map">The links.</param>
    /// <param name="regions">The regions, each with its left edge.</param>
    /// <param name="siteX">The left edge of what is outside of AWS.</param>
    public Wiring(NetworkMap map, IReadOnlyList<Region> regions, int siteX)
    {
        _siteX = siteX;
        foreach (var region in regions)
        {
            AddPorts(region, region.Upper);
            AddPorts(region, region.Lower);
            foreach (var hub in region.Hubs)
                Ports[hub.Id] = new(region.X + region.Width - Region.Pad - 14, 0, region) { IsHub = true };
        }

        var sites = map.Sites.Select(s => s.Id).ToHashSet();
        Links = [.. map.Links.Where(l => HasEnd(l.From, sites) && HasEnd(l.To, sites))];
        var lanes = new Lanes();
        foreach (var link in Links)
        {
            Ends[(link.Id, link.From)] = EndOf(link, link.From);
            if (IsStraight(link)) continue;
            Ends[(link.Id, link.To)] = EndOf(link, link.To);
            var (from, to) = (Ends[(link.Id, link.From)].X, Ends[(link.Id, link.To)].X);
            var left = Math.Min(from, to);
            var width = TextSize.Of(link.Id, LabelSize) + 16;
            LaneOf[link.Id] = lanes.Take(left, Math.Max(Math.Max(from, to), left + width));
        }

        LaneCount = lanes.Count;
    }

    /// <summary>The links that have both their ends in the picture.</summary>
    public IReadOnlyList<MapLink> Links { get; }

    /// <summary>How many lanes there are.</summary>
    public int LaneCount { get; }

    /// <summary>The lanes of those links that have one.</summary>
    public Dictionary<string, int> LaneOf { get; } = new(StringComparer.Ordinal);

    /// <summary>The ends of links: their x, and the how manieth of its kind it is at its component.</summary>
    public Dictionary<(string Link, string End), (int X, int Index)> Ends { get; } = [];

    /// <summary>Where links meet components.</summary>
    public Dictionary<string, Port> Ports { get; } = new(StringComparer.Ordinal);

    private bool HasEnd(string id, HashSet<string> sites) => Ports.ContainsKey(id) || sites.Contains(id);

    private bool IsStraight(MapLink link) => link.Kind == Attachment
        && Ports.TryGetValue(link.From, out var from) && !from.IsHub
        && Ports.TryGetValue(link.To, out var to) && to.IsHub && from.Region == to.Region;

    private void AddPorts(Region region, List<List<VpcShape>> row)
    {
        var x = region.X + Region.Pad;
        foreach (var stack in row)
        {
            AddPorts(region, stack, x + Region.Gutter(stack));
            x += Region.WidthOf(stack) + Region.Gap;
        }
    }

    private void AddPorts(Region region, List<VpcShape> stack, int left)
    {
        var gutter = left - 8;
        for (var depth = 0; depth < stack.Count; depth++)
        {
            var shape = stack[depth];
            Ports[shape.Vpc.Id] = new(left, depth, region) { Attachments = shape.Ports.Attachments, Gutter = gutter };
            gutter -= depth == 0 ? 0 : 6 * (shape.Ports.Attachments + shape.Ports.Others);
            for (var i = 0; i < shape.Inner.Count; i++)
            {
                var x = shape.InnerChipX(left, i) + (VpcShape.ChipWidth / 2);
                Ports[shape.Inner[i].Id] = new(x, 0, region) { Vpc = shape.Vpc.Id };
            }
        }
    }

    private (int X, int Index) EndOf(MapLink link, string id)
    {
        var port = Ports.GetValueOrDefault(id);
        var isAttachment = link.Kind == Attachment && port is { IsHub: false, Depth: 0 };
        var index = Next(isAttachment ? $"attachment {id}" : id);
        var x = port switch
        {
            null => _siteX + 20 + (index * 16),
            { IsHub: true } => port.X - (index * 16),
            { Vpc: not null } => port.X + (index * 12),
            { Depth: > 0 } => port.Gutter - (index * 6),
            _ when isAttachment => port.X + VpcShape.PortMargin + (index * VpcShape.AttachmentPitch),
            _ => port.X + VpcShape.PortMargin + (port.Attachments * VpcShape.AttachmentPitch)
                + (index * VpcShape.PeeringPitch),
        };
        return (x, index);
    }

    private int Next(string key)
    {
        var index = _used.GetValueOrDefault(key);
        _used[key] = index + 1;
        return index;
    }
}
