namespace Orrery.Kernel.State;

/// <summary>
/// Changes of a stored table that lie over the store's rows: those that are not in the store yet, and the last ones
/// that are, because what was just written is often read next.
/// </summary>
internal sealed class StoredEdits<TRecord>(PersistentMap<string, StoredEdit<TRecord>, KeyOrder> map)
    where TRecord : class
{
    public static StoredEdits<TRecord> None { get; } = new(PersistentMap<string, StoredEdit<TRecord>, KeyOrder>.Empty);

    public PersistentMap<string, StoredEdit<TRecord>, KeyOrder> Map => map;

    /// <summary>Without what the store has as of a commit; null if that is all.</summary>
    public StoredEdits<TRecord>? Beyond(long stored)
    {
        var left = map.All().Where(entry => entry.Value.Sequence > stored).ToList();
        return left.Count == 0 ? null : new(PersistentMap<string, StoredEdit<TRecord>, KeyOrder>.FromSorted(left));
    }
}
