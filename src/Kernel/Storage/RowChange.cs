using Orrery.Kernel.State;

namespace Orrery.Kernel.Storage;

/// <summary>The change of one record in a commit.</summary>
public sealed class RowChange
{
    private readonly AnyTable? _records;
    private object? _before;
    private object? _after;

    /// <summary>A change of which both records are written.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="key">The record's key.</param>
    /// <param name="before">The record before, as UTF-8 JSON, never to be written to; null if it is new.</param>
    /// <param name="after">The record after, as UTF-8 JSON, never to be written to; null if it was removed.</param>
    public RowChange(string table, Scope scope, string key, byte[]? before, byte[]? after)
    {
        (Table, Scope, Key, Before, After) = (table, scope, key, before, after);
        (WasThere, IsThere) = (before is not null, after is not null);
    }

    /// <summary>
    /// A change of which no record is written yet: each is when somebody asks. What is new is written by the store,
    /// beside the writer of the world; what was removed hardly anybody asks for.
    /// </summary>
    internal RowChange(AnyTable table, Scope scope, string key, object? before, object? after)
    {
        (Table, Scope, Key) = (table.Name, scope, key);
        (WasThere, IsThere) = (before is not null, after is not null);
        (_records, _before, _after) = (table, before, after);
    }

    /// <summary>The table's name.</summary>
    public string Table { get; }

    /// <summary>The scope.</summary>
    public Scope Scope { get; }

    /// <summary>The record's key.</summary>
    public string Key { get; }

    /// <summary>Whether there was a record before.</summary>
    public bool WasThere { get; }

    /// <summary>Whether there is a record after.</summary>
    public bool IsThere { get; }

    /// <summary>The record before, as UTF-8 JSON, never to be written to; null if it is new.</summary>
    public byte[]? Before
    {
        get => Volatile.Read(ref _before) is { } record ? Write(out field, ref _before, record) : field;
        private set;
    }

    /// <summary>The record after, as UTF-8 JSON, never to be written to; null if it was removed.</summary>
    public byte[]? After
    {
        get => Volatile.Read(ref _after) is { } record ? Write(out field, ref _after, record) : field;
        private set;
    }

    /// <summary>The table in its scope.</summary>
    public Space Space => new(Table, Scope);

    // Of two threads that ask at once, both write it, and both write the same. It is let go once it is written.
    private byte[] Write(out byte[]? json, ref object? record, object written)
    {
        var text = _records!.WriteRecord(written);
        json = text;
        Volatile.Write(ref record, null);
        return text;
    }
}
