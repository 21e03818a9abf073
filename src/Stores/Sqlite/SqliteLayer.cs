using System.Globalization;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>
/// The rows of one file as of any commit that is settled: its tables, and its log where they do not tell. A fork's
/// file holds only what changed since the fork: everything else is read through to the parent's file as of the
/// fork. So a fork costs the same for ten rows and for ten million.
/// </summary>
internal sealed class SqliteLayer(SqlitePool pool, SqliteLayer? parent, long forkedAt) : IDisposable
{
    private const int Page = 512;

    /// <summary>
    /// A row of <c>past</c> is looked for only by who reads as of a commit that is settled. As a condition on its rows
    /// that would be asked of each of them; as a table to come from, it keeps the walk from beginning.
    /// </summary>
    private const string PastIf = "meta CROSS JOIN past";

    private const string IsSettled = "name = 'settled' AND CAST(value AS INTEGER)";

    private const string FindSql = $"""
        SELECT json FROM live WHERE space = $1 AND key = $2 AND seq <= $3
        UNION ALL SELECT json FROM {PastIf}
        WHERE {IsSettled} > $3 AND space = $1 AND key = $2 AND seq <= $3 AND until > $3
        LIMIT 1
        """;

    /// <summary>In the order of keys: an index by the ends of rows would give all of a space to be sorted.</summary>
    internal const string ScanSql = $"""
        SELECT key, json FROM live WHERE space = $1 AND key >= $2 AND seq <= $3
        UNION ALL SELECT key, json FROM {PastIf}
        WHERE {IsSettled} > $3 AND space = $1 AND key >= $2 AND seq <= $3 AND +until > $3
        ORDER BY key LIMIT $4
        """;

    private const string CountSql = $"""
        SELECT (SELECT count(*) FROM live WHERE space = $1 AND seq <= $2)
            + (SELECT count(*) FROM {PastIf} WHERE {IsSettled} > $2 AND space = $1 AND seq <= $2 AND until > $2)
        """;

    private readonly SqliteSpaces _spaces = new();
    private readonly SqliteWindows _windows = new();

    public SqlitePool Pool => pool;

    public SqliteLayer? Parent => parent;

    public long ForkedAt => forkedAt;

    public SqliteSpaces SpaceIds => _spaces;

    public byte[]? Find(Space space, string key, long at)
    {
        var found = pool.Use<(bool, byte[]?)>(session =>
        {
            if (_spaces.Find(session, space) is not { } id)
                return (false, null);
            var window = _windows.Over(session, at);
            if (window?.Find(id, key, at) is { } version)
                return (true, version.Json);
            var rows = session.Rows(FindSql, static row => row.GetUtf8(0), id, key, window?.From ?? at);
            return rows.Count == 0 ? (false, null) : (true, rows[0]);
        });
        return found is (false, _) && parent is not null
            ? parent.Find(space, key, Math.Min(at, forkedAt))
            : found.Item2;
    }

    /// <summary>At most so many rows at and after a key.</summary>
    public IReadOnlyList<LayerRow> Scan(Space space, string from, int limit, long at) =>
        parent is null ? Own(space, from, limit, at) : [.. Walk(space, from, at).Take(limit)];

    public long Count(Space space, long at)
    {
        if (parent is null)
        {
            return pool.Use(session =>
            {
                if (_spaces.Find(session, space) is not { } id)
                    return 0;
                var window = _windows.Over(session, at);
                return session.Number(CountSql, id, window?.From ?? at)!.Value + (window?.Growth(id, at) ?? 0);
            });
        }

        var above = Math.Min(at, forkedAt);
        var count = parent.Count(space, above);
        foreach (var row in Paged(space, "", at))
            count += (row.Json is null ? 0 : 1) - (parent.Find(space, row.Key, above) is null ? 0 : 1);
        return count;
    }

    public IEnumerable<Space> Spaces() => pool.Use(SqliteSpaces.All).Concat(parent?.Spaces() ?? []).Distinct();

    public Dictionary<Scope, long> Versions(long at)
    {
        var versions = parent?.Versions(Math.Min(at, forkedAt)) ?? [];
        foreach (var (scope, version) in pool.Use(session => OwnVersions(session, at)))
            versions[scope] = version;
        return versions;
    }

    /// <summary>The last commit up to one as of which the tables tell all.</summary>
    public long FloorOf(long at) => pool.Use(session => _windows.FloorOf(session, at));

    /// <summary>The instant of a commit; null if the layer does not know it.</summary>
    public DateTimeOffset? InstantOf(long sequence)
    {
        var own = pool.Use<DateTimeOffset?>(session =>
        {
            var start = SqliteMeta.ReadBase(session);
            if (sequence == start.Sequence)
                return start.Instant;
            const string Sql = """
                SELECT instant FROM log WHERE seq = $1 UNION ALL SELECT instant FROM commits WHERE seq = $1
                """;
            return session.Text(Sql, sequence) is { } text
                ? ParseInstant(text)
                : null;
        });
        return own ?? (sequence < forkedAt ? parent?.InstantOf(sequence) : null);
    }

    public static DateTimeOffset ParseInstant(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public void Dispose()
    {
        pool.Dispose();
        parent?.Dispose();
    }

    /// <summary>Rows of this layer and those that it is over, in key order; what is gone is left out.</summary>
    private IEnumerable<LayerRow> Walk(Space space, string from, long at)
    {
        if (parent is null)
            return Paged(space, from, at);
        return LayerRows.Merge(Paged(space, from, at), parent.Walk(space, from, Math.Min(at, forkedAt)));
    }

    private IEnumerable<LayerRow> Paged(Space space, string from, long at)
    {
        while (true)
        {
            var page = Own(space, from, Page, at);
            foreach (var row in page)
                yield return row;
            if (page.Count < Page)
                yield break;
            from = page[^1].Key + "\0";
        }
    }

    private IReadOnlyList<LayerRow> Own(Space space, string from, int limit, long at) =>
        pool.Use(session =>
        {
            if (_spaces.Find(session, space) is not { } id)
                return [];
            return _windows.Over(session, at) is { } window
                ? LayerRows.Scan(
                    (from, limit),
                    start => window.Page(id, start, limit, at),
                    (start, floor) => InTables(session, id, (start, limit), floor),
                    keepsGone: parent is not null)
                : InTables(session, id, (from, limit), at);
        });

    private static List<LayerRow> InTables(
        SqliteSession session, long space, (string From, int Limit) range, long at) =>
        session.Rows(
            ScanSql,
            static row => new LayerRow(row.GetString(0), row.GetUtf8(1)),
            space,
            range.From,
            at,
            range.Limit);

    private Dictionary<Scope, long> OwnVersions(SqliteSession session, long at)
    {
        const string Sql = """
            SELECT scope, (SELECT max(seq) FROM versions WHERE versions.scope = scopes.scope AND seq <= $1) FROM scopes
            """;
        var window = _windows.Over(session, at);
        var versions = new Dictionary<Scope, long>();
        foreach (var (scope, version) in session.Rows(
            Sql, static row => (row.GetString(0), row.IsNull(1) ? 0 : row.GetInt64(1)), window?.From ?? at))
        {
            if (version > 0)
                versions[Scope.Parse(scope)] = version;
        }
        if (window is null)
            return versions;
        var spaces = SqliteSpaces.Numbered(session).ToDictionary();
        foreach (var (space, sequence) in window.Touched(at))
            versions[spaces[space].Scope] = sequence;
        return versions;
    }
}
