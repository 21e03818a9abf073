using Microsoft.Data.Sqlite;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>A world in a file. What is acknowledged survives the loss of process and power.</summary>
public sealed class SqliteStore : IStore
{
    private const int JournalPage = 256;

    private readonly SqliteLayer _layer;
    private readonly SqliteWriter _writer;
    private readonly SqliteHistory _history;
    private Task _settling = Task.CompletedTask;

    internal SqliteStore(SqliteMeta meta, SqliteLayer layer, SqliteSettling settling)
    {
        Header = meta.Header;
        _layer = layer;
        _writer = new(layer, settling);
        try
        {
            _history = new(layer, _writer);
        }
        catch
        {
            _writer.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public StoreHeader Header { get; }

    /// <inheritdoc/>
    public long Oldest => _history.Oldest;

    internal Action<SqliteStore>? Closed { get; init; }

    private SqliteTail Tail => _writer.Tail;

    /// <inheritdoc/>
    public StoreTip ReadTip() => _writer.ReadTip();

    /// <inheritdoc/>
    public StoreTip ReadTip(DateTimeOffset instant) => _history.ReadTip(instant);

    /// <inheritdoc/>
    public StoreTip ReadTip(long sequence) => _history.ReadTip(sequence);

    /// <inheritdoc/>
    public IReadOnlyList<Space> Spaces() => [.. _layer.Spaces().Order()];

    /// <inheritdoc/>
    public IReadOnlyDictionary<Scope, long> Versions(long at)
    {
        var (late, settled) = Tail.Versions(_history.Kept(at));
        var versions = _layer.Versions(settled);
        foreach (var (scope, version) in late)
            versions[scope] = version;
        return versions;
    }

    /// <inheritdoc/>
    public byte[]? Find(Space space, string key, long at)
    {
        var (version, settled) = Tail.Find(space, key, _history.Kept(at));
        return version is null ? _layer.Find(space, key, settled) : version.Json;
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredRow> Scan(Space space, string from, int limit, long at)
    {
        _history.Kept(at);
        return [.. LayerRows
            .Scan(
                (from, limit),
                start => Tail.Page(space, start, limit, at),
                (start, settled) => _layer.Scan(space, start, limit, settled))
            .Select(static row => new StoredRow(row.Key, row.Json!))];
    }

    /// <inheritdoc/>
    public long Count(Space space, long at)
    {
        var (growth, settled) = Tail.Growth(space, _history.Kept(at));
        return _layer.Count(space, settled) + growth;
    }

    /// <inheritdoc/>
    public IEnumerable<Commit> Journal(long from, long to)
    {
        from = Math.Max(from, Oldest + 1);
        to = Math.Min(to, Tail.Tip.Sequence);
        while (from <= to)
        {
            if (Tail.Find(from) is var (tip, late, _, _))
            {
                yield return new(tip.Sequence, tip.Instant, late.Caller, late.RequestId, late.Operation, late.Changes);
                from++;
                continue;
            }
            var end = Math.Min(Math.Min(to, Tail.Settled), from + JournalPage - 1);
            foreach (var commit in SqliteJournal.Page(_layer, from, end))
                yield return commit;
            from = end + 1;
        }
    }

    /// <inheritdoc/>
    public async Task<long> CompareAndSwapAsync(
        IReadOnlyDictionary<Scope, long> expected, IReadOnlyList<Commit> batch)
    {
        await SettledAsync();
        var first = await Task.Run(() => _writer.Commit(expected, batch));
        if (Tail.Due is not null)
            _settling = Task.Run(() => _writer.Settle(all: false));
        return first;
    }

    /// <inheritdoc/>
    public async Task RestoreAsync(
        StoreTip tip,
        IReadOnlyDictionary<Scope, long> versions,
        IAsyncEnumerable<(Space Space, StoredRow Row)> rows)
    {
        await SettledAsync();
        await _writer.RestoreAsync(tip, versions, rows);
        _history.Restored(tip.Sequence);
    }

    /// <inheritdoc/>
    public async Task CompactAsync(long oldest)
    {
        await SettledAsync();
        _history.Compact(oldest);
    }

    /// <summary>Closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _settling;
            Settle();
        }
        catch (SqliteException)
        {
            // What could not be brought into the tables lies safe in the tail, and is settled when the file is opened.
        }
        _writer.Dispose();
        _layer.Dispose();
        Closed?.Invoke(this);
    }

    /// <summary>Brings all into the tables, where others that read the file find it.</summary>
    internal void Settle() => _writer.Settle(all: true);

    internal static StoreTip ReadTip(SqliteSession session) =>
        LastOf(session, "SELECT seq, instant FROM log ORDER BY seq DESC LIMIT 1")
            ?? LastOf(session, "SELECT seq, instant FROM commits ORDER BY seq DESC LIMIT 1")
            ?? SqliteMeta.ReadBase(session);

    private static StoreTip? LastOf(SqliteSession session, string sql)
    {
        var last = session.Rows(
            sql, static row => new StoreTip(row.GetInt64(0), SqliteLayer.ParseInstant(row.GetString(1))));
        return last.Count > 0 ? last[0] : null;
    }

    /// <summary>Waits until what is due is settled. Where that failed it is tried again, and fails who waits.</summary>
    private Task SettledAsync()
    {
        if (_settling.IsFaulted)
            _settling = Task.Run(() => _writer.Settle(all: false));
        return _settling;
    }
}
