using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>Writes commits into a world's file, through one connection. Who comes while it is at work waits.</summary>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>More than what a launch of a thousand instances changes, as text.</summary>
    private const int LargestText = 16 * 1024 * 1024;

    private const string LogSql = "INSERT INTO log VALUES ($1, $2, $3, $4, $5, $6)";

    /// <summary>Rows of some thousand calls; the list of more is not kept.</summary>
    private const int LargestLate = 16 * 1024;

    private readonly SqliteLayer _layer;
    private readonly SqliteSession _session;
    private readonly SqliteSettler _settler;
    private readonly Lock _turn = new();
    private readonly Dictionary<Space, long> _added = [];

    /// <summary>The newest versions of scopes that were asked for.</summary>
    private readonly Dictionary<Scope, long> _versions = [];

    /// <summary>
    /// What is being settled. Kept: the list of some hundred rows is so large that only a collection of all memory
    /// would free it.
    /// </summary>
    private readonly List<LateChange> _late = [];
    private ArrayBufferWriter<byte> _text = new();
    private (Caller? Caller, string Json) _caller = (null, "");

    public SqliteWriter(SqliteLayer layer, SqliteSettling settling)
    {
        _layer = layer;
        _session = new(layer.Pool.Path);
        try
        {
            _session.Script(SqliteSchema.Writer);
            _settler = new(_session, layer.Parent is not null);
            Tail = new(SqliteStore.ReadTip(_session), settling);
            Settle(all: true);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>The commits that are not in the tables yet.</summary>
    public SqliteTail Tail { get; }

    public void Dispose() => _session.Dispose();

    /// <summary>Does something in one transaction, whole or not at all.</summary>
    public T InTransaction<T>(Func<SqliteSession, T> body)
    {
        lock (_turn)
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
                ForgetAdded();
            }
        }
    }

    /// <summary>Writes a batch if every scope has the version that it rests on.</summary>
    /// <returns>The sequence that the first commit got.</returns>
    public long Commit(IReadOnlyDictionary<Scope, long> expected, IReadOnlyList<Commit> batch)
    {
        lock (_turn)
        {
            var commits = new List<(StoreTip Tip, Commit Commit)>(batch.Count);
            var (before, isOthers) = InTransaction(session => Commit(session, expected, batch, commits));
            if (isOthers)
                Restart(before);
            Tail.Add(commits);
            foreach (var (tip, commit) in commits)
                foreach (var scope in commit.Scopes)
                    _versions[scope] = tip.Sequence;
            return commits[0].Tip.Sequence;
        }
    }

    /// <summary>Brings into the tables what the tail changed: what is due, or all.</summary>
    public void Settle(bool all)
    {
        lock (_turn)
        {
            var tip = Tail.Tip.Sequence;
            if ((all ? tip : Tail.Due) is not { } last || !SqliteSettler.HasWork(_session))
                return;
            InTransaction(_ => Settled(last));
            Tail.Settle(last);
        }
    }

    /// <summary>The newest commit of the file, whoever made it; what others made is taken over.</summary>
    public StoreTip ReadTip()
    {
        lock (_turn)
        {
            var tip = SqliteStore.ReadTip(_session);
            if (tip.Sequence == Tail.Tip.Sequence)
                return tip;
            tip = InTransaction(SettledWhole);
            Restart(tip);
            return tip;
        }
    }

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
            SqliteMeta.WriteSettled(_session, tip.Sequence);
            foreach (var (scope, version) in versions)
            {
                _session.Run("INSERT OR IGNORE INTO scopes VALUES ($1)", scope.ToString());
                _session.Run("INSERT INTO versions VALUES ($1, $2)", scope.ToString(), version);
            }
            await foreach (var (space, row) in rows)
            {
                _session.Run(
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
            ForgetAdded();
        }
        Restart(tip);
    }

    /// <summary>
    /// Writes a batch to the end of the log. If others wrote there since, all that lies there is settled first: memory
    /// knows nothing of it.
    /// </summary>
    private (StoreTip Before, bool IsOthers) Commit(
        SqliteSession session, IReadOnlyDictionary<Scope, long> expected, IReadOnlyList<Commit> batch,
        List<(StoreTip Tip, Commit Commit)> commits)
    {
        var tip = SqliteStore.ReadTip(session);
        var isOthers = tip.Sequence != Tail.Tip.Sequence;
        if (isOthers)
        {
            _layer.SpaceIds.Forget();
            _versions.Clear();
            tip = SettledWhole(session);
        }
        foreach (var (scope, version) in expected)
        {
            var actual = VersionOf(session, scope);
            if (actual != version)
                throw new StoreConflictException(scope, version, actual);
        }
        var before = tip;
        foreach (var commit in batch)
        {
            tip = new(tip.Sequence + 1, commit.Instant < tip.Instant ? tip.Instant : commit.Instant);
            Write(session, commit, tip);
            commits.Add((tip, commit));
        }
        return (before, isOthers);
    }

    private void Write(SqliteSession session, Commit commit, StoreTip tip)
    {
        if (_text.Capacity > LargestText)
            _text = new();
        _text.ResetWrittenCount();
        TailJson.Write(_text, commit, IdOf);
        session.Run(
            LogSql,
            tip.Sequence,
            tip.Instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            commit.Operation,
            commit.RequestId,
            JsonOf(commit.Caller),
            _text.WrittenMemory);
    }

    /// <summary>What memory knows need not be read; unless somebody else has settled some of it.</summary>
    private bool Settled(long last)
    {
        if (Tail.Settled == SqliteMeta.ReadSettled(_session))
            RunKnown(last);
        else
            _settler.Run(last);
        return true;
    }

    private void RunKnown(long last)
    {
        try
        {
            var versions = Tail.Left(last, IdOf, _late);
            _settler.Run(last, _late, versions);
        }
        finally
        {
            _late.Clear();
            if (_late.Capacity > LargestLate)
                _late.Capacity = 0;
        }
    }

    private StoreTip SettledWhole(SqliteSession session)
    {
        var tip = SqliteStore.ReadTip(session);
        _settler.Run(tip.Sequence);
        return tip;
    }

    private void Restart(StoreTip tip)
    {
        _layer.SpaceIds.Forget();
        _versions.Clear();
        Tail.Restart(tip);
    }

    /// <summary>Callers come again and again, mostly the same one.</summary>
    private string JsonOf(Caller caller)
    {
        if (caller != _caller.Caller)
            _caller = (caller, JsonSerializer.Serialize(caller, StoresJson.Default.Caller));
        return _caller.Json;
    }

    private long VersionOf(SqliteSession session, Scope scope)
    {
        if (_versions.TryGetValue(scope, out var known))
            return known;
        var own = session.Number("SELECT max(seq) FROM versions WHERE scope = $1", scope.ToString());
        return _versions[scope] =
            own ?? _layer.Parent?.Versions(_layer.ForkedAt).GetValueOrDefault(scope) ?? 0;
    }

    private long IdOf(Space space)
    {
        if (_added.Count > 0 && _added.TryGetValue(space, out var added))
            return added;
        return _layer.SpaceIds.Find(_session, space) ?? (_added[space] = SqliteSpaces.Add(_session, space));
    }

    /// <summary>New spaces are in the file now, or never were.</summary>
    private void ForgetAdded()
    {
        if (_added.Count == 0)
            return;
        _added.Clear();
        _layer.SpaceIds.Forget();
    }

    private void Rollback()
    {
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
