using ListMap = Orrery.Kernel.State.PersistentMap<
    Orrery.Kernel.State.IndexKey, object, Orrery.Kernel.State.IndexKey>;

namespace Orrery.Kernel.State;

/// <summary>
/// The records of indexed values that somebody walked to their end, side by side, so that the next walk need not find
/// each by its key. The next version of the rows takes them over with what was edited, which costs next to nothing
/// where none of those edited is in any of them.
/// </summary>
internal sealed class WalkedLists<TRecord>
    where TRecord : class
{
    /// <summary>
    /// Fewer are found as quickly one by one; more are too many to be copied when one of them changes.
    /// </summary>
    private const int Fewest = FewKeys.Most + 1;

    private const int Most = 2048;

    /// <summary>With more lists than this all are forgotten: who walks all that there is once needs none.</summary>
    private const int MostLists = 4096;

    private static readonly string[] Ordinals = [.. Enumerable.Range(0, 64).Select(static n => $"{(char)('0' + n)}")];

    private readonly ListMap _lists;

    /// <summary>The indexes of which there are lists, a bit each.</summary>
    private readonly ulong _indexes;

    private WalkedLists(ListMap lists, ulong indexes)
    {
        _lists = lists;
        _indexes = indexes;
    }

    public static WalkedLists<TRecord> None { get; } = new(ListMap.Empty, 0);

    public TRecord[]? Find(int index, string value) =>
        Has(index) && _lists.TryFind(new(value, Ordinals[index]), out var list) ? (TRecord[])list : null;

    public WalkedLists<TRecord> With(int index, string value, List<TRecord> records)
    {
        if (index >= Ordinals.Length || records.Count is < Fewest or > Most)
            return this;
        var (lists, indexes) = _lists.Count < MostLists ? (_lists, _indexes) : (ListMap.Empty, 0);
        return new(lists.Put(new(value, Ordinals[index]), records.ToArray()), indexes | (1UL << index));
    }

    /// <summary>The lists after edits, which are in the order of their keys.</summary>
    public WalkedLists<TRecord> With(RecordTable<TRecord> table, List<Edit<TRecord>> edits)
    {
        if (_indexes == 0)
            return this;
        var changed = new Dictionary<IndexKey, List<Edit<TRecord>>>();
        for (var index = 0; index < table.Indexes.Count; index++)
        {
            if (!Has(index))
                continue;
            foreach (var edit in edits)
                Note(changed, (table.Indexes[index], Ordinals[index]), edit);
        }
        var lists = _lists;
        foreach (var (key, those) in changed)
            lists = Edited(table, lists, key, those);
        return ReferenceEquals(lists, _lists) ? this : new(lists, _indexes);
    }

    private bool Has(int index) => index < Ordinals.Length && (_indexes & (1UL << index)) != 0;

    /// <summary>Takes down which lists an edit concerns.</summary>
    private void Note(
        Dictionary<IndexKey, List<Edit<TRecord>>> changed, (RecordIndex<TRecord> By, string Ordinal) index,
        Edit<TRecord> edit)
    {
        var after = index.By.ValuesOf(edit.After);
        foreach (var value in index.By.ValuesOf(edit.Before))
            if (!after.Contains(value))
                NoteIn(changed, new(value, index.Ordinal), edit with { After = null });
        foreach (var value in after)
            NoteIn(changed, new(value, index.Ordinal), edit);
    }

    private void NoteIn(Dictionary<IndexKey, List<Edit<TRecord>>> changed, IndexKey list, Edit<TRecord> edit)
    {
        if (!changed.TryGetValue(list, out var edits))
        {
            if (!_lists.TryFind(list, out _))
                return;
            changed.Add(list, edits = []);
        }
        edits.Add(edit);
    }

    private static ListMap Edited(
        RecordTable<TRecord> table, ListMap lists, IndexKey list, List<Edit<TRecord>> edits)
    {
        lists.TryFind(list, out var found);
        var old = (TRecord[])found!;
        var merged = new List<TRecord>(old.Length + edits.Count);
        var next = 0;
        foreach (var edit in edits)
        {
            var place = PlaceOf(table, old, next, edit.Key);
            merged.AddRange(old.AsSpan(next, place - next));
            next = place < old.Length && table.KeyOf(old[place]) == edit.Key ? place + 1 : place;
            if (edit.After is { } record)
                merged.Add(record);
        }
        merged.AddRange(old.AsSpan(next));
        return merged.Count is < Fewest or > Most ? lists.Remove(list) : lists.Put(list, merged.ToArray());
    }

    /// <summary>Where, from a place on, the first record stands whose key is not before one.</summary>
    private static int PlaceOf(RecordTable<TRecord> table, TRecord[] records, int from, string key)
    {
        var to = records.Length;
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (KeyOrder.Compare(table.KeyOf(records[middle]), key) < 0)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }
}
