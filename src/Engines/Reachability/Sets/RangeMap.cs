namespace Orrery.Engines.Reachability.Sets;

/// <summary>
/// What each address of one family belongs to: ranges in order, none of which overlap. Made from ranges that lie apart
/// or within one another, as blocks do; the innermost decides.
/// </summary>
internal sealed class RangeMap<T>
    where T : class
{
    private readonly List<Interval> _ranges = [];
    private readonly List<T> _values = [];

    public RangeMap(IEnumerable<(Interval Range, T Value)> items)
    {
        var open = new Stack<(Interval Range, T Value)>();
        UInt128 next = 0;
        var ended = false;
        foreach (var item in items.OrderBy(item => item.Range.Low).ThenByDescending(item => item.Range.High))
        {
            while (open.TryPeek(out var top) && top.Range.High < item.Range.Low)
                Close(open.Pop(), ref next, ref ended);
            if (open.TryPeek(out var around) && next < item.Range.Low)
                Add(new Interval(next, item.Range.Low - 1), around.Value);
            // Of two equal ranges the first given stays.
            if (open.TryPeek(out var same) && same.Range == item.Range)
                continue;
            next = item.Range.Low;
            open.Push(item);
        }

        while (open.TryPop(out var last))
            Close(last, ref next, ref ended);
    }

    public static RangeMap<T> Empty { get; } = new([]);

    public int Count => _ranges.Count;

    public Interval RangeAt(int index) => _ranges[index];

    public T ValueAt(int index) => _values[index];

    /// <summary>What a number belongs to, or null.</summary>
    public T? Find(UInt128 number)
    {
        var index = FirstEndingAtOrAfter(number);
        return index < _ranges.Count && _ranges[index].Contains(number) ? _values[index] : null;
    }

    /// <summary>The place of the first range that does not end before a number.</summary>
    public int FirstEndingAtOrAfter(UInt128 number)
    {
        var (low, high) = (0, _ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ranges[middle].High < number)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Close((Interval Range, T Value) item, ref UInt128 next, ref bool ended)
    {
        if (ended || next > item.Range.High)
            return;
        Add(new Interval(next, item.Range.High), item.Value);
        ended = item.Range.High == UInt128.MaxValue;
        next = item.Range.High + (ended ? 0u : 1u);
    }

    private void Add(Interval range, T value)
    {
        if (_ranges.Count > 0 && ReferenceEquals(_values[^1], value) && _ranges[^1].High + 1 == range.Low)
            _ranges[^1] = new Interval(_ranges[^1].Low, range.High);
        else
        {
            _ranges.Add(range);
            _values.Add(value);
        }
    }
}
