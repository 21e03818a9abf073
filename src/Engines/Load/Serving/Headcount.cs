namespace Orrery.Engines.Load.Serving;

/// <summary>How many instances of a set run, by minute.</summary>
public sealed class Headcount
{
    private readonly long[] _minutes;
    private readonly int[] _counts;

    /// <summary>Counts spans: first minute, and first minute after (null: still).</summary>
    public Headcount(IEnumerable<(long From, long? To)> spans)
    {
        var changes = new Dictionary<long, int>();
        foreach (var (from, to) in spans)
        {
            changes[from] = changes.GetValueOrDefault(from) + 1;
            if (to is { } end) changes[end] = changes.GetValueOrDefault(end) - 1;
        }

        _minutes = [.. changes.Keys];
        _counts = [.. changes.Values];
        Array.Sort(_minutes, _counts);
        for (var place = 1; place < _counts.Length; place++) _counts[place] += _counts[place - 1];
    }

    /// <summary>How many run in a minute.</summary>
    public int At(long minute)
    {
        if (_minutes.Length > 0 && minute >= _minutes[^1]) return _counts[^1];
        var place = Array.BinarySearch(_minutes, minute);
        if (place < 0) place = ~place - 1;
        return place < 0 ? 0 : _counts[place];
    }
}
