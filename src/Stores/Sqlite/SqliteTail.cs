using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>
/// The commits that lie in the tail of a world's file, by row: who reads as of a commit finds here what it and those
/// before it changed, and the rest in the tables, as of the commit that was settled last. Any number of threads.
/// </summary>
internal sealed class SqliteTail(StoreTip start, SqliteSettling settling)
{
    private const int RowOverhead = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<Space, TailSpace> _spaces = [];
    private readonly List<TailCommit> _commits = [];
    private StoreTip _settled = start;
    private StoreTip _tip = start;
    private long _bytes;

    /// <summary>The newest commit.</summary>
    public StoreTip Tip
    {
        get
        {
            lock (_lock)
                return _tip;
        }
    }

    /// <summary>The commit that was settled last.</summary>
    public long Settled
    {
        get
        {
            lock (_lock)
                return _settled.Sequence;
        }
    }

    /// <summary>The commit up to which it is time to settle; null if it is not.</summary>
    public long? Due
    {
        get
        {
            lock (_lock)
                return settling.IsDue(_commits.Count, _bytes) ? Oldest() : null;
        }
    }

    /// <summary>Everything is in the tables.</summary>
    public void Restart(StoreTip tip)
    {
        lock (_lock)
        {
            _spaces.Clear();
            _commits.Clear();
            _bytes = 0;
            _settled = _tip = tip;
        }
    }

    /// <summary>Takes in a batch that was made durable.</summary>
    public void Add(IReadOnlyList<(StoreTip Tip, Commit Commit)> batch)
    {
        lock (_lock)
        {
            foreach (var (tip, commit) in batch)
            {
                var bytes = 0L;
                var rows = new TailRow[commit.Changes.Count];
                for (var i = 0; i < rows.Length; i++)
                {
                    // What was there before is held too, and is about as large.
                    var change = commit.Changes[i];
                    bytes += RowOverhead + ((change.After?.Length ?? RowOverhead) * (change.WasThere ? 2 : 1));
                    rows[i] = Add(change, tip.Sequence);
                }
                _commits.Add(new(tip, commit, rows, bytes));
                _bytes += bytes;
                _tip = tip;
            }
        }
    }

    /// <summary>
    /// What the commits up to one left of rows: the last change of each, with whether it was there before them; nothing
    /// of those that came and went.
    /// </summary>
    /// <param name="last">The commit.</param>
    /// <param name="idOf">Numbers spaces.</param>
    /// <param name="left">Takes them.</param>
    /// <returns>What the commits brought the versions of scopes to.</returns>
    public Dictionary<Scope, long> Left(long last, Func<Space, long> idOf, List<LateChange> left)
    {
        lock (_lock)
        {
            var versions = new Dictionary<Scope, long>();
            foreach (var (tip, commit, rows, _) in _commits)
            {
                if (tip.Sequence > last)
                    break;
                for (var i = 0; i < rows.Length; i++)
                {
                    var row = rows[i];
                    var newest = row.At(last)!;
                    if (newest.Sequence != tip.Sequence || (newest.Json is null && !row.WasThere))
                        continue;
                    left.Add(new(idOf(commit.Changes[i].Space), row.Key, tip.Sequence)
                    {
                        Json = newest.Json is null ? null : (ReadOnlyMemory<byte>?)newest.Json,
                        WasThere = row.WasThere,
                    });
                }
                foreach (var scope in commit.Scopes)
                    versions[scope] = tip.Sequence;
            }
            return versions;
        }
    }

    /// <summary>Forgets what is in the tables now.</summary>
    public void Settle(long last)
    {
        lock (_lock)
        {
            var count = 0;
            for (; count < _commits.Count && _commits[count].Tip.Sequence <= last; count++)
            {
                _settled = _commits[count].Tip;
                _bytes -= _commits[count].Bytes;
                foreach (var row in _commits[count].Rows)
                    row.Space.Settle(row, last);
            }
            _commits.RemoveRange(0, count);
        }
    }

    /// <summary>A row as the tail tells it; where it does not, the commit as of which to look in the tables.</summary>
    public (TailVersion? Version, long Settled) Find(Space space, string key, long at)
    {
        lock (_lock)
            return (_spaces.GetValueOrDefault(space)?.Find(key)?.At(at), Math.Min(at, _settled.Sequence));
    }

    /// <summary>The rows at and after a key that the tail tells of, at most so many.</summary>
    public TailPage Page(Space space, string from, int limit, long at)
    {
        lock (_lock)
        {
            var settled = Math.Min(at, _settled.Sequence);
            return _spaces.TryGetValue(space, out var rows) && at > settled
                ? rows.Page(from, limit, (at, settled))
                : new([], true, settled);
        }
    }

    /// <summary>How many more rows a space has as of a commit than in the tables as of another.</summary>
    public (long Growth, long Settled) Growth(Space space, long at)
    {
        lock (_lock)
            return (_spaces.GetValueOrDefault(space)?.GrowthAt(at) ?? 0, Math.Min(at, _settled.Sequence));
    }

    /// <summary>What commits of the tail up to one brought the versions of scopes to.</summary>
    public (List<(Scope Scope, long Version)> Versions, long Settled) Versions(long at)
    {
        lock (_lock)
        {
            var versions = new List<(Scope, long)>();
            foreach (var commit in _commits.TakeWhile(commit => commit.Tip.Sequence <= at))
                foreach (var scope in commit.Commit.Scopes)
                    versions.Add((scope, commit.Tip.Sequence));
            return (versions, Math.Min(at, _settled.Sequence));
        }
    }

    /// <summary>A commit of the tail; null if it does not lie there.</summary>
    public TailCommit? Find(long sequence)
    {
        lock (_lock)
        {
            var place = sequence - _settled.Sequence - 1;
            return place >= 0 && place < _commits.Count ? _commits[(int)place] : null;
        }
    }

    private TailRow Add(RowChange change, long sequence)
    {
        if (!_spaces.TryGetValue(change.Space, out var space))
            _spaces.Add(change.Space, space = new());
        return space.Add(change.Key, sequence, (change.WasThere, change.After));
    }

    /// <summary>The last commit but those that are left: few, and of little memory.</summary>
    private long Oldest()
    {
        var (left, bytes) = (0, 0L);
        while (left < settling.Behind && left < _commits.Count - 1)
        {
            bytes += _commits[_commits.Count - 1 - left].Bytes;
            if (bytes > settling.Bytes / 4)
                break;
            left++;
        }
        return _commits[_commits.Count - 1 - left].Tip.Sequence;
    }
}
