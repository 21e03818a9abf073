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

    /// <summary>
    /// Store commits that fire ahead of what is saved: while the store brings what it has into its tables, it takes
    /// none for as long as several of them fire.
    /// </summary>
    private const int MostAhead = 6;

    /// <summary>
    /// Rows of stored tables that are made ahead: those lie over the store's in memory, and who reads looks through
    /// both.
    /// </summary>
    private const int MostStoredAhead = 4096;

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
        var ahead = new Ahead();
        var isFollowed = true;
        while (true)
        {
            if (isFollowed)
            {
                await ahead.SavedAsync(0);
                await QuietAsync(cancellation);
            }
            var ran = await FireAsync(until, ahead, cancellation);
            isFollowed = ran.IsFollowed;

            // What fired may have to fire again on another tip: only what was saved tells that nothing is due any more.
            var isMore = ran.Fired > 0;
            if (await ahead.SavedAsync(isMore && !isFollowed ? MostAhead : 0) == 0 && !isMore)
                return;
        }
    }

    /// <summary>Fires some timers; tells of them once they ran, which is before they are saved.</summary>
    private async Task<Firing> FireAsync(DateTimeOffset until, Ahead ahead, CancellationToken cancellation)
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
        var first = await await Task.WhenAny(ran.Task, saved);
        ahead.Add(saved, first.StoredChanges);
        return first;
    }

    /// <summary>As many as go into a commit of the store; one where something real follows.</summary>
    private Firing Fire(Tip tip, DateTimeOffset until)
    {
        var wasFollowed = IsFollowed(tip.Current);
        var isMany = ManyChanges(tip);
        var stored = tip.StoredChanges;
        var fired = tip.FireDue(
            until, wasFollowed ? 1 : TimersPerCommit, () => isMany() || IsFollowed(tip.Current));
        return new(fired, wasFollowed || IsFollowed(tip.Current), tip.StoredChanges - stored);
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

    private async Task QuietAsync(CancellationToken cancellation)
    {
        foreach (var hook in _quiet.Items)
            await hook.QuietAsync(cancellation);
    }

    /// <summary>Timers that fired in one job.</summary>
    /// <param name="Fired">How many.</param>
    /// <param name="IsFollowed">Whether something real follows the state before or after them.</param>
    /// <param name="StoredChanges">Rows of stored tables that changed.</param>
    private readonly record struct Firing(int Fired, bool IsFollowed, int StoredChanges);

    /// <summary>What fired and is not known to be saved.</summary>
    private sealed class Ahead
    {
        private readonly Queue<(Task<Firing> Saved, int StoredChanges)> _saving = [];
        private int _stored;

        public void Add(Task<Firing> saved, int stored)
        {
            _saving.Enqueue((saved, stored));
            _stored += stored;
        }

        /// <summary>
        /// Waits until no more than some are left, and those are not too many; how many timers the last of those waited
        /// for fired.
        /// </summary>
        public async Task<int> SavedAsync(int most)
        {
            var fired = 0;
            while (_saving.Count > most || (_saving.Count > 1 && _stored > MostStoredAhead))
            {
                var (saved, stored) = _saving.Dequeue();
                _stored -= stored;
                fired = (await saved).Fired;
            }
            return fired;
        }
    }
}
