using Orrery.Kernel.Storage;

namespace Orrery.Kernel.State;

/// <summary>A table within a transaction: its rows as they are now, and what each touched record was before.</summary>
internal sealed class EditedTable<TRecord>(RecordTable<TRecord> table, Scope scope, Rows<TRecord> rows, Action guard)
    : OpenTable<TRecord>(table, rows), IEditedTable
    where TRecord : class
{
    private readonly Dictionary<string, TRecord?> _before = new(StringComparer.Ordinal);
    private readonly List<string> _touched = [];

    AnyTable IEditedTable.Table => Table;

    public Scope Scope => scope;

    public object? Slot => Rows.Slot;

    public void Put(TRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        guard();
        var key = Table.KeyOf(record);
        Touch(key);
        Rows = Rows.Put(key, record);
    }

    public bool Remove(string key)
    {
        guard();
        if (Rows.Find(key) is null)
            return false;
        Touch(key);
        Rows = Rows.Remove(key);
        return true;
    }

    public IEnumerable<RowChange> Changes()
    {
        foreach (var key in _touched)
        {
            var before = _before[key];
            var after = Rows.Find(key);
            if (ReferenceEquals(before, after))
                continue;
            var old = before is null ? null : Table.ToJson(before);
            var now = after is null ? null : Table.ToJson(after);
            if (old is null || now is null || !old.AsSpan().SequenceEqual(now))
                yield return new(Table.Name, scope, key, old, now);
        }
    }

    private void Touch(string key)
    {
        if (_before.TryAdd(key, Rows.Find(key)))
            _touched.Add(key);
    }
}
