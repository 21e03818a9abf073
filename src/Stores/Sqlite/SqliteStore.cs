using System.Text.Json;
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

    internal SqliteStore(SqliteMeta meta, SqliteLayer layer)
    {
        Header = meta.Header;
        _layer = layer;
        _writer = new(layer);
        _history = new(layer, _writer);
    }

    /// <inheritdoc/>
    public StoreHeader Header { get; }

    /// <inheritdoc/>
    public long Oldest => _history.Oldest;

    internal Action<SqliteStore>? Closed { get; init; }

    /// <inheritdoc/>
    public StoreTip ReadTip() => _layer.Pool.Use(ReadTip);

    /// <inheritdoc/>
    public StoreTip ReadTip(DateTimeOffset instant) => _history.ReadTip(instant);

    /// <inheritdoc/>
    public StoreTip ReadTip(long sequence) => _history.ReadTip(sequence);

    /// <inheritdoc/>
    public IReadOnlyList<Space> Spaces() => [.. _layer.Spaces().Order()];

    /// <inheritdoc/>
    public IReadOnlyDictionary<Scope, long> Versions(long at) => _layer.Versions(_history.Kept(at));

    /// <inheritdoc/>
    public byte[]? Find(Space space, string key, long at) => _layer.Find(space, key, _history.Kept(at));

    /// <inheritdoc/>
    public IReadOnlyList<StoredRow> Scan(Space space, string from, int limit, long at) =>
        _layer.Scan(space, from, limit, _history.Kept(at));

    /// <inheritdoc/>
    public long Count(Space space, long at) => _layer.Count(space, _history.Kept(at));

    /// <inheritdoc/>
    public IEnumerable<Commit> Journal(long from, long to)
    {
        from = Math.Max(from, Oldest + 1);
        to = Math.Min(to, ReadTip().Sequence);
        while (from <= to)
        {
            var end = Math.Min(to, from + JournalPage - 1);
            foreach (var commit in JournalPageOf(_layer, from, end))
                yield return commit;
            from = end + 1;
        }
    }

    /// <inheritdoc/>
    public Task<long> CompareAndSwapAsync(IReadOnlyDictionary<Scope, long> expected, IReadOnlyList<Commit> batch) =>
        Task.Run(() => _writer.Commit(expected, batch));

    /// <inheritdoc/>
    public async Task RestoreAsync(
        StoreTip tip,
        IReadOnlyDictionary<Scope, long> versions,
        IAsyncEnumerable<(Space Space, StoredRow Row)> rows)
    {
        await _writer.RestoreAsync(tip, versions, rows);
        _history.Restored(tip.Sequence);
    }

    /// <inheritdoc/>
    public Task CompactAsync(long oldest)
    {
        _history.Compact(oldest);
        return Task.CompletedTask;
    }

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        _layer.Dispose();
        Closed?.Invoke(this);
        return ValueTask.CompletedTask;
    }

    internal static StoreTip ReadTip(SqliteSession session)
    {
        var last = session.Rows(
            "SELECT seq, instant FROM commits ORDER BY seq DESC LIMIT 1",
            static row => new StoreTip(row.GetInt64(0), SqliteLayer.ParseInstant(row.GetString(1))));
        return last.Count > 0 ? last[0] : SqliteMeta.ReadBase(session);
    }

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
