using Orrery.Kernel.Storage;

namespace Orrery.Kernel.State;

/// <summary>
/// Rows that live in the store, read as of one commit, under the edits that are held in memory. An edit may be in the
/// store as well: it is what holds, wherever the row is read.
/// </summary>
internal sealed class StoredRows<TRecord>(
    RecordTable<TRecord> table, (StoreView View, long Next) at, Scope scope, StoredEdits<TRecord> edits)
    : Rows<TRecord>
    where TRecord : class
{
    private Space Space => new(table.Name, scope);

    /// <summary>Counts in the store: takes time in proportion to the rows.</summary>
    public override long Count
    {
        get
        {
            var count = at.View.Count(Space);
            foreach (var (key, edit) in edits.Map.All())
                count += (edit.Record is null ? 0 : 1) - (at.View.Find(Space, key) is null ? 0 : 1);
            return count;
        }
    }

    public override object? Slot => edits.Map.Count == 0 ? null : edits;

    public override TRecord? Find(string key)
    {
        if (edits.Map.TryFind(key, out var edited))
            return edited.Record;
        return at.View.Find(Space, key) is { } json ? table.FromJson(json) : null;
    }

    public override IEnumerable<TRecord> From(string key) =>
        edits.Map.Count == 0
            ? at.View.Scan(Space, key).Select(row => table.FromJson(row.Json))
            : Merge(edits.Map.From(key), at.View.Scan(Space, key));

    public override IEnumerable<TRecord> By(int index, string value, string from) => throw NoIndex();

    public override int CountBetween(int index, string from, string before) => throw NoIndex();

    public override Rows<TRecord> Put(string key, TRecord record) => With(edits.Map.Put(key, new(record, at.Next)));

    public override Rows<TRecord> Remove(string key) => With(edits.Map.Put(key, new(null, at.Next)));

    public override Rows<TRecord> With(List<Edit<TRecord>> edited) => With(edits.Map.With(
        edited.ConvertAll(edit =>
            new MapEdit<string, StoredEdit<TRecord>>(edit.Key, new(edit.After, at.Next), IsRemoval: false))));

    private static InvalidOperationException NoIndex() => new("A stored table has no index.");

    private StoredRows<TRecord> With(PersistentMap<string, StoredEdit<TRecord>, KeyOrder> map) =>
        new(table, at, scope, new(map));

    private IEnumerable<TRecord> Merge(
        IEnumerable<KeyValuePair<string, StoredEdit<TRecord>>> edited, IEnumerable<StoredRow> stored)
    {
        using var edit = edited.GetEnumerator();
        using var row = stored.GetEnumerator();
        var hasEdit = edit.MoveNext();
        var hasRow = row.MoveNext();
        while (hasEdit || hasRow)
        {
            var order = !hasEdit ? 1 : !hasRow ? -1 : KeyOrder.Compare(edit.Current.Key, row.Current.Key);
            if (order > 0)
                yield return table.FromJson(row.Current.Json);
            else if (edit.Current.Value.Record is { } record)
                yield return record;
            if (order <= 0)
                hasEdit = edit.MoveNext();
            if (order >= 0)
                hasRow = row.MoveNext();
        }
    }
}
