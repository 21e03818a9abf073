using RowIndex = Orrery.Kernel.State.PersistentMap<
    Orrery.Kernel.State.IndexKey, Orrery.Kernel.State.None, Orrery.Kernel.State.IndexKey>;

namespace Orrery.Kernel.State;

/// <summary>Rows that are held in memory, with their indexes.</summary>
internal sealed class ResidentRows<TRecord> : Rows<TRecord>
    where TRecord : class
{
    private readonly RecordTable<TRecord> _table;
    private readonly PersistentMap<string, TRecord, KeyOrder> _rows;
    private readonly LateIndex[] _indexes;
    private volatile WalkedLists<TRecord> _walked;

    public ResidentRows(RecordTable<TRecord> table)
        : this(table, PersistentMap<string, TRecord, KeyOrder>.Empty, EmptyIndexes(table), WalkedLists<TRecord>.None)
    {
    }

    private ResidentRows(
        RecordTable<TRecord> table, PersistentMap<string, TRecord, KeyOrder> rows, LateIndex[] indexes,
        WalkedLists<TRecord> walked)
    {
        _table = table;
        _rows = rows;
        _indexes = indexes;
        _walked = walked;
    }

    public override long Count => _rows.Count;

    public override object? Slot => _rows.Count == 0 ? null : this;

    /// <summary>Builds rows and indexes at once, in O(n log n), from entries in key order.</summary>
    public static ResidentRows<TRecord> FromSorted(
        RecordTable<TRecord> table, IReadOnlyList<KeyValuePair<string, TRecord>> entries)
    {
        var indexes = EmptyIndexes(table);
        for (var i = 0; i < indexes.Length; i++)
            indexes[i] = LateIndex.Of(BuildIndex(table.Indexes[i], entries));
        return new(
            table, PersistentMap<string, TRecord, KeyOrder>.FromSorted(entries), indexes, WalkedLists<TRecord>.None);
    }

    public override TRecord? Find(string key) => _rows.TryFind(key, out var record) ? record : null;

    public override IEnumerable<TRecord> From(string key) => _rows.From(key).Select(static entry => entry.Value);

    public override IEnumerable<TRecord> By(int index, string value, string from)
    {
        if (from.Length > 0)
            return Walk(index, value, from);
        if (_walked.Find(index, value) is { } kept)
            return kept;
        var few = new FewKeys(value);
        _indexes[index].Map.Visit(ref few);
        if (few.AreMany)
            return WalkAndKeep(index, value);
        var found = few.Count == 0 ? [] : new TRecord[few.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = Find(few[i])!;
        return found;
    }

    public override int CountBetween(int index, string from, string before) =>
        _indexes[index].Map.Rank(new(before, "")) - _indexes[index].Map.Rank(new(from, ""));

    public override Rows<TRecord> Put(string key, TRecord record) => With([new(key, Find(key), record)]);

    public override Rows<TRecord> Remove(string key) =>
        Find(key) is { } record ? With([new(key, record, null)]) : this;

    public override Rows<TRecord> With(List<Edit<TRecord>> edits)
    {
        var rows = _rows.With(edits.ConvertAll(static edit =>
            new MapEdit<string, TRecord>(edit.Key, edit.After!, edit.After is null)));
        return new ResidentRows<TRecord>(_table, rows, Reindex(edits), _walked.With(_table, edits));
    }

    /// <summary>The records that are not the same object in two versions of the rows.</summary>
    public static IEnumerable<RecordDifference<TRecord>> Differences(
        ResidentRows<TRecord> before, ResidentRows<TRecord> after) =>
        PersistentMap<string, TRecord, KeyOrder>.Differences(before._rows, after._rows)
            .Where(static entry => !ReferenceEquals(entry.Before, entry.After))
            .Select(static entry => new RecordDifference<TRecord>(entry.Before, entry.After));

    private IEnumerable<TRecord> Walk(int index, string value, string from)
    {
        foreach (var (entry, _) in _indexes[index].Map.From(new(value, from)))
        {
            if (entry.Value != value)
                yield break;
            yield return Find(entry.Key)!;
        }
    }

    private IEnumerable<TRecord> WalkAndKeep(int index, string value)
    {
        var found = new List<TRecord>();
        foreach (var record in Walk(index, value, ""))
        {
            found.Add(record);
            yield return record;
        }

        // Another may keep another list at the same time: then one of them is not kept, and nothing else is amiss.
        _walked = _walked.With(index, value, found);
    }

    private static LateIndex[] EmptyIndexes(RecordTable<TRecord> table)
    {
        if (table.Indexes.Count == 0)
            return [];
        var indexes = new LateIndex[table.Indexes.Count];
        Array.Fill(indexes, LateIndex.Empty);
        return indexes;
    }

    private static RowIndex BuildIndex(
        RecordIndex<TRecord> by, IReadOnlyList<KeyValuePair<string, TRecord>> entries)
    {
        var found = new List<MapEdit<IndexKey, None>>(entries.Count);
        foreach (var (key, record) in entries)
            by.Add(new(key, null, record), found);
        return RowIndex.Empty.With(Sorted(found));
    }

    private LateIndex[] Reindex(List<Edit<TRecord>> edits)
    {
        if (_indexes.Length == 0)
            return _indexes;
        var indexes = new LateIndex[_indexes.Length];
        var entries = new List<MapEdit<IndexKey, None>>(edits.Count);
        for (var i = 0; i < indexes.Length; i++)
        {
            entries.Clear();
            foreach (var edit in edits)
                _table.Indexes[i].Add(edit, entries);
            indexes[i] = _indexes[i].With(Sorted(entries));
        }
        return indexes;
    }

    private static List<MapEdit<IndexKey, None>> Sorted(List<MapEdit<IndexKey, None>> entries)
    {
        // They come in the order of their records, and where all have one value that is their order.
        for (var i = 1; i < entries.Count; i++)
        {
            if (IndexKey.Compare(entries[i - 1].Key, entries[i].Key) <= 0)
                continue;
            entries.Sort(static (left, right) => IndexKey.Compare(left.Key, right.Key));
            break;
        }
        return entries;
    }
}
