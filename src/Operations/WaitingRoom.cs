using System.Runtime.CompilerServices;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;

namespace Orrery.Operations;

/// <summary>Those who wait for something in one world, by the record that they watch.</summary>
internal sealed class WaitingRoom : ICommitObserver, IAsyncDisposable
{
    private static readonly ConditionalWeakTable<World, Lazy<WaitingRoom>> Rooms = [];

    private readonly Lock _lock = new();
    private readonly Dictionary<(Space Space, string Key), List<Waiter>> _waiters = [];
    private readonly IDisposable _observing;
    private volatile int _count;

    private WaitingRoom(World world)
    {
        World = world;
        _observing = world.Observe(this);
        world.Attach(this);
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>Whether the world is being closed: nobody waits any longer.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The room of a world, opened when first asked for.</summary>
    public static WaitingRoom Of(World world) =>
        Rooms.GetValue(world, static world => new(() => new(world))).Value;

    /// <summary>Begins to watch; disposing the result ends that.</summary>
    public Waiter Enter(Wait wait, CallInfo info)
    {
        var waiter = new Waiter(this, wait, info, MachineClock.Instance);
        lock (_lock)
        {
            var key = KeyOf(wait);
            if (!_waiters.TryGetValue(key, out var those))
                _waiters.Add(key, those = []);
            those.Add(waiter);
            _count++;
        }
        return waiter;
    }

    /// <summary>Ends the watching of one.</summary>
    public void Leave(Waiter waiter)
    {
        lock (_lock)
        {
            var key = KeyOf(waiter.Wait);
            if (!_waiters.TryGetValue(key, out var those) || !those.Remove(waiter))
                return;
            if (those.Count == 0)
                _waiters.Remove(key);
            _count--;
        }
    }

    /// <inheritdoc/>
    public void Committed(Commit commit, Snapshot current)
    {
        if (_count == 0)
            return;
        lock (_lock)
        {
            foreach (var change in commit.Changes)
            {
                // The clock is a record of the world's own scope: when it is moved, all look at it again.
                if (change.Scope == Scope.World)
                    WakeAll();
                else if (_waiters.TryGetValue((change.Space, change.Key), out var those))
                    those.ForEach(static waiter => waiter.Wake());
            }
        }
    }

    /// <summary>The world is being closed: sends all away.</summary>
    public ValueTask DisposeAsync()
    {
        _observing.Dispose();
        lock (_lock)
        {
            IsClosed = true;
            WakeAll();
        }
        return ValueTask.CompletedTask;
    }

    private static (Space Space, string Key) KeyOf(Wait wait) => (new(wait.Table.Name, wait.Scope), wait.Key);

    private void WakeAll()
    {
        foreach (var those in _waiters.Values)
            those.ForEach(static waiter => waiter.Wake());
    }
}
