using Orrery.Kernel.State;

namespace Orrery.Stores.Sqlite;

/// <summary>The rows of one space that commits of the tail changed. For one thread at a time.</summary>
internal sealed class TailSpace
{
    private static readonly Comparer<string> Order = Comparer<string>.Create(KeyOrder.Compare);

    private readonly Dictionary<string, TailRow> _rows = new(StringComparer.Ordinal);

    /// <summary>In the order of keys once somebody scanned: most spaces nobody does.</summary>
    private SortedSet<string>? _sorted;

    /// <summary>
    /// Rows that came and went within the tail: only who lags behind the last of them to go can see any. A queue would
    /// else walk over all messages that it ever had.
    /// </summary>
    private readonly HashSet<string> _vanished = new(StringComparer.Ordinal);
    private long _lastVanished;

    public TailRow? Find(string key) => _rows.GetValueOrDefault(key);

    public TailRow Add(string key, long sequence, (bool WasThere, byte[]? Json) change)
    {
        if (!_rows.TryGetValue(key, out var row))
            _rows.Add(key, row = new(this, key, change.WasThere));
        row.Add(sequence, change.Json);
        Place(key, row);
        return row;
    }

    /// <summary>Forgets of a row what was settled.</summary>
    public void Settle(TailRow row, long last)
    {
        if (row.Settle(last))
        {
            Place(row.Key, row);
            return;
        }
        _rows.Remove(row.Key);
        _vanished.Remove(row.Key);
        _sorted?.Remove(row.Key);
    }

    /// <summary>The rows at and after a key that the tail tells of, as of a commit.</summary>
    public TailPage Page(string from, int limit, (long At, long Settled) commit)
    {
        var rows = new List<LayerRow>();
        foreach (var key in KeysFrom(from, commit.At < _lastVanished))
        {
            if (_rows[key].At(commit.At) is not { } version)
                continue;
            if (rows.Count == limit)
                return new(rows, false, commit.Settled);
            rows.Add(new(key, version.Json));
        }
        return new(rows, true, commit.Settled);
    }

    /// <summary>How many more rows there are as of a commit than before the tail.</summary>
    public long GrowthAt(long at)
    {
        var growth = 0L;
        foreach (var row in _rows.Values)
            if (row.At(at) is { } version)
                growth += (version.Json is null ? 0 : 1) - (row.WasThere ? 1 : 0);
        return growth;
    }

    /// <summary>
    /// Settling may make a row one that came and went: what it hid in the tables is gone from there too.
    /// </summary>
    private void Place(string key, TailRow row)
    {
        if (row.HasVanished)
        {
            _lastVanished = Math.Max(_lastVanished, row.Newest!.Sequence);
            _vanished.Add(key);
            _sorted?.Remove(key);
        }
        else
        {
            _vanished.Remove(key);
            _sorted?.Add(key);
        }
    }

    private IEnumerable<string> KeysFrom(string from, bool withVanished)
    {
        _sorted ??= new(_rows.Keys.Where(key => !_vanished.Contains(key)), Order);
        var keys = _sorted.Count == 0 || Order.Compare(_sorted.Max, from) < 0
            ? []
            : (IEnumerable<string>)_sorted.GetViewBetween(from, _sorted.Max);
        if (!withVanished || _vanished.Count == 0)
            return keys;
        return keys.Concat(_vanished.Where(key => Order.Compare(key, from) >= 0)).Order(Order);
    }
}
