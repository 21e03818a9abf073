using System.Globalization;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>
/// The rows in the tables of one file as of any commit that is settled. A fork's file holds only what changed since the
/// fork: everything else is read through to the parent's file as of the fork. So a fork costs the same for ten rows and
/// for ten million.
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

    internal const string ScanSql = $"""
        SELECT key, json FROM live WHERE space = $1 AND key >= $2 AND seq <= $3
        UNION ALL SELECT key, json FROM {PastIf} NOT INDEXED
        WHERE {IsSettled} > $3 AND space = $1 AND key >= $2 AND seq <= $3 AND until > $3
        ORDER BY key LIMIT $4
        """;

    private const string CountSql = $"""
        SELECT (SELECT count(*) FROM live WHERE space = $1 AND seq <= $2)
            + (SELECT count(*) FROM {PastIf} WHERE {IsSettled} > $2 AND space = $1 AND seq <= $2 AND until > $2)
        """;

    private readonly SqliteSpaces _spaces = new();

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
            var rows = session.Rows(FindSql, static row => row.GetUtf8(0), id, key, at);
            return rows.Count == 0 ? (false, null) : (true, rows[0]);
        });
        return found is (false, _) && parent is not null
            ? parent.Find(space, key, Math.Min(at, forkedAt))
            : found.Item2;
    }

    /// <summary>At most so many rows at and after a key.</summary>
    public IReadOnlyList<StoredRow> Scan(Space space, string from, int limit, long at)
    {
        var rows = parent is null ? Own(space, from, limit, at) : Walk(space, from, at).Take(limit);
        return [.. rows.Select(static row => new StoredRow(row.Key, row.Json!))];
    }

    public long Count(Space space, long at)
    {
        if (parent is null)
        {
            return pool.Use(session =>
                _spaces.Find(session, space) is { } id ? session.Number(CountSql, id, at)!.Value : 0);
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
        const string Sql = """
            SELECT scope, (SELECT max(seq) FROM versions WHERE versions.scope = scopes.scope AND seq <= $1) FROM scopes
            """;
        foreach (var (scope, version) in pool.Use(session => session.Rows(
            Sql, static row => (row.GetString(0), row.IsNull(1) ? 0 : row.GetInt64(1)), at)))
        {
            if (version > 0)
                versions[Scope.Parse(scope)] = version;
        }
        return versions;
    }

    /// <summary>The instant of a commit; null if the layer does not know it.</summary>
    public DateTimeOffset? InstantOf(long sequence)
    {
        var own = pool.Use<DateTimeOffset?>(session =>
        {
            var start = SqliteMeta.ReadBase(session);
            if (sequence == start.Sequence)
                return start.Instant;
            return session.Text("SELECT instant FROM commits WHERE seq = $1", sequence) is { } text
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
        return Merge(Paged(space, from, at), parent.Walk(space, from, Math.Min(at, forkedAt)));
    }

    /// <summary>Rows of what lies above before those below, in key order; what is gone above is left out.</summary>
    public static IEnumerable<LayerRow> Merge(IEnumerable<LayerRow> above, IEnumerable<LayerRow> below)
    {
        using var upper = above.GetEnumerator();
        using var lower = below.GetEnumerator();
        var hasUpper = upper.MoveNext();
        var hasLower = lower.MoveNext();
        while (hasUpper || hasLower)
        {
            var order = !hasUpper ? 1 : !hasLower ? -1 : KeyOrder.Compare(upper.Current.Key, lower.Current.Key);
            if (order > 0)
                yield return lower.Current;
            else if (upper.Current.Json is not null)
                yield return upper.Current;
            if (order <= 0)
                hasUpper = upper.MoveNext();
            if (order >= 0)
                hasLower = lower.MoveNext();
        }
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

    private List<LayerRow> Own(Space space, string from, int limit, long at) =>
        pool.Use(session =>
        {
            if (_spaces.Find(session, space) is not { } id)
                return [];
            return session.Rows(
                ScanSql,
                static row => new LayerRow(row.GetString(0), row.GetUtf8(1)),
                id,
                from,
                at,
                limit);
        });
}
