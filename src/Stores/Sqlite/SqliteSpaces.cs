using System.Collections.Concurrent;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>The numbers of the spaces in one file. A number never changes, so what was found is remembered.</summary>
internal sealed class SqliteSpaces
{
    private readonly ConcurrentDictionary<Space, long> _ids = [];

    /// <summary>The number of a space; null if the file has none for it.</summary>
    public long? Find(SqliteSession session, Space space)
    {
        if (_ids.TryGetValue(space, out var known))
            return known;
        const string Sql = "SELECT id FROM spaces WHERE tbl = $1 AND scope = $2";
        if (session.Number(Sql, space.Table, space.Scope.ToString()) is not { } id)
            return null;
        return _ids[space] = id;
    }

    /// <summary>A new number for a space. Not remembered here: the transaction may yet be undone.</summary>
    public static long Add(SqliteSession writer, Space space) =>
        writer.Number(
            "INSERT INTO spaces (tbl, scope) VALUES ($1, $2) RETURNING id", space.Table, space.Scope.ToString())!.Value;

    public static List<Space> All(SqliteSession session) =>
        session.Rows(
            "SELECT tbl, scope FROM spaces",
            row => new Space(row.GetString(0), Scope.Parse(row.GetString(1))));

    public static List<KeyValuePair<long, Space>> Numbered(SqliteSession session) =>
        session.Rows(
            "SELECT id, tbl, scope FROM spaces",
            row => KeyValuePair.Create(row.GetInt64(0), new Space(row.GetString(1), Scope.Parse(row.GetString(2)))));
}
