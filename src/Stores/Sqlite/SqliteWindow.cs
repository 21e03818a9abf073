namespace Orrery.Stores.Sqlite;

/// <summary>
/// What the commits between two settlings made of rows, as the log tells it: over the tables as of the first of the two
/// it tells all as of each commit up to the second. Any number of threads.
/// </summary>
/// <param name="from">The first.</param>
internal sealed class SqliteWindow(long from)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, TailSpace> _spaces = [];
    private readonly List<(long Space, long Sequence)> _touched = [];

    /// <summary>The commit as of which to look in the tables for what is not found here.</summary>
    public long From => from;

    /// <summary>Takes in a change; they come in the order of their commits.</summary>
    public void Add(LateChange change)
    {
        if (!_spaces.TryGetValue(change.Space, out var space))
            _spaces.Add(change.Space, space = new());
        space.Add(change.Key, change.Sequence, (change.WasThere, change.Json?.ToArray()));
        if (_touched.Count == 0 || _touched[^1] != (change.Space, change.Sequence))
            _touched.Add((change.Space, change.Sequence));
    }

    /// <summary>A row; null where the log does not tell of it up to that commit.</summary>
    public TailVersion? Find(long space, string key, long at)
    {
        lock (_lock)
            return _spaces.GetValueOrDefault(space)?.Find(key)?.At(at);
    }

    /// <summary>The rows at and after a key that the log tells of, at most so many.</summary>
    public TailPage Page(long space, string start, int limit, long at)
    {
        lock (_lock)
            return _spaces.GetValueOrDefault(space)?.Page(start, limit, (at, from)) ?? new([], true, from);
    }

    /// <summary>How many more rows a space has as of a commit than in the tables.</summary>
    public long Growth(long space, long at)
    {
        lock (_lock)
            return _spaces.GetValueOrDefault(space)?.GrowthAt(at) ?? 0;
    }

    /// <summary>The spaces that commits changed up to one, and the commits, in their order.</summary>
    public IEnumerable<(long Space, long Sequence)> Touched(long at) =>
        _touched.TakeWhile(touched => touched.Sequence <= at);
}
