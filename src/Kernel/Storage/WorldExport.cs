using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Orrery.Kernel.Storage;

/// <summary>
/// Writes a world as lines of JSON: the rows as of the oldest commit that is kept, then the journal since, or only the
/// rows as of one commit. Equal worlds give equal bytes.
/// </summary>
internal sealed class WorldExport(Stream to, Blueprint blueprint, Sealer? sealer)
{
    private const int Portion = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private long _lines;

    /// <param name="world">The world.</param>
    /// <param name="blueprint">Whose tables tell which members are secret.</param>
    /// <param name="wish">What is wanted; <see cref="ExportWish.At"/> is set.</param>
    /// <param name="to">Where to.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task WriteAsync(
        IStore world, Blueprint blueprint, ExportWish wish, Stream to, CancellationToken cancellation)
    {
        var at = wish.At!.Value;
        var (from, tip) = (world.ReadTip(wish.History ? world.Oldest : at), world.ReadTip(at));
        var head = new ExportHead(ExportHead.Plain, world.Header, from, tip);
        Sealer? sealer = null;
        if (wish.Passphrase is { } passphrase)
        {
            (sealer, var seal) = Sealer.New(passphrase, world.Header, tip);
            head = head with { Format = ExportHead.Sealed, Header = world.Header with { Seed = 0 }, Seal = seal };
        }

        await new WorldExport(to, blueprint, sealer).WriteAsync(world, head, cancellation);
    }

    private async Task WriteAsync(IStore store, ExportHead head, CancellationToken cancellation)
    {
        var (from, tip) = (head.From, head.To);
        Add(head, ExportJson.Default.ExportHead);
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

    private ExportLine LineOf(Space space, string key, byte[]? json) => new()
    {
        Table = space.Table,
        Scope = space.Scope,
        Key = key,
        Record = json is null ? null : new(Sealed(space, key, json)),
    };

    private byte[] Sealed(Space space, string key, byte[] json) =>
        sealer is null ? json : sealer.Seal(space, key, json, blueprint.SecretsOf(space.Table));

    private ExportLine LineOf(Commit commit) => new()
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
