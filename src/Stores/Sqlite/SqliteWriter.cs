using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>Writes commits into a world's file. One connection; one thread at a time.</summary>
internal sealed class SqliteWriter(SqliteLayer layer, SqliteSettling settling) : IDisposable
{
    /// <summary>A row that is changed stays where it lies.</summary>
    private const string PutSql = """
        INSERT INTO live VALUES ($1, $2, $3, $4)
        ON CONFLICT (space, key) DO UPDATE SET seq = excluded.seq, json = excluded.json
        """;

    private const string AdditionSql = "INSERT INTO changes VALUES ($1, $2, $3, $4, NULL, NULL)";

    /// <summary>A change of what an earlier commit of the batch left keeps that.</summary>
    private const string AgainSql = "INSERT INTO changes VALUES ($1, $2, $3, $4, $5, $6)";

    /// <summary>A change keeps the row that it supersedes; in a fork's file that may be the parent's.</summary>
    private const string ChangeSql = """
        INSERT INTO changes SELECT $1, $2, $3, $4, live.seq, live.json
        FROM (SELECT 1) LEFT JOIN live ON live.space = $3 AND live.key = $4
        """;

    private readonly SqliteSession _session = SessionOf(layer.Pool.Path);
    private readonly Dictionary<Space, long> _added = [];
    private readonly HashSet<string> _scopes = [];

    /// <summary>Rows as the batch leaves them: one that many of its commits change is written once, last.</summary>
    private readonly Dictionary<(long Space, string Key), LeftRow> _left = [];
    private (Caller? Caller, string Json) _caller = (null, "");

    private bool IsFork => layer.Parent is not null;

    public void Dispose() => _session.Dispose();

    /// <summary>Does something in one transaction, whole or not at all.</summary>
    public T InTransaction<T>(Func<SqliteSession, T> body)
    {
        _session.Run("BEGIN IMMEDIATE");
        try
        {
            var result = body(_session);
            _session.Run("COMMIT");
            return result;
        }
        catch
        {
            Rollback();
            throw;
        }
        finally
        {
            _added.Clear();
            _left.Clear();
        }
    }

    /// <summary>Writes a batch if every scope has the version that it rests on.</summary>
    /// <returns>The sequence that the first commit got.</returns>
    public long Commit(IReadOnlyDictionary<Scope, long> expected, IReadOnlyList<Commit> batch) =>
        InTransaction(session =>
        {
            foreach (var (scope, version) in expected)
            {
                var actual = VersionOf(session, scope);
                if (actual != version)
                    throw new StoreConflictException(scope, version, actual);
            }
            var tip = SqliteStore.ReadTip(session);
            var first = tip.Sequence + 1;
            foreach (var commit in batch)
                tip = Write(session, commit, tip);
            Leave(session);
            settling.Run(session, tip.Sequence);
            return first;
        });

    /// <summary>Puts rows without history, as an import does.</summary>
    public async Task RestoreAsync(
        StoreTip tip,
        IReadOnlyDictionary<Scope, long> versions,
        IAsyncEnumerable<(Space Space, StoredRow Row)> rows)
    {
        _session.Run("BEGIN IMMEDIATE");
        try
        {
            SqliteMeta.WriteBase(_session, tip);
            foreach (var (scope, version) in versions)
                Touch(_session, scope, version);
            await foreach (var (space, row) in rows)
            {
                _session.Write(
                    "INSERT INTO live VALUES ($1, $2, $3, $4)",
                    IdOf(space),
                    row.Key,
                    tip.Sequence,
                    row.Json);
            }
            _session.Run("COMMIT");
        }
        catch
        {
            Rollback();
            throw;
        }
        finally
        {
            _added.Clear();
        }
    }

    private static SqliteSession SessionOf(string path)
    {
        var session = new SqliteSession(path);
        session.Script(SqliteSchema.Writer);
        return session;
    }

    private void Touch(SqliteSession session, Scope scope, long sequence)
    {
        var text = scope.ToString();
        if (_scopes.Add(text))
            session.Write("INSERT OR IGNORE INTO scopes VALUES ($1)", text);
        session.Write("INSERT INTO versions VALUES ($1, $2)", text, sequence);
    }

    /// <summary>Callers come again and again, mostly the same one.</summary>
    private string JsonOf(Caller caller)
    {
        if (caller != _caller.Caller)
            _caller = (caller, JsonSerializer.Serialize(caller, StoresJson.Default.Caller));
        return _caller.Json;
    }

    private StoreTip Write(SqliteSession session, Commit commit, StoreTip tip)
    {
        var next = new StoreTip(tip.Sequence + 1, commit.Instant < tip.Instant ? tip.Instant : commit.Instant);
        session.Write(
            "INSERT INTO commits VALUES ($1, $2, $3, $4, $5)",
            next.Sequence,
            next.Instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            commit.Operation,
            commit.RequestId,
            JsonOf(commit.Caller));
        for (var i = 0; i < commit.Changes.Count; i++)
            Write(session, commit.Changes[i], next.Sequence, i);
        foreach (var scope in commit.Scopes)
            Touch(session, scope, next.Sequence);
        return next;
    }

    private void Write(SqliteSession session, RowChange change, long sequence, int ordinal)
    {
        var space = IdOf(change.Space);
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_left, (space, change.Key), out var isAgain);
        if (isAgain)
            session.Write(AgainSql, sequence, ordinal, space, change.Key, Keeps(row) ? row.Sequence : null, row.Json);
        else if (change.Before is not null || IsFork)
            session.Write(ChangeSql, sequence, ordinal, space, change.Key);
        else
            session.Write(AdditionSql, sequence, ordinal, space, change.Key);
        row = new(sequence, change.After, isAgain ? row.WasThere : change.Before is not null);
    }

    /// <summary>Whether a row lies in the file; in a fork's also one that says that the parent's is gone.</summary>
    private bool Keeps(LeftRow row) => row.Json is not null || IsFork;

    private void Leave(SqliteSession session)
    {
        foreach (var ((space, key), row) in _left)
        {
            if (Keeps(row))
                session.Write(PutSql, space, key, row.Sequence, row.Json);
            else if (row.WasThere)
                session.Write("DELETE FROM live WHERE space = $1 AND key = $2", space, key);
        }
    }

    private long VersionOf(SqliteSession session, Scope scope)
    {
        var own = session.Number("SELECT max(seq) FROM versions WHERE scope = $1", scope.ToString());
        return own ?? layer.Parent?.Versions(layer.ForkedAt).GetValueOrDefault(scope) ?? 0;
    }

    private long IdOf(Space space)
    {
        if (_added.TryGetValue(space, out var added))
            return added;
        return layer.SpaceIds.Find(_session, space) ?? (_added[space] = SqliteSpaces.Add(_session, space));
    }

    private void Rollback()
    {
        _scopes.Clear();
        try
        {
            _session.Run("ROLLBACK");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full; the first error is the one to tell.
        }
    }
}
