using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Kernel.Time;

/// <summary>A world's clock: one virtual time, which never goes back.</summary>
public sealed class WorldClock
{
    /// <summary>Timers that fire in one store commit while nothing real has to be waited for.</summary>
    private const int TimersPerCommit = 512;

    /// <summary>
    /// Rows after whose change the store is to begin: it writes them while what is due next fires, and memory does not
    /// hold the work of a day.
    /// </summary>
    private const int ChangesPerCommit = 4096;

    private readonly Executor _executor;
    private readonly TimeProvider _machine;
    private readonly Registrations<IQuiescence> _quiet;
    private readonly SemaphoreSlim _turn = new(1, 1);

    internal WorldClock(Executor executor, TimeProvider machine, Registrations<IQuiescence> quiet)
    {
        _executor = executor;
        _machine = machine;
        _quiet = quiet;
    }

    /// <summary>The virtual instant.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var current = _executor.Current;
            return NotBefore(current.Clock.Read(_machine.GetUtcNow()), current.Instant);
        }
    }

    /// <summary>How it moves.</summary>
    public ClockMode Mode => _executor.Current.Clock.Mode;

    /// <summary>Virtual seconds per real second, in live mode.</summary>
    public double Rate => _executor.Current.Clock.Rate;

    /// <summary>When the next timer is due; null if none is.</summary>
    public DateTimeOffset? NextDue => NextOf(_executor.Current)?.Due;

    /// <summary>Called after the clock was moved on.</summary>
    internal Action? Moved { get; set; }

    /// <summary>Whether somebody moves it on, and so fires what is due himself.</summary>
    internal bool IsMoving => _turn.CurrentCount == 0;

    /// <summary>Moves the clock on, as <see cref="SetAsync"/> does.</summary>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellation = default) =>
        SetAsync(Now + by, cancellation);

    /// <summary>
    /// Moves the clock on to an instant. Timers due on the way fire in order, each at its due instant and in a
    /// transaction of its own, or in one with others of its kind and instant; while something real follows the world,
    /// each fires alone, and the clock waits in between until that is quiet.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is past: time never goes back.</exception>
    public async Task SetAsync(DateTimeOffset instant, CancellationToken cancellation = default)
    {
        instant = instant.ToUniversalTime();
        await _turn.WaitAsync(cancellation);
        try
        {
            if (instant < Now)
                throw new ArgumentOutOfRangeException(nameof(instant), $"It is {Now:O}: time never goes back.");
            await MoveAsync(instant, cancellation);
        }
        finally
        {
            _turn.Release();
            Moved?.Invoke();
        }
    }

    /// <summary>Changes how the clock moves, from now on.</summary>
    /// <param name="mode">How it moves.</param>
    /// <param name="rate">Virtual seconds per real second, in live mode.</param>
    public Task UseAsync(ClockMode mode, double rate = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        return AnchorAsync(clock => clock with { Mode = mode, Rate = rate }, DateTimeOffset.MinValue);
    }

    internal static DateTimeOffset NotBefore(DateTimeOffset instant, DateTimeOffset earliest) =>
        instant < earliest ? earliest : instant;

    internal static TimerRecord? NextOf(Snapshot snapshot) =>
        snapshot.Timers.First() is { } next ? snapshot.Read(KernelTables.Timers, next.Scope).Find(next.Id) : null;

    /// <summary>Fires what is due by now.</summary>
    internal Task FireDueAsync() =>
        _executor.EnqueueAsync(static tip => tip.FireDue(tip.Now, TimersPerCommit, ManyChanges(tip)));

    /// <summary>Lets the clock go on from an instant, or from now if that is later.</summary>
    internal Task AnchorAsync(Func<ClockRecord, ClockRecord> change, DateTimeOffset from) =>
        _executor.EnqueueAsync(tip =>
        {
            var now = NotBefore(from, tip.Now);
            var clock = change(tip.Clock).Set(now, _machine.GetUtcNow());
            return tip.Commit(tip.Internal(Scope.World, "orrery:SetClock"), now, call => Write(call, clock));
        });

    internal static bool Write(Call call, ClockRecord clock)
    {
        call.Write(KernelTables.Clock).Put(clock);
        return true;
    }

    private async Task MoveAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        try
        {
            await PopAsync(to, cancellation);
        }
        catch (Exception problem) when (problem is not ObjectDisposedException)
        {
            // A live clock that has been moved half the way goes on from where it is, instead of standing still.
            await AnchorAsync(clock => clock, _executor.Current.Instant);
            throw;
        }
        await AnchorAsync(clock => clock, to);
    }

    /// <summary>
    /// Fires what is due until nothing is. While what fired last is made durable, what is due next fires already,
    /// unless something real follows the world.
    /// </summary>
    private async Task PopAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var saving = new Queue<Task<Firing>>();
        var isFollowed = true;
        while (true)
        {
            if (isFollowed)
            {
                await SavedAsync(saving, 0);
                await QuietAsync(cancellation);
            }
            var ran = await FireAsync(until, saving, cancellation);
            isFollowed = ran.IsFollowed;

            // What fired may have to fire again on another tip: only what was saved tells that nothing is due any more.
            var isMore = ran.Fired > 0;
            if (await SavedAsync(saving, isMore && !isFollowed ? 1 : 0) == 0 && !isMore)
                return;
        }
    }

    /// <summary>Fires some timers; tells of them once they ran, which is before they are saved.</summary>
    private async Task<Firing> FireAsync(
        DateTimeOffset until, Queue<Task<Firing>> saving, CancellationToken cancellation)
    {
        var ran = new TaskCompletionSource<Firing>(TaskCreationOptions.RunContinuationsAsynchronously);
        var saved = _executor.EnqueueAsync(
            tip =>
            {
                var firing = Fire(tip, until);
                ran.TrySetResult(firing);
                return firing;
            },
            cancellation);
        saving.Enqueue(saved);
        return await await Task.WhenAny(ran.Task, saved);
    }

    /// <summary>As many as go into a commit of the store; one where something real follows.</summary>
    private Firing Fire(Tip tip, DateTimeOffset until)
    {
        var wasFollowed = IsFollowed(tip.Current);
        var isMany = ManyChanges(tip);
        var fired = tip.FireDue(
            until, wasFollowed ? 1 : TimersPerCommit, () => isMany() || IsFollowed(tip.Current));
        return new(fired, wasFollowed || IsFollowed(tip.Current));
    }

    /// <summary>Whether the store has enough to begin, of what changes from now on.</summary>
    private static Func<bool> ManyChanges(Tip tip)
    {
        var most = tip.Changes + ChangesPerCommit;
        return () => tip.Changes >= most;
    }

    private bool IsFollowed(Snapshot state)
    {
        foreach (var follower in _quiet.Items)
        {
            if (follower.Follows(state))
                return true;
        }
        return false;
    }

    /// <summary>Waits until no more than some are still being saved; how many timers the last one fired.</summary>
    private static async Task<int> SavedAsync(Queue<Task<Firing>> saving, int most)
    {
        var fired = 0;
        while (saving.Count > most)
            fired = (await saving.Dequeue()).Fired;
        return fired;
    }

    private async Task QuietAsync(CancellationToken cancellation)
    {
        foreach (var hook in _quiet.Items)
            await hook.QuietAsync(cancellation);
    }

    /// <summary>Timers that fired in one job.</summary>
    /// <param name="Fired">How many.</param>
    /// <param name="IsFollowed">Whether something real follows the state before or after them.</param>
    private readonly record struct Firing(int Fired, bool IsFollowed);
}
