using System.Collections.Concurrent;
using Orrery.Contracts.Stores;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Time;

namespace Orrery.Host.Stores;

/// <summary>
/// Tells worlds of the requests to their buckets, many in one call. A call of its own gives what follows it other ids,
/// so they are told when the clock is moved, when somebody asks, or when they are many; only where the world goes by
/// itself, and something waits for them (a log, metrics), are they told soon. A process that is killed takes those
/// with it that were not told: AWS delivers logs and metrics with no promise either.
/// </summary>
internal sealed class VisitDesk : IAsyncDisposable
{
    private const int Many = 5000;
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentQueue<OpenVisit> _waiting = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _ended = new();
    private readonly TimeProvider _clock;
    private readonly Action<Exception> _failed;
    private readonly Task _loop;
    private int _count;
    private long _ordinal;
    private volatile bool _isAwaited;

    /// <summary>Opens it.</summary>
    /// <param name="clock">The machine's clock.</param>
    /// <param name="failed">Is told what went wrong.</param>
    public VisitDesk(TimeProvider clock, Action<Exception> failed)
    {
        (_clock, _failed) = (clock, failed);
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Takes a request whose answer is about to be sent.</summary>
    public OpenVisit Begin(Visit visit, TimeSpan turnAround)
    {
        var open = new OpenVisit(visit with
        {
            Facts = visit.Facts with { TurnAround = turnAround, Ordinal = Interlocked.Increment(ref _ordinal) },
        });
        _waiting.Enqueue(open);
        if (!_isAwaited && IsAwaited(visit)) _isAwaited = true;
        if (Interlocked.Increment(ref _count) % Many == 0) _ = Task.Run(FlushAsync);
        return open;
    }

    /// <summary>Tells all whose answers are sent; whose client dawdles are told later.</summary>
    public async Task FlushAsync()
    {
        await _turn.WaitAsync();
        try
        {
            while (await TellSomeAsync() && _count >= Many) continue;
        }
        catch (Exception problem)
        {
            _failed(problem);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _loop;
        await FlushAsync();
        _ended.Dispose();
        _turn.Dispose();
    }

    // Whether any could be told.
    private async Task<bool> TellSomeAsync()
    {
        _isAwaited = false;
        var all = new List<OpenVisit>();
        while (all.Count < 2 * Many && _waiting.TryDequeue(out var visit)) all.Add(visit);
        if (all.Count == 0) return false;
        await Task.WhenAny(Task.WhenAll(all.Select(static visit => visit.Sent)), PatienceAsync());
        var sent = all.Where(static visit => visit.Sent.IsCompleted).ToHashSet();
        foreach (var late in all.Where(visit => !sent.Contains(visit))) _waiting.Enqueue(late);
        Interlocked.Add(ref _count, -sent.Count);
        foreach (var own in all.Where(sent.Contains).Select(static open => open.Visit)
            .GroupBy(static visit => (visit.World, visit.Facts.Bucket)))
            await TellAsync(own.Key.World, own.Key.Bucket, [.. own.Select(static visit => visit.Facts)]);
        return sent.Count > 0;
    }

    private async Task PatienceAsync()
    {
        using var timer = new PeriodicTimer(Patience, _clock);
        await timer.WaitForNextTickAsync();
    }

    private async Task LoopAsync()
    {
        using var timer = new PeriodicTimer(Often, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
                if (_isAwaited) await FlushAsync();
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private static async Task TellAsync(World world, string bucket, IReadOnlyList<StoreVisit> visits)
    {
        if (world.Blueprint.Ports.Find<IStoreLedger>() is not { } ledger) return;
        try
        {
            if (world.Query(Info(Scope.World), call => ledger.ScopeOf(call, bucket)) is not { } scope) return;
            await world.ExecuteAsync(Info(scope), call =>
            {
                ledger.Note(call, bucket, visits);
                return true;
            });
        }
        catch (ObjectDisposedException)
        {
            // The world was reset or deleted: it has no past that they could be told to.
            return;
        }
    }

    private static bool IsAwaited(Visit visit) =>
        visit.World.Clock.Mode == ClockMode.Live
        && visit.World.Blueprint.Ports.Find<IStoreLedger>() is { } ledger
        && visit.World.Query(Info(Scope.World), call => ledger.IsAwaited(call, visit.Facts));

    private static CallInfo Info(Scope scope) =>
        new(scope, Caller.Kernel, "orrery:NoteRequests", "");
}
