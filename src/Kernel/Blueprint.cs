using System.Collections.Frozen;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Kernel;

/// <summary>
/// What worlds are made of: the tables, timer handlers, scope initializers and ports of all services.
/// </summary>
public sealed class Blueprint
{
    private readonly FrozenDictionary<string, AnyTable> _tables;
    private readonly FrozenDictionary<string, ITimerHandler> _timers;
    private readonly AnyTable?[] _byOrdinal;

    /// <summary>Makes a blueprint; from then on its tables take no further index.</summary>
    /// <exception cref="ArgumentException">Two tables or two timer handlers have one name.</exception>
    public Blueprint(
        IEnumerable<AnyTable> tables,
        IEnumerable<ITimerHandler>? timers = null,
        IEnumerable<IScopeInitializer>? initializers = null,
        Ports? ports = null)
    {
        // By way of ToDictionary, which refuses duplicates where ToFrozenDictionary would let the last one win.
        _tables = tables.Concat(KernelTables.All).ToDictionary(table => table.Name).ToFrozenDictionary();
        _timers = (timers ?? []).ToDictionary(timer => timer.Kind).ToFrozenDictionary();
        Initializers = [.. initializers ?? []];
        Ports = ports ?? Ports.None;
        _byOrdinal = new AnyTable?[_tables.Values.Max(table => table.Ordinal) + 1];
        foreach (var table in _tables.Values)
        {
            table.Freeze();
            _byOrdinal[table.Ordinal] = table;
        }

        Stored = [.. _tables.Values.Where(table => table.IsStored)];
    }

    /// <summary>All tables by name, the kernel's own included.</summary>
    public IReadOnlyDictionary<string, AnyTable> Tables => _tables;

    /// <summary>What runs when a scope is first touched, in order.</summary>
    public IReadOnlyList<IScopeInitializer> Initializers { get; }

    /// <summary>What services offer one another.</summary>
    public Ports Ports { get; }

    /// <summary>The tables whose rows live in the store.</summary>
    internal IReadOnlyList<AnyTable> Stored { get; }

    /// <summary>The members of a table's records that are secret; none of a table that is not known.</summary>
    internal IReadOnlyList<string> SecretsOf(string table) => TableNamed(table)?.Secrets ?? [];

    internal AnyTable? TableNamed(string name) => _tables.GetValueOrDefault(name);

    internal ITimerHandler? TimerOf(string kind) => _timers.GetValueOrDefault(kind);

    internal RecordTable<TRecord> Known<TRecord>(RecordTable<TRecord> table)
        where TRecord : class =>
        (uint)table.Ordinal < (uint)_byOrdinal.Length && ReferenceEquals(_byOrdinal[table.Ordinal], table)
            ? table
            : throw new InvalidOperationException($"Table {table.Name} is not part of this world's blueprint.");
}
