using System.Collections.Concurrent;

namespace Orrery.Stores.Sqlite;

/// <summary>Finds what lies between the tables of a file and a commit that was not the last of a settling.</summary>
internal sealed class SqliteWindows
{
    /// <summary>
    /// The last commit up to one as of which the tables tell all. In files of before they do so as of each commit up
    /// to one.
    /// </summary>
    private const string Floor = """
        max(ifnull((SELECT max(seq) FROM settlings WHERE seq <= $1), 0),
            min($1, (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'fine')))
        """;

    /// <summary>Keeps what is needed to read as of a commit, for a layer.</summary>
    public const string PinSql = $"INSERT INTO pins VALUES ($2, $1, {Floor})";

    private const string FloorSql = $"SELECT {Floor}";

    /// <summary>Who reads as of the past mostly reads on where it was, and maybe one commit before.</summary>
    private const int MostKept = 2;

    private const int MostFloors = 4096;

    private readonly ConcurrentDictionary<long, long> _floors = [];
    private readonly Lock _lock = new();
    private readonly List<SqliteWindow> _kept = [];

    /// <summary>The last commit up to one as of which the tables tell all: that never changes.</summary>
    public long FloorOf(SqliteSession session, long at)
    {
        if (_floors.TryGetValue(at, out var known))
            return known;
        if (_floors.Count >= MostFloors)
            _floors.Clear();
        return _floors[at] = session.Number(FloorSql, at)!.Value;
    }

    /// <summary>What is to be read over the tables; null where they tell all.</summary>
    public SqliteWindow? Over(SqliteSession session, long at)
    {
        var floor = FloorOf(session, at);
        if (floor == at)
            return null;
        lock (_lock)
        {
            var kept = _kept.Find(window => window.From == floor);
            if (kept is null)
                kept = Load(session, floor);
            else
                _kept.Remove(kept);
            _kept.Add(kept);
            if (_kept.Count > MostKept)
                _kept.RemoveAt(0);
            return kept;
        }
    }

    private static SqliteWindow Load(SqliteSession session, long floor)
    {
        const string Sql = """
            SELECT seq, changes FROM log
            WHERE seq > $1 AND seq <= (SELECT min(seq) FROM settlings WHERE seq > $1) ORDER BY seq
            """;
        var window = new SqliteWindow(floor);
        var changes = new List<LateChange>();
        foreach (var (sequence, text) in session.Rows(Sql, static row => (row.GetInt64(0), row.GetUtf8(1)!), floor))
        {
            TailJson.Read(text, sequence, changes);
            foreach (var change in changes)
                window.Add(change);
            changes.Clear();
        }
        return window;
    }
}
