using System.Text.Json.Serialization.Metadata;
using Orrery.Core;

namespace Orrery.Kernel.State;

/// <summary>
/// A declared table of immutable records: its persisted name, how a record tells its key, how a record is written.
/// Declare it once, in a static field; the world that uses it must know it through its <see cref="Blueprint"/>.
/// </summary>
/// <typeparam name="TKey">The typed key.</typeparam>
/// <typeparam name="TRecord">The record; persisted as JSON, so its shape only grows.</typeparam>
public sealed class Table<TKey, TRecord> : RecordTable<TRecord>
    where TKey : struct, IKey<TKey>
    where TRecord : class
{
    private Table(string name, bool isStored, Func<TRecord, TKey> key, Func<JsonTypeInfo<TRecord>> json)
        : base(name, isStored, record => key(record).Value, json)
    {
    }

    /// <summary>A table that is held in memory: the control plane.</summary>
    public static Table<TKey, TRecord> Resident(
        string name, Func<TRecord, TKey> key, Func<JsonTypeInfo<TRecord>> json) => new(name, false, key, json);

    /// <summary>A table whose rows live in the store only: what can be millions.</summary>
    public static Table<TKey, TRecord> Stored(
        string name, Func<TRecord, TKey> key, Func<JsonTypeInfo<TRecord>> json) => new(name, true, key, json);

    /// <summary>
    /// Declares which members of the records, as JSON names them, hold secrets: texts or lists of them.
    /// </summary>
    public Table<TKey, TRecord> Hiding(params string[] members)
    {
        Hide(members);
        return this;
    }

    /// <summary>Declares an index of a resident table by one value; records where it is null are not in it.</summary>
    public Index<TKey, TRecord> Index(string name, Func<TRecord, string?> by) =>
        new(this, name, Declare(new RecordIndex<TRecord>(by)));

    /// <summary>Declares an index of a resident table by any number of values.</summary>
    public Index<TKey, TRecord> IndexMany(string name, Func<TRecord, IEnumerable<string>> by) =>
        new(this, name, Declare(new RecordIndex<TRecord>(by)));
}
