namespace Orrery.Kernel.State;

/// <summary>
/// Changes of a stored table that are not in the store yet: a record, or null for a removed one, by key.
/// </summary>
internal sealed class StoredEdits<TRecord>(PersistentMap<string, TRecord?, KeyOrder> map)
    where TRecord : class
{
    public static StoredEdits<TRecord> None { get; } = new(PersistentMap<string, TRecord?, KeyOrder>.Empty);

    public PersistentMap<string, TRecord?, KeyOrder> Map => map;
}
