using Orrery.Core;

namespace Orrery.Kernel.State;

/// <summary>
/// Reads and changes one table in one scope, inside a call. Nothing is seen by others before the call commits.
/// </summary>
/// <typeparam name="TKey">The typed key.</typeparam>
/// <typeparam name="TRecord">The record.</typeparam>
public sealed class TableWriter<TKey, TRecord> : TableReader<TKey, TRecord>
    where TKey : struct, IKey<TKey>
    where TRecord : class
{
    private readonly EditedTable<TRecord> _edited;

    internal TableWriter(EditedTable<TRecord> edited)
        : base(edited) => _edited = edited;

    /// <summary>Adds the record, or replaces the one with its key.</summary>
    public void Put(TRecord record) => _edited.Put(record);

    /// <summary>
    /// Adds a record whose key was never there, because its maker numbers them: spares the look whether it is.
    /// </summary>
    public void PutNew(TRecord record) => _edited.PutNew(record);

    /// <summary>Removes the record with this key; false if there is none.</summary>
    public bool Remove(TKey key) => _edited.Remove(key.Value);
}
