using System.Text.Json;
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
        _history = new(layer, _writer);
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
        var found = new List<StoredRow>();
        while (true)
        {
            var late = Tail.Page(space, from, limit, at);
            var rows = _layer.Scan(space, from, limit, late.Settled);
            if (found.Count == 0 && late is { Rows.Count: 0, IsWhole: true })
                return rows;
            var last = Nearer(late.Last, rows.Count < limit ? null : rows[^1].Key);
            found.AddRange(SqliteLayer
                .Merge(late.Rows, rows.Select(static row => new LayerRow(row.Key, row.Json)))
                .TakeWhile(row => last is null || KeyOrder.Compare(row.Key, last) <= 0)
                .Take(limit - found.Count)
                .Select(static row => new StoredRow(row.Key, row.Json!)));
            if (last is null || found.Count == limit)
                return found;
            from = last + "\0";
        }
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
            if (Tail.Find(from) is var (tip, late, _))
            {
                yield return new(tip.Sequence, tip.Instant, late.Caller, late.RequestId, late.Operation, late.Changes);
                from++;
                continue;
            }
            var end = Math.Min(Math.Min(to, Tail.Settled), from + JournalPage - 1);
            foreach (var commit in JournalPageOf(_layer, from, end))
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
        LastOf(session, "SELECT seq, instant FROM tail ORDER BY seq DESC LIMIT 1")
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

    private static string? Nearer(string? one, string? other) =>
        one is null || (other is not null && KeyOrder.Compare(other, one) < 0) ? other : one;

    private static IEnumerable<Commit> JournalPageOf(SqliteLayer layer, long from, long to)
    {
        if (layer.Parent is { } parent && from <= layer.ForkedAt)
        {
            foreach (var commit in JournalPageOf(parent, from, Math.Min(to, layer.ForkedAt)))
                yield return commit;
        }
        var spaces = layer.Pool.Use(SqliteSpaces.Numbered).ToDictionary();
        var changes = layer.Pool.Use(session => session.Rows(
            "SELECT seq, space, key FROM changes WHERE seq BETWEEN $1 AND $2 ORDER BY seq, ordinal",
            static row => (Sequence: row.GetInt64(0), Space: row.GetInt64(1), Key: row.GetString(2)),
            from,
            to)).ToLookup(change => change.Sequence);
        foreach (var commit in layer.Pool.Use(session => session.Rows(
            "SELECT seq, instant, operation, request, caller FROM commits WHERE seq BETWEEN $1 AND $2 ORDER BY seq",
            static row => new Commit(
                row.GetInt64(0),
                SqliteLayer.ParseInstant(row.GetString(1)),
                JsonSerializer.Deserialize(row.GetString(4), StoresJson.Default.Caller)!,
                row.GetString(3),
                row.GetString(2),
                []),
            from,
            to)))
        {
            var sequence = commit.Sequence;
            yield return new(sequence, commit.Instant, commit.Caller, commit.RequestId, commit.Operation, [
                .. changes[sequence].Select(change => ChangeOf(layer, spaces[change.Space], change.Key, sequence))]);
        }
    }

    private static RowChange ChangeOf(SqliteLayer layer, Space space, string key, long sequence) =>
        new(space.Table, space.Scope, key, layer.Find(space, key, sequence - 1), layer.Find(space, key, sequence));
}
