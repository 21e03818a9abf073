using Orrery.Core;

namespace Orrery.Engines.Reachability.Sets;

/// <summary>A set of addresses of both families, as ranges in order that neither overlap nor touch.</summary>
public sealed class RangeSet
{
    private readonly Interval[] _v4;
    private readonly Interval[] _v6;

    private RangeSet(Interval[] v4, Interval[] v6) => (_v4, _v6) = (v4, v6);

    /// <summary>No address.</summary>
    public static RangeSet Empty { get; } = new([], []);

    /// <summary>True where it has no address.</summary>
    public bool IsEmpty => _v4.Length == 0 && _v6.Length == 0;

    /// <summary>The addresses of blocks.</summary>
    public static RangeSet Of(IEnumerable<Cidr> blocks) =>
        OfRanges(blocks.Select(block => (block.IsV6, Box.RangeOf(block))));

    /// <summary>Single addresses.</summary>
    public static RangeSet Of(IEnumerable<IpAddress> addresses) =>
        OfRanges(addresses.Select(address => (address.IsV6, Interval.Point(address.Bits))));

    /// <summary>The addresses of ranges with their families.</summary>
    public static RangeSet OfRanges(IEnumerable<(bool IsV6, Interval Range)> ranges)
    {
        var all = ranges.ToList();
        return new RangeSet(
            Merged(all.Where(item => !item.IsV6).Select(item => item.Range)),
            Merged(all.Where(item => item.IsV6).Select(item => item.Range)));
    }

    /// <summary>The ranges of a family.</summary>
    public IReadOnlyList<Interval> Of(bool isV6) => isV6 ? _v6 : _v4;

    /// <summary>True where the address is in the set.</summary>
    public bool Contains(IpAddress address) => Overlaps(address.IsV6, Interval.Point(address.Bits));

    /// <summary>True where a range shares an address with the set.</summary>
    public bool Overlaps(bool isV6, Interval range)
    {
        var ranges = isV6 ? _v6 : _v4;
        var index = FirstEndingAtOrAfter(ranges, range.Low);
        return index < ranges.Length && ranges[index].Low <= range.High;
    }

    /// <summary>What of a range is in the set.</summary>
    public IEnumerable<Interval> Within(bool isV6, Interval range)
    {
        var ranges = isV6 ? _v6 : _v4;
        for (var i = FirstEndingAtOrAfter(ranges, range.Low); i < ranges.Length && ranges[i].Low <= range.High; i++)
            yield return ranges[i].Intersect(range);
    }

    /// <summary>What of a range is not in the set.</summary>
    public IEnumerable<Interval> Outside(bool isV6, Interval range)
    {
        var next = range.Low;
        foreach (var taken in Within(isV6, range))
        {
            if (taken.Low > next)
                yield return new Interval(next, taken.Low - 1);
            if (taken.High == range.High)
                yield break;
            next = taken.High + 1;
        }

        yield return new Interval(next, range.High);
    }

    /// <summary>The addresses of either set.</summary>
    public RangeSet Union(RangeSet other) => OfRanges(
        [.. Tagged(), .. other.Tagged()]);

    /// <summary>The addresses that are in both.</summary>
    public RangeSet Intersect(RangeSet other) => OfRanges(
        other.Tagged().SelectMany(item => Within(item.IsV6, item.Range).Select(range => (item.IsV6, range))));

    /// <summary>The addresses that are not in another set.</summary>
    public RangeSet Subtract(RangeSet other) => OfRanges(
        Tagged().SelectMany(item => other.Outside(item.IsV6, item.Range).Select(range => (item.IsV6, range))));

    private static int FirstEndingAtOrAfter(Interval[] ranges, UInt128 number)
    {
        var (low, high) = (0, ranges.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].High < number)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static Interval[] Merged(IEnumerable<Interval> ranges)
    {
        var merged = new List<Interval>();
        foreach (var range in ranges.OrderBy(range => range.Low))
            if (merged.Count > 0 && (merged[^1].High == UInt128.MaxValue || range.Low <= merged[^1].High + 1))
                merged[^1] = new Interval(merged[^1].Low, merged[^1].High > range.High ? merged[^1].High : range.High);
            else
                merged.Add(range);
        return [.. merged];
    }

    private IEnumerable<(bool IsV6, Interval Range)> Tagged() =>
        _v4.Select(range => (false, range)).Concat(_v6.Select(range => (true, range)));
}
