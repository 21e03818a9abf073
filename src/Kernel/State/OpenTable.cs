namespace Orrery.Kernel.State;

/// <summary>The rows that a reader looks at: fixed in a snapshot, moving within a transaction.</summary>
internal class OpenTable<TRecord>(RecordTable<TRecord> table, Rows<TRecord> rows)
    where TRecord : class
{
    public RecordTable<TRecord> Table => table;

    /// <summary>The rows as they are now.</summary>
    public virtual Rows<TRecord> Rows => rows;

    /// <summary>The record of a key, or null.</summary>
    public virtual TRecord? Find(string key) => rows.Find(key);

    /// <summary>The records at and after a key, in key order, as they are now.</summary>
    public virtual IEnumerable<TRecord> From(string key) => rows.From(key);

    /// <summary>How many records there are.</summary>
    public virtual long Count => rows.Count;
}
