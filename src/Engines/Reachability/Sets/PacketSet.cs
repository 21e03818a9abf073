using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Sets;

/// <summary>A set of packets, as a union of boxes that share nothing. Immutable.</summary>
public sealed class PacketSet
{
    // Beyond so many boxes, looking for neighbours that make one costs more than it saves on the way.
    private const int FewBoxes = 12;

    private readonly Box[] _boxes;

    private PacketSet(Box[] boxes) => _boxes = boxes;

    /// <summary>No packet.</summary>
    public static PacketSet Empty { get; } = new([]);

    /// <summary>All packets of both families.</summary>
    public static PacketSet All { get; } = new([Box.All(false), Box.All(true)]);

    /// <summary>The boxes; no two share a packet.</summary>
    public IReadOnlyList<Box> Boxes => _boxes;

    /// <summary>True where no packet is in it.</summary>
    public bool IsEmpty => _boxes.Length == 0;

    internal ReadOnlySpan<Box> Span => _boxes;

    /// <summary>The packets of one box.</summary>
    public static PacketSet Of(in Box box) => new([box]);

    /// <summary>The packets of any of several boxes, which may overlap.</summary>
    public static PacketSet Of(IEnumerable<Box> boxes)
    {
        var set = Empty;
        foreach (var box in boxes)
            set = set.Union(Of(box));
        return set;
    }

    /// <summary>The packets that are in both.</summary>
    public PacketSet Intersect(PacketSet other)
    {
        var shared = new List<Box>();
        foreach (ref readonly var mine in Span)
            foreach (ref readonly var theirs in other.Span)
                if (mine.Overlaps(theirs))
                    shared.Add(mine.Intersect(theirs));
        return Disjoint(shared);
    }

    /// <summary>The packets that are also in a box.</summary>
    public PacketSet Intersect(in Box box)
    {
        if (_boxes.Length == 1)
            return box.Contains(_boxes[0]) ? this
                : box.Overlaps(_boxes[0]) ? new PacketSet([_boxes[0].Intersect(box)]) : Empty;
        var shared = new List<Box>(_boxes.Length);
        foreach (ref readonly var mine in Span)
            if (mine.Overlaps(box))
                shared.Add(mine.Intersect(box));
        return Disjoint(shared);
    }

    /// <summary>The packets one field of which lies in a range.</summary>
    public PacketSet Restrict(Dimension dimension, Interval range)
    {
        var kept = new List<Box>(_boxes.Length);
        foreach (ref readonly var mine in Span)
            if (mine[dimension].Overlaps(range))
                kept.Add(mine.With(dimension, mine[dimension].Intersect(range)));
        return Disjoint(kept);
    }

    /// <summary>The packets that are not in a box.</summary>
    public PacketSet Subtract(in Box box)
    {
        var rest = new List<Box>(_boxes.Length);
        foreach (ref readonly var mine in Span)
            if (!box.Contains(mine))
                mine.Without(box, rest);
        return Disjoint(rest);
    }

    /// <summary>The packets that are not in another set.</summary>
    public PacketSet Subtract(PacketSet other)
    {
        var rest = this;
        foreach (ref readonly var box in other.Span)
            rest = rest.Subtract(box);
        return rest;
    }

    /// <summary>The packets of either set.</summary>
    public PacketSet Union(PacketSet other)
    {
        if (IsEmpty || other.IsEmpty)
            return IsEmpty ? other : this;
        return Disjoint([.. _boxes, .. other.Subtract(this)._boxes]).Simplify();
    }

    /// <summary>The set after one field of every packet was rewritten, as NAT does.</summary>
    public PacketSet Rewrite(Dimension dimension, UInt128 value)
    {
        var rewritten = Empty;
        foreach (ref readonly var box in Span)
            rewritten = rewritten.Union(Of(box.With(dimension, Interval.Point(value))));
        return rewritten;
    }

    /// <summary>True where the two share a packet.</summary>
    public bool Overlaps(PacketSet other)
    {
        foreach (ref readonly var mine in Span)
            foreach (ref readonly var theirs in other.Span)
                if (mine.Overlaps(theirs))
                    return true;
        return false;
    }

    /// <summary>True where every packet of the other set is in this one.</summary>
    public bool Contains(PacketSet other) => other.Subtract(this).IsEmpty;

    /// <summary>True where the packet is in the set.</summary>
    public bool Contains(Packet packet)
    {
        foreach (ref readonly var box in Span)
            if (box.Contains(packet))
                return true;
        return false;
    }

    /// <summary>Some packet of the set that can exist: the first in order of protocols asked; null for none.</summary>
    public Packet? Some()
    {
        foreach (var real in RealHeaders.InOrderOfInterest)
            foreach (ref readonly var box in Span)
                if (RealHeaders.Overlap(box, real) is { } found)
                    return RealHeaders.PacketOf(found);
        return null;
    }

    /// <summary>
    /// The same set in fewer boxes, where neighbours make one; as it is where it has more than so many.
    /// </summary>
    public PacketSet Simplify(int most = FewBoxes)
    {
        if (_boxes.Length < 2 || _boxes.Length > most)
            return this;
        var boxes = _boxes.ToList();
        for (var again = true; again;)
        {
            again = false;
            for (var i = 0; i < boxes.Count; i++)
                for (var j = boxes.Count - 1; j > i; j--)
                    if (Merged(boxes[i], boxes[j]) is { } merged)
                    {
                        boxes[i] = merged;
                        boxes.RemoveAt(j);
                        again = true;
                    }
        }

        return boxes.Count == _boxes.Length ? this : new PacketSet([.. boxes]);
    }

    /// <summary>A set of boxes that are known to share nothing.</summary>
    internal static PacketSet Disjoint(List<Box> boxes) => boxes.Count == 0 ? Empty : new PacketSet([.. boxes]);

    // Two boxes make one where they differ in one field only, and there touch.
    private static Box? Merged(in Box a, in Box b)
    {
        Dimension? differing = null;
        if (a.IsV6 != b.IsV6)
            return null;
        for (var dimension = Dimension.Source; dimension <= Dimension.DestinationPort; dimension++)
            if (a[dimension] != b[dimension])
            {
                if (differing is not null)
                    return null;
                differing = dimension;
            }

        if (differing is not { } only)
            return a;
        var (low, high) = a[only].Low < b[only].Low ? (a[only], b[only]) : (b[only], a[only]);
        return low.High == UInt128.MaxValue || high.Low > low.High + 1
            ? null
            : a.With(only, new Interval(low.Low, high.High > low.High ? high.High : low.High));
    }
}
