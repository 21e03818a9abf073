using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Orrery.Kernel.Storage;

/// <summary>
/// Writes a world as lines of JSON: the rows as of the oldest commit that is kept, then the journal since, or only the
/// rows as of one commit. Equal worlds give equal bytes.
/// </summary>
internal sealed class WorldExport(Stream to)
{
    private const int Portion = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private long _lines;

    public static async Task WriteAsync(IStore store, long at, bool history, Stream to, CancellationToken cancellation)
    {
        var export = new WorldExport(to);
        await export.WriteAsync(store, store.ReadTip(history ? store.Oldest : at), store.ReadTip(at), cancellation);
    }

    private async Task WriteAsync(IStore store, StoreTip from, StoreTip tip, CancellationToken cancellation)
    {
        Add(new ExportHead(ExportHead.TheFormat, store.Header, from, tip), ExportJson.Default.ExportHead);
        foreach (var (scope, version) in store.Versions(from.Sequence).OrderBy(static entry => entry.Key))
            Add(new() { Scope = scope, Version = version });
        var view = new StoreView(store, from.Sequence);
        foreach (var space in store.Spaces())
        {
            foreach (var row in view.Scan(space, ""))
            {
                Add(LineOf(space, row.Key, row.Json));
                await FlushAsync(Portion, cancellation);
            }
        }
        foreach (var commit in store.Journal(from.Sequence + 1, tip.Sequence))
        {
            Add(LineOf(commit));
            await FlushAsync(Portion, cancellation);
        }
        Add(new() { End = _lines });
        await FlushAsync(0, cancellation);
        await to.FlushAsync(cancellation);
    }

    private static ExportLine LineOf(Space space, string key, byte[]? json) =>
        new() { Table = space.Table, Scope = space.Scope, Key = key, Record = json is null ? null : new(json) };

    private static ExportLine LineOf(Commit commit) => new()
    {
        Sequence = commit.Sequence,
        Instant = commit.Instant,
        Operation = commit.Operation,
        RequestId = commit.RequestId,
        Caller = commit.Caller,
        Changes = [.. commit.Changes.Select(change => LineOf(change.Space, change.Key, change.After))],
    };

    private void Add(ExportLine line) => Add(line, ExportJson.Default.ExportLine);

    private void Add<T>(T line, JsonTypeInfo<T> type)
    {
        using (var writer = new Utf8JsonWriter(_buffer))
            JsonSerializer.Serialize(writer, line, type);
        _buffer.Write("\n"u8);
        _lines++;
    }

    private async ValueTask FlushAsync(int above, CancellationToken cancellation)
    {
        if (_buffer.WrittenCount <= above)
            return;
        await to.WriteAsync(_buffer.WrittenMemory, cancellation);
        _buffer.ResetWrittenCount();
    }
}
