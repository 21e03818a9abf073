using Orrery.Core;

namespace Orrery.Kernel.State;

/// <summary>A declared secondary index of a resident table. Made by <see cref="Table{TKey, TRecord}.Index"/>.</summary>
/// <typeparam name="TKey">The typed key of the table.</typeparam>
/// <typeparam name="TRecord">The record of the table.</typeparam>
public sealed class Index<TKey, TRecord>
    where TKey : struct, IKey<TKey>
    where TRecord : class
{
    internal Index(Table<TKey, TRecord> table, string name, int ordinal)
    {
        Table = table;
        Name = name;
        Ordinal = ordinal;
    }

    /// <summary>The indexed table.</summary>
    public Table<TKey, TRecord> Table { get; }

    /// <summary>What the records are found by.</summary>
    public string Name { get; }

    internal int Ordinal { get; }
}
