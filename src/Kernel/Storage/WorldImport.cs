using System.Text.Json;
using Orrery.Kernel.State;

namespace Orrery.Kernel.Storage;

/// <summary>Reads what <see cref="WorldExport"/> wrote into an empty store.</summary>
internal sealed class WorldImport : IDisposable
{
    private const int CommitsAtOnce = 256;

    private readonly StreamReader _reader;
    private readonly Blueprint _blueprint;
    private readonly Sealer? _sealer;
    private ExportLine? _line;
    private readonly Dictionary<(Space, string), byte[]?> _pending = [];
    private long _appended;
    private long _lines = 1;

    private WorldImport(StreamReader reader, ExportHead head, Blueprint blueprint, string? passphrase)
    {
        _reader = reader;
        _blueprint = blueprint;
        Head = head;
        if (head.Seal is null) return;
        (_sealer, var seed) = Sealer.Of(passphrase, head.Seal);
        Head = head with { Header = head.Header with { Seed = seed } };
    }

    public ExportHead Head { get; }

    private CancellationToken Cancellation { get; init; }

    /// <exception cref="InvalidDataException">It is not an exported world.</exception>
    /// <exception cref="SealedExportException">Its secrets are sealed under another passphrase.</exception>
    public static async Task<WorldImport> BeginAsync(
        Stream from, Blueprint blueprint, string? passphrase, CancellationToken cancellation)
    {
        var reader = new StreamReader(from, leaveOpen: true);
        var first = await reader.ReadLineAsync(cancellation);
        var head = first is null ? null : Parse(first);
        return head is { IsKnown: true }
            ? new(reader, head, blueprint, passphrase) { Cancellation = cancellation }
            : throw new InvalidDataException("This is not an exported world.");
    }

    /// <exception cref="InvalidDataException">The export is not whole.</exception>
    public async Task FillAsync(IStore store)
    {
        await NextAsync();
        var versions = new Dictionary<Scope, long>();
        for (; _line is { Version: { } version }; await NextAsync())
            versions[_line.Scope!.Value] = version;
        await store.RestoreAsync(Head.From, versions, RowsAsync());
        _appended = Head.From.Sequence;
        var batch = new List<Commit>();
        for (; _line?.Sequence is not null; await NextAsync())
        {
            batch.Add(CommitOf(_line, store));
            if (batch.Count == CommitsAtOnce)
                await AppendAsync(store, batch);
        }
        await AppendAsync(store, batch);
        if (_line?.End != _lines - 1 || store.ReadTip() != Head.To)
            throw new InvalidDataException("The exported world is not whole.");
    }

    public void Dispose() => _reader.Dispose();

    private static ExportHead? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ExportJson.Default.ExportHead);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task AppendAsync(IStore store, List<Commit> batch)
    {
        if (batch.Count > 0)
            await store.CompareAndSwapAsync(new Dictionary<Scope, long>(), batch);
        batch.Clear();
        _pending.Clear();
        _appended = store.ReadTip().Sequence;
    }

    private Commit CommitOf(ExportLine line, IStore store) =>
        new(
            line.Sequence!.Value,
            line.Instant!.Value,
            line.Caller!,
            line.RequestId!,
            line.Operation!,
            [.. line.Changes!.Select(change => ChangeOf(change, store))]);

    /// <summary>The record before a change is what the last change of this batch, or the store, has.</summary>
    private RowChange ChangeOf(ExportLine change, IStore store)
    {
        var space = new Space(change.Table!, change.Scope!.Value);
        var place = (space, change.Key!);
        if (!_pending.TryGetValue(place, out var before))
            before = store.Find(space, change.Key!, _appended);
        var after = Opened(space, change);
        _pending[place] = after;
        return new(space.Table, space.Scope, change.Key!, before, after);
    }

    private async IAsyncEnumerable<(Space Space, StoredRow Row)> RowsAsync()
    {
        for (; _line is { Table: { } table, Key: { } key }; await NextAsync())
        {
            var space = new Space(table, _line.Scope!.Value);
            yield return (space, new(key, Opened(space, _line)!));
        }
    }

    private byte[]? Opened(Space space, ExportLine line) => line.Record?.Utf8 is { } json && _sealer is not null
        ? _sealer.Open(space, line.Key!, json, _blueprint.SecretsOf(space.Table))
        : line.Record?.Utf8;

    private async Task NextAsync()
    {
        var text = await _reader.ReadLineAsync(Cancellation);
        _line = text is null ? null : JsonSerializer.Deserialize(text, ExportJson.Default.ExportLine);
        if (_line is { IsWhole: false })
            throw new InvalidDataException($"Line {_lines + 1} of the exported world is not whole.");
        _lines++;
    }
}
