using RowIndex = Orrery.Kernel.State.PersistentMap<
    Orrery.Kernel.State.IndexKey, Orrery.Kernel.State.None, Orrery.Kernel.State.IndexKey>;

namespace Orrery.Kernel.State;

/// <summary>Rows that are held in memory, with their indexes.</summary>
internal sealed class ResidentRows<TRecord> : Rows<TRecord>
    where TRecord : class
{
    private readonly RecordTable<TRecord> _table;
    private readonly PersistentMap<string, TRecord, KeyOrder> _rows;
    private readonly RowIndex[] _indexes;

    public ResidentRows(RecordTable<TRecord> table)
        : this(table, PersistentMap<string, TRecord, KeyOrder>.Empty, EmptyIndexes(table))
    {
    }

    private ResidentRows(
        RecordTable<TRecord> table, PersistentMap<string, TRecord, KeyOrder> rows, RowIndex[] indexes)
    {
        _table = table;
        _rows = rows;
        _indexes = indexes;
    }

    public override long Count => _rows.Count;

    public override object? Slot => _rows.Count == 0 ? null : this;

    /// <summary>Builds rows and indexes at once, in O(n log n), from entries in key order.</summary>
    public static ResidentRows<TRecord> FromSorted(
        RecordTable<TRecord> table, IReadOnlyList<KeyValuePair<string, TRecord>> entries)
    {
        var indexes = EmptyIndexes(table);
        for (var i = 0; i < indexes.Length; i++)
            indexes[i] = BuildIndex(table.Indexes[i], entries);
        return new(table, PersistentMap<string, TRecord, KeyOrder>.FromSorted(entries), indexes);
    }

    public override TRecord? Find(string key) => _rows.TryFind(key, out var record) ? record : null;

    public override IEnumerable<TRecord> From(string key) => _rows.From(key).Select(static entry => entry.Value);

    public override IEnumerable<TRecord> By(int index, string value) =>
        _indexes[index].From(new(value, ""))
            .TakeWhile(entry => entry.Key.Value == value)
            .Select(entry => Find(entry.Key.Key)!);

    public override int CountBy(int index, string value) =>
        _indexes[index].Rank(new(value + "\0", "")) - _indexes[index].Rank(new(value, ""));

    public override Rows<TRecord> Put(string key, TRecord record) =>
        new ResidentRows<TRecord>(_table, _rows.Put(key, record), Reindex(key, Find(key), record));

    public override Rows<TRecord> Remove(string key) =>
        Find(key) is { } record
            ? new ResidentRows<TRecord>(_table, _rows.Remove(key), Reindex(key, record, null))
            : this;

    /// <summary>The records that are not the same object in two versions of the rows.</summary>
    public static IEnumerable<RecordDifference<TRecord>> Differences(
        ResidentRows<TRecord> before, ResidentRows<TRecord> after) =>
        PersistentMap<string, TRecord, KeyOrder>.Differences(before._rows, after._rows)
            .Where(static entry => !ReferenceEquals(entry.Before, entry.After))
            .Select(static entry => new RecordDifference<TRecord>(entry.Before, entry.After));

    private static RowIndex[] EmptyIndexes(RecordTable<TRecord> table)
    {
        if (table.Indexes.Count == 0)
            return [];
        var indexes = new RowIndex[table.Indexes.Count];
        Array.Fill(indexes, RowIndex.Empty);
        return indexes;
    }

    private static RowIndex BuildIndex(
        Func<TRecord, IEnumerable<string>> by, IReadOnlyList<KeyValuePair<string, TRecord>> entries)
    {
        var found = new List<KeyValuePair<IndexKey, None>>(entries.Count);
        foreach (var (key, record) in entries)
        {
            foreach (var value in by(record).Distinct(StringComparer.Ordinal))
                found.Add(new(new(value, key), default));
        }
        found.Sort(static (left, right) => IndexKey.Compare(left.Key, right.Key));
        return RowIndex.FromSorted(found);
    }

    private RowIndex[] Reindex(string key, TRecord? before, TRecord? after)
    {
        if (_indexes.Length == 0)
            return _indexes;
        var indexes = new RowIndex[_indexes.Length];
        for (var i = 0; i < indexes.Length; i++)
        {
            var by = _table.Indexes[i];
            HashSet<string> old = before is null ? [] : [.. by(before)];
            HashSet<string> now = after is null ? [] : [.. by(after)];
            var index = _indexes[i];
            foreach (var value in old)
                index = now.Contains(value) ? index : index.Remove(new(value, key));
            foreach (var value in now)
                index = old.Contains(value) ? index : index.Put(new(value, key), default);
            indexes[i] = index;
        }
        return indexes;
    }
}
