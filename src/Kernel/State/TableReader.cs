using Orrery.Core;

namespace Orrery.Kernel.State;

/// <summary>Reads one table in one scope, as of one snapshot; inside a call also what the call itself wrote.</summary>
/// <typeparam name="TKey">The typed key.</typeparam>
/// <typeparam name="TRecord">The record.</typeparam>
public class TableReader<TKey, TRecord>
    where TKey : struct, IKey<TKey>
    where TRecord : class
{
    private readonly OpenTable<TRecord> _open;

    internal TableReader(OpenTable<TRecord> open) => _open = open;

    /// <summary>
    /// How many records there are. At once for a resident table; counted in the store for a stored one.
    /// </summary>
    public long Count => _open.Count;

    /// <summary>The record with this key, or null.</summary>
    public TRecord? Find(TKey key) => _open.Find(key.Value);

    /// <summary>Whether there is a record with this key.</summary>
    public bool Contains(TKey key) => Find(key) is not null;

    /// <summary>All records in key order, as they are now: later writes do not disturb the walk.</summary>
    public IEnumerable<TRecord> All() => _open.From("");

    /// <summary>The records at and after a key, in key order, read as they are asked for.</summary>
    public IEnumerable<TRecord> From(TKey key) => _open.From(key.Value);

    /// <summary>The records with an indexed value, in key order.</summary>
    public IEnumerable<TRecord> By(Index<TKey, TRecord> index, string value) =>
        _open.Rows.By(Checked(index).Ordinal, value, "");

    /// <summary>The records with an indexed value at and after a key, in key order.</summary>
    public IEnumerable<TRecord> By(Index<TKey, TRecord> index, string value, TKey from) =>
        _open.Rows.By(Checked(index).Ordinal, value, from.Value);

    /// <summary>How many records have an indexed value, without reading them.</summary>
    public int CountBy(Index<TKey, TRecord> index, string value) =>
        CountBetween(index, value, value + "\0");

    /// <summary>
    /// How many records have an indexed value at or after one and before another, without reading them. A record counts
    /// once for each such value.
    /// </summary>
    public int CountBetween(Index<TKey, TRecord> index, string from, string before) =>
        _open.Rows.CountBetween(Checked(index).Ordinal, from, before);

    /// <summary>Whether any record has an indexed value.</summary>
    public bool HasAny(Index<TKey, TRecord> index, string value) => CountBy(index, value) > 0;

    private Index<TKey, TRecord> Checked(Index<TKey, TRecord> index) =>
        ReferenceEquals(index.Table, _open.Table)
            ? index
            : throw new ArgumentException($"Index {index.Name} is of table {index.Table}, not {_open.Table}.");
}
