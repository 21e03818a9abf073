namespace Orrery.Kernel.State;

/// <summary>The rows that a reader looks at: fixed in a snapshot, moving within a transaction.</summary>
internal class OpenTable<TRecord>(RecordTable<TRecord> table, Rows<TRecord> rows)
    where TRecord : class
{
    public RecordTable<TRecord> Table => table;

    public Rows<TRecord> Rows { get; protected set; } = rows;
}
