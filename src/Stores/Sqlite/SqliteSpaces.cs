using System.Collections.Concurrent;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>
/// The numbers of the spaces in one file. A number never changes, so what was found is remembered; and so is what was
/// not found, until the writer makes a space: many tables of many scopes never have a row.
/// </summary>
internal sealed class SqliteSpaces
{
    private const int MostMissing = 4096;

    private readonly ConcurrentDictionary<Space, long> _ids = [];
    private readonly Lock _lock = new();
    private readonly HashSet<Space> _missing = [];
    private int _generation;

    /// <summary>The number of a space; null if the file has none for it.</summary>
    public long? Find(SqliteSession session, Space space)
    {
        if (_ids.TryGetValue(space, out var known))
            return known;
        if (IsMissing(space, out var generation))
            return null;
        const string Sql = "SELECT id FROM spaces WHERE tbl = $1 AND scope = $2";
        if (session.Number(Sql, space.Table, space.Scope.ToString()) is { } id)
            return _ids[space] = id;
        Miss(space, generation);
        return null;
    }

    /// <summary>There may be more spaces than before.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _generation++;
            _missing.Clear();
        }
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

    private bool IsMissing(Space space, out int generation)
    {
        lock (_lock)
        {
            generation = _generation;
            return _missing.Contains(space);
        }
    }

    /// <summary>What was looked for before there were more spaces is not known to be missing.</summary>
    private void Miss(Space space, int generation)
    {
        lock (_lock)
        {
            if (generation != _generation)
                return;
            if (_missing.Count >= MostMissing)
                _missing.Clear();
            _missing.Add(space);
        }
    }
}
