namespace Orrery.Engines.Load.Serving;

/// <summary>How many instances of a set run, by minute.</summary>
public sealed class Headcount
{
    private readonly long[] _minutes;
    private readonly int[] _counts;
    private readonly int _first;

    /// <summary>Counts spans: first minute, and first minute after (null: still).</summary>
    /// <param name="spans">The spans.</param>
    /// <param name="since">The first minute that is asked for: what came and went before is not told apart.</param>
    public Headcount(IEnumerable<(long From, long? To)> spans, long since = long.MinValue)
    {
        var changes = new Dictionary<long, int>();
        foreach (var (from, to) in spans)
        {
            if (to <= since) continue;
            if (from <= since) _first++;
            else changes[from] = changes.GetValueOrDefault(from) + 1;
            if (to is { } end) changes[end] = changes.GetValueOrDefault(end) - 1;
        }

        _minutes = [.. changes.Keys];
        _counts = [.. changes.Values];
        Array.Sort(_minutes, _counts);
        for (var (place, count) = (0, _first); place < _counts.Length; place++) count = _counts[place] += count;
    }

    /// <summary>How many run in a minute.</summary>
    public int At(long minute)
    {
        if (_minutes.Length > 0 && minute >= _minutes[^1]) return _counts[^1];
        var place = Array.BinarySearch(_minutes, minute);
        if (place < 0) place = ~place - 1;
        return place < 0 ? _first : _counts[place];
    }
}
