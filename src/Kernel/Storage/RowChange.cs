using Orrery.Kernel.State;

namespace Orrery.Kernel.Storage;

/// <summary>The change of one record in a commit.</summary>
public sealed class RowChange
{
    private Func<byte[]>? _writeBefore;

    /// <summary>A change of which both records are written.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="key">The record's key.</param>
    /// <param name="before">The record before, as UTF-8 JSON, never to be written to; null if it is new.</param>
    /// <param name="after">The record after, as UTF-8 JSON, never to be written to; null if it was removed.</param>
    public RowChange(string table, Scope scope, string key, byte[]? before, byte[]? after)
    {
        (Table, Scope, Key, Before, After) = (table, scope, key, before, after);
        WasThere = before is not null;
    }

    /// <summary>A removal. Hardly anybody asks what was removed: it is written when somebody does.</summary>
    internal RowChange(string table, Scope scope, string key, Func<byte[]> writeBefore)
    {
        (Table, Scope, Key, WasThere, _writeBefore) = (table, scope, key, true, writeBefore);
    }

    /// <summary>The table's name.</summary>
    public string Table { get; }

    /// <summary>The scope.</summary>
    public Scope Scope { get; }

    /// <summary>The record's key.</summary>
    public string Key { get; }

    /// <summary>Whether there was a record before.</summary>
    public bool WasThere { get; }

    /// <summary>The record before, as UTF-8 JSON, never to be written to; null if it is new.</summary>
    public byte[]? Before
    {
        get
        {
            // Of two threads that ask at once, both write it, and both write the same.
            if (Volatile.Read(ref _writeBefore) is not { } write)
                return field;
            field = write();
            Volatile.Write(ref _writeBefore, null);
            return field;
        }
        private set;
    }

    /// <summary>The record after, as UTF-8 JSON, never to be written to; null if it was removed.</summary>
    public byte[]? After { get; }

    /// <summary>The table in its scope.</summary>
    public Space Space => new(Table, Scope);
}
