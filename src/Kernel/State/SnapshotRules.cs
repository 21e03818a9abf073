using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;

namespace Orrery.Kernel.State;

/// <summary>How a snapshot becomes the next one, and how one is read from a store.</summary>
internal static class SnapshotRules
{
    /// <summary>The snapshot with what a transaction made of a scope, if anything.</summary>
    public static Snapshot With(Snapshot snapshot, Scope scope, ScopeState? state) =>
        state is null ? snapshot : snapshot.With(snapshot.States.Put(scope, state));

    /// <summary>The snapshot with timers that a transaction set or removed in its queue.</summary>
    public static Snapshot WithTimers(Snapshot snapshot, IEnumerable<RowChange> timers) =>
        snapshot.With(timers.Aggregate(snapshot.Timers, Queued));

    /// <summary>The snapshot with a commit as the journal gives it, already in the store.</summary>
    public static Snapshot With(Snapshot snapshot, Commit commit)
    {
        var after = snapshot.At(commit.Sequence, commit.Instant);
        foreach (var change in commit.Changes)
        {
            var state = after.StateOf(change.Scope);
            if (after.Blueprint.TableNamed(change.Table) is { } table)
                state = state.With(table, table.Apply(state.Slot(table), change.Key, change.After));
            after = after.With(after.States.Put(change.Scope, state with { Version = commit.Sequence }));
            if (change.Table == KernelTables.Timers.Name)
                after = after.With(Queued(after.Timers, change));
        }
        return after.With(after.Store with { At = commit.Sequence });
    }

    /// <summary>
    /// The snapshot over a store that has all commits up to one: no edit of a stored table up to it is held in memory
    /// any more. Takes time in proportion to scopes, and to what is held.
    /// </summary>
    public static Snapshot Settled(Snapshot snapshot, long stored)
    {
        var states = snapshot.States;
        foreach (var (scope, state) in snapshot.States.All())
        {
            var settled = state;
            foreach (var table in snapshot.Blueprint.Stored)
            {
                if (state.Slot(table) is { } slot)
                    settled = settled.With(table, table.Beyond(slot, stored));
            }
            if (!ReferenceEquals(settled, state))
                states = states.Put(scope, settled);
        }
        return snapshot.With(states).With(snapshot.Store with { At = stored });
    }

    /// <summary>
    /// Reads the resident tables as of a commit: work in proportion to what is resident, not to what is stored.
    /// </summary>
    public static Snapshot Load(Blueprint blueprint, IStore store, StoreTip tip)
    {
        var view = new StoreView(store, tip.Sequence);
        var snapshot = new Snapshot(blueprint, view, tip.Sequence, tip.Instant);
        var states = snapshot.States;
        foreach (var (scope, version) in store.Versions(tip.Sequence))
            states = states.Put(scope, ScopeState.Empty with { Version = version });
        foreach (var space in store.Spaces())
        {
            if (blueprint.TableNamed(space.Table) is not { IsStored: false } table
                || !states.TryFind(space.Scope, out var state))
                continue;
            if (table.Load(view, space.Scope) is { } slot)
                states = states.Put(space.Scope, state.With(table, slot));
        }
        snapshot = snapshot.With(states);
        return snapshot.With(LoadTimers(snapshot));
    }

    private static TimerQueue LoadTimers(Snapshot snapshot)
    {
        var queue = TimerQueue.Empty;
        foreach (var (scope, _) in snapshot.States.All())
        {
            foreach (var timer in snapshot.Read(KernelTables.Timers, scope).All())
                queue = queue.Add(timer.Id.Value, scope);
        }
        return queue;
    }

    private static TimerQueue Queued(TimerQueue queue, RowChange timer) =>
        timer.IsThere ? queue.Add(timer.Key, timer.Scope) : queue.Remove(timer.Key, timer.Scope);
}
