using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Orrery.Kernel.Storage;

namespace Orrery.Kernel.State;

/// <summary>
/// A table by its record type alone: all that works on keys as text is here, so that it is compiled once for all key
/// types.
/// </summary>
/// <typeparam name="TRecord">The immutable record.</typeparam>
public abstract class RecordTable<TRecord> : AnyTable
    where TRecord : class
{
    private readonly Func<JsonTypeInfo<TRecord>> _jsonOf;
    private readonly List<RecordIndex<TRecord>> _indexes = [];
    private LastWritten? _lastWritten;

    private protected RecordTable(
        string name, bool isStored, Func<TRecord, string> key, Func<JsonTypeInfo<TRecord>> json)
        : base(name, isStored)
    {
        KeyOf = key;
        _jsonOf = json;
    }

    /// <summary>The key of a record, as text.</summary>
    public Func<TRecord, string> KeyOf { get; }

    internal IReadOnlyList<RecordIndex<TRecord>> Indexes => _indexes;

    internal TRecord FromJson(byte[] json) =>
        JsonSerializer.Deserialize(json, Json)
            ?? throw new JsonException($"A record of table {Name} is null.");

    /// <summary>A record as UTF-8 JSON, never to be written to.</summary>
    internal byte[] ToJson(TRecord record)
    {
        var last = _lastWritten ??= new();
        if (last.Find(record) is { } known)
            return known;
        var json = RecordJson.Of(record, Json);
        last.Add(record, json);
        return json;
    }

    /// <summary>How records are written. Made at the first record: an idle program holds none of it.</summary>
    private JsonTypeInfo<TRecord> Json => field ??= _jsonOf();

    /// <summary>The rows of one scope in a snapshot; what is made of them is of the commit after it.</summary>
    internal Rows<TRecord> Open(object? slot, Snapshot snapshot, Scope scope) =>
        IsStored
            ? new StoredRows<TRecord>(
                this, (snapshot.Store, snapshot.Sequence + 1), scope,
                slot as StoredEdits<TRecord> ?? StoredEdits<TRecord>.None)
            : slot as ResidentRows<TRecord> ?? new ResidentRows<TRecord>(this);

    internal override byte[] WriteRecord(object record) => ToJson((TRecord)record);

    internal override object? Load(StoreView store, Scope scope)
    {
        var entries = new List<KeyValuePair<string, TRecord>>();
        foreach (var row in store.Scan(new(Name, scope), ""))
            entries.Add(new(row.Key, FromJson(row.Json)));
        return entries.Count == 0 ? null : ResidentRows<TRecord>.FromSorted(this, entries);
    }

    internal override object? Apply(object? slot, string key, byte[]? json)
    {
        if (IsStored)
            return slot;
        var rows = slot as ResidentRows<TRecord> ?? new ResidentRows<TRecord>(this);
        return json is { } present ? rows.Put(key, FromJson(present)) : rows.Remove(key);
    }

    internal override object? Beyond(object? slot, long stored) =>
        IsStored ? (slot as StoredEdits<TRecord>)?.Beyond(stored) : slot;

    private protected int Declare(RecordIndex<TRecord> by)
    {
        if (IsStored)
            throw new InvalidOperationException($"Table {Name} is stored: only resident tables have indexes.");
        if (IsFrozen)
            throw new InvalidOperationException($"Declare the indexes of table {Name} where the table is made.");
        _indexes.Add(by);
        return _indexes.Count - 1;
    }
}
