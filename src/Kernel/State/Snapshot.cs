using Orrery.Core;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using ScopeMap = Orrery.Kernel.State.PersistentMap<
    Orrery.Kernel.State.Scope, Orrery.Kernel.State.ScopeState, Orrery.Kernel.State.ScopeOrder>;

namespace Orrery.Kernel.State;

/// <summary>All that exists at one moment: an immutable value. Read it from any thread without locks.</summary>
public sealed class Snapshot
{
    internal Snapshot(Blueprint blueprint, StoreView store, long sequence, DateTimeOffset instant)
        : this(blueprint, store, ScopeMap.Empty, TimerQueue.Empty)
    {
        Sequence = sequence;
        Instant = instant;
    }

    private Snapshot(Blueprint blueprint, StoreView store, ScopeMap states, TimerQueue timers)
    {
        Blueprint = blueprint;
        Store = store;
        States = states;
        Timers = timers;
    }

    /// <summary>The number of the last commit that this snapshot holds; 0 before the first.</summary>
    public long Sequence { get; private init; }

    /// <summary>The virtual instant of that commit.</summary>
    public DateTimeOffset Instant { get; private init; }

    /// <summary>The scopes that have been touched, in order.</summary>
    public IEnumerable<Scope> Scopes =>
        States.All().Where(entry => HasBegun(entry.Key)).Select(static entry => entry.Key);

    /// <summary>How the clock goes. Every call asks: it is looked up once a snapshot.</summary>
    internal ClockRecord Clock => field ??= Read(KernelTables.Clock, Scope.World).Find(KernelTables.ClockKey)!;

    internal Blueprint Blueprint { get; }

    internal StoreView Store { get; private init; }

    internal ScopeMap States { get; private init; }

    internal TimerQueue Timers { get; private init; }

    /// <summary>The records of a table in a scope.</summary>
    public TableReader<TKey, TRecord> Read<TKey, TRecord>(Table<TKey, TRecord> table, Scope scope)
        where TKey : struct, IKey<TKey>
        where TRecord : class => Read(table, scope, StateOf(scope));

    /// <summary>The same, where the state of the scope has been looked up.</summary>
    internal TableReader<TKey, TRecord> Read<TKey, TRecord>(
        Table<TKey, TRecord> table, Scope scope, ScopeState state)
        where TKey : struct, IKey<TKey>
        where TRecord : class =>
        new(new OpenTable<TRecord>(table, table.Open(state.Slot(Blueprint.Known(table)), this, scope)));

    /// <summary>Whether anything belongs to an account other than this one; the world itself is of none.</summary>
    public bool HasOthersThan(string account) =>
        States.TryFirstFrom(new("\u0001", ""), out var first) && States.TryLastUpTo(new("\uFFFF", ""), out var last)
        && (first.Key.Account != account || last.Key.Account != account);

    /// <summary>
    /// The scopes that are not the same in an earlier (or any other) snapshot of a world of the same make.
    /// </summary>
    public IEnumerable<Scope> ScopesChangedSince(Snapshot before) =>
        ScopeMap.Differences(before.States, States).Select(static entry => entry.Key);

    /// <summary>
    /// What of a resident table's records is not the same in another snapshot. Between snapshots of one world it costs
    /// what was changed between them, not what there is; a record that was read anew from the store counts as changed.
    /// </summary>
    /// <exception cref="ArgumentException">The table is stored: ask the journal.</exception>
    public IEnumerable<RecordDifference<TRecord>> ChangedSince<TKey, TRecord>(
        Snapshot before, Table<TKey, TRecord> table, Scope scope)
        where TKey : struct, IKey<TKey>
        where TRecord : class
    {
        if (table.IsStored)
            throw new ArgumentException($"Table {table.Name} is stored: its changes are in the journal.");
        var (then, now) = (before.StateOf(scope).Slot(table), StateOf(scope).Slot(table));
        return ReferenceEquals(then, now)
            ? []
            : ResidentRows<TRecord>.Differences(
                (ResidentRows<TRecord>)before.Open(table, scope), (ResidentRows<TRecord>)Open(table, scope));
    }

    internal Rows<TRecord> Open<TRecord>(RecordTable<TRecord> table, Scope scope)
        where TRecord : class => table.Open(StateOf(scope).Slot(Blueprint.Known(table)), this, scope);

    internal ScopeState StateOf(Scope scope) => States.TryFind(scope, out var state) ? state : ScopeState.Empty;

    internal bool HasBegun(Scope scope) => StateOf(scope).Slot(KernelTables.Scopes) is not null;

    internal Snapshot At(long sequence, DateTimeOffset instant) =>
        new(Blueprint, Store, States, Timers) { Sequence = sequence, Instant = instant };

    internal Snapshot With(ScopeMap states) =>
        new(Blueprint, Store, states, Timers) { Sequence = Sequence, Instant = Instant };

    internal Snapshot With(TimerQueue timers) =>
        new(Blueprint, Store, States, timers) { Sequence = Sequence, Instant = Instant };

    internal Snapshot With(StoreView store) =>
        new(Blueprint, store, States, Timers) { Sequence = Sequence, Instant = Instant };
}
