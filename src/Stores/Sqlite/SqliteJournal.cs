using System.Text.Json;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>The journal as it lies in files.</summary>
internal static class SqliteJournal
{
    /// <summary>In files of before it lies in two tables, which do not tell what rows became.</summary>
    private const string CommitsSql = """
        SELECT seq, instant, operation, request, caller, NULL FROM commits WHERE seq BETWEEN $1 AND $2
        UNION ALL SELECT seq, instant, operation, request, caller, changes FROM log WHERE seq BETWEEN $1 AND $2
        ORDER BY seq
        """;

    private const string ChangesSql =
        "SELECT seq, space, key FROM changes WHERE seq BETWEEN $1 AND $2 ORDER BY seq, ordinal";

    /// <summary>The commits from one to another, both included, that are settled and still kept.</summary>
    public static IEnumerable<Commit> Page(SqliteLayer layer, long from, long to)
    {
        if (layer.Parent is { } parent && from <= layer.ForkedAt)
        {
            foreach (var commit in Page(parent, from, Math.Min(to, layer.ForkedAt)))
                yield return commit;
        }
        var spaces = layer.Pool.Use(SqliteSpaces.Numbered).ToDictionary();
        var old = layer.Pool
            .Use(session => session.Rows(
                ChangesSql,
                static row => new LateChange(row.GetInt64(1), row.GetString(2), row.GetInt64(0)),
                from,
                to))
            .ToLookup(static change => change.Sequence);
        foreach (var (head, text) in layer.Pool.Use(session => session.Rows(CommitsSql, HeadOf, from, to)))
        {
            var changes = text is null
                ? old[head.Sequence].Select(change => Found(layer, spaces[change.Space], change))
                : Told(text, head.Sequence).Select(change => Written(layer, spaces[change.Space], change));
            yield return new(
                head.Sequence, head.Instant, head.Caller, head.RequestId, head.Operation, [.. changes]);
        }
    }

    private static (Commit Head, byte[]? Changes) HeadOf(SqliteRow row)
    {
        var caller = JsonSerializer.Deserialize(row.GetString(4), StoresJson.Default.Caller)!;
        var instant = SqliteLayer.ParseInstant(row.GetString(1));
        return (new(row.GetInt64(0), instant, caller, row.GetString(3), row.GetString(2), []), row.GetUtf8(5));
    }

    private static List<LateChange> Told(byte[] text, long sequence)
    {
        var changes = new List<LateChange>();
        TailJson.Read(text, sequence, changes);
        return changes;
    }

    private static RowChange Written(SqliteLayer layer, Space space, LateChange change) => new(
        space.Table,
        space.Scope,
        change.Key,
        change.WasThere ? layer.Find(space, change.Key, change.Sequence - 1) : null,
        change.Json?.ToArray());

    private static RowChange Found(SqliteLayer layer, Space space, LateChange change) => new(
        space.Table,
        space.Scope,
        change.Key,
        layer.Find(space, change.Key, change.Sequence - 1),
        layer.Find(space, change.Key, change.Sequence));
}
