using System.Threading.Channels;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Kernel.Calls;

/// <summary>
/// The single writer of a world. Jobs run on the tip as they come; while the store makes one batch of them durable, the
/// next one runs on top of it. A batch is published and answered once it is durable, and so is all that it rests on. If
/// the store did not take a batch as it was made, what ran on top of it runs again.
/// </summary>
internal sealed class Executor : IAsyncDisposable
{
    /// <summary>
    /// Bytes of rows that may be held in memory beside the store: what was just written is often read next.
    /// </summary>
    private const long MostHeld = 1024 * 1024;

    private const int RowOverhead = 256;

    /// <summary>By then nearly all have come; measured with 32 callers.</summary>
    private const int Turns = 4;

    /// <summary>Commits that the disk rather takes while more are made.</summary>
    private const int Little = 32;

    private static readonly Job Wake = new TipJob<bool>(static _ => true, default);

    private readonly Channel<Job> _queue =
        Channel.CreateUnbounded<Job>(new() { SingleReader = true, AllowSynchronousContinuations = false });

    private readonly IStore _store;
    private readonly WorldSettings _settings;
    private readonly Compaction _compaction;
    private readonly Task _loop;
    private volatile Snapshot _published;
    private (Batch Batch, Task<long> Task)? _saving;
    private Batch? _next;
    private long _held;

    public Executor(IStore store, Snapshot loaded, WorldSettings settings)
    {
        _store = store;
        _published = loaded;
        _settings = settings;
        _compaction = new(store, settings);
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Called after each publication, on the writer.</summary>
    public Action? Published { get; set; }

    /// <summary>Told what went wrong in an observer or in the upkeep of the store.</summary>
    public Action<Exception>? Faulted { get; set; }

    public Snapshot Current => _published;

    public Registrations<ICommitObserver> Observers { get; } = new();

    public Task<T> EnqueueAsync<T>(Func<Tip, T> body, CancellationToken cancellation = default)
    {
        var job = new TipJob<T>(body, cancellation);
        return _queue.Writer.TryWrite(job)
            ? job.Task
            : Task.FromException<T>(new ObjectDisposedException(nameof(World), "The world is closed."));
    }

    /// <summary>Finishes what is queued and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task LoopAsync()
    {
        var isOpen = true;
        while (isOpen || _saving is not null || _next is not null)
        {
            await RunQueuedAsync();
            if (_saving is null && _next is not null)
            {
                await LetCallsComeAsync();
                Save();
            }
            if (_saving is not { } saving)
                isOpen = await _queue.Reader.WaitToReadAsync();
            else if (saving.Task.IsCompleted || _next is { IsFull: true } || !isOpen)
                await SettleAsync(saving.Batch, saving.Task);
            else
                isOpen = await _queue.Reader.WaitToReadAsync();
        }
    }

    /// <summary>
    /// What is saved together costs less than what is saved apart. So where there is little to save, what is on its way
    /// already, behind this in the line of the thread pool, comes first; a caller who is alone does not notice.
    /// </summary>
    private async ValueTask LetCallsComeAsync()
    {
        for (var turn = 0; turn < Turns && _next!.Tip.Commits.Count < Little; turn++)
        {
            await Task.Yield();
            await RunQueuedAsync();
        }
    }

    /// <summary>
    /// Runs what is queued on top of what is being saved. Answers go out between jobs, as soon as they may.
    /// </summary>
    private async ValueTask RunQueuedAsync()
    {
        while (_next is not { IsFull: true } && _queue.Reader.TryRead(out var job))
        {
            if (_saving is { Task.IsCompleted: true } saved)
                await SettleAsync(saved.Batch, saved.Task);
            if (!ReferenceEquals(job, Wake))
                Next().Run(job);
        }
    }

    private Batch Next() => _next ??= new(
        _saving is { } saving ? WithLittleHeld(saving.Batch.Tip.Current) : _published, _settings);

    private void Save()
    {
        var batch = _next!;
        _next = null;
        if (batch.Tip.Commits.Count == 0)
        {
            batch.Complete();
            return;
        }
        var task = SaveAsync(batch.Tip);
        _saving = (batch, task);
        if (!task.IsCompleted)
            task.GetAwaiter().OnCompleted(() => _queue.Writer.TryWrite(Wake));
    }

    private async Task<long> SaveAsync(Tip tip) => await _store.CompareAndSwapAsync(tip.Expected, tip.Commits);

    /// <summary>Publishes and answers what was saved, or sees what became of it.</summary>
    private async Task SettleAsync(Batch batch, Task<long> task)
    {
        try
        {
            var first = await task;
            _saving = null;
            if (first == batch.Tip.Commits[0].Sequence)
            {
                _held += SizeOf(batch.Tip.Commits);
                var tip = batch.Tip.Current;
                Publish(
                    _next is null ? WithLittleHeld(tip, tip.Sequence) : tip.With(tip.Store with { At = tip.Sequence }),
                    batch.Tip.Commits);
            }
            else
            {
                CatchUp();
                RunAgain(Waiting());
            }
            await AttemptAsync(() => _compaction.RunAsync(_published));
            batch.Complete();
        }
        catch (StoreConflictException conflict)
        {
            _saving = null;
            RunAgainBeyond(conflict, batch);
        }
        catch (Exception error)
        {
            _saving = null;
            Lose(batch, error);
        }
    }

    /// <summary>Others changed what the batch rests on: it runs again on what they made.</summary>
    private void RunAgainBeyond(StoreConflictException conflict, Batch batch)
    {
        try
        {
            if (!CatchUp())
                throw new InvalidOperationException(
                    "The store refuses a batch that rests on its newest commit.", conflict);
            RunAgain([.. batch.Jobs, .. Waiting()]);
        }
        catch (Exception error)
        {
            Lose(batch, error);
        }
    }

    /// <summary>
    /// The store failed: the batch is dropped, and readers have seen nothing of it. If the store took it all the same
    /// (the answer was lost), the world takes it over from there.
    /// </summary>
    private void Lose(Batch batch, Exception error)
    {
        Attempt(() => CatchUp());
        batch.Fail(error);
        RunAgain(Waiting());
    }

    /// <summary>What the store has written, beside the writer of the world.</summary>
    private static long SizeOf(IReadOnlyList<Commit> commits)
    {
        var size = 0L;
        foreach (var commit in commits)
            foreach (var change in commit.Changes)
                size += RowOverhead + (change.After?.Length ?? 0);
        return size;
    }

    private IReadOnlyList<Job> Waiting() => _next?.Jobs ?? [];

    /// <summary>What ran on a tip that never came to be runs on the published one.</summary>
    private void RunAgain(IReadOnlyList<Job> jobs)
    {
        _next = null;
        foreach (var job in jobs)
            Next().Run(job);
    }

    private Snapshot WithLittleHeld(Snapshot tip) => WithLittleHeld(tip, _published.Sequence);

    /// <summary>A snapshot over the store as it is now; where much is held in memory, it reads from there.</summary>
    private Snapshot WithLittleHeld(Snapshot tip, long stored)
    {
        if (_held < MostHeld)
            return tip.With(tip.Store with { At = stored });
        _held = 0;
        return SnapshotRules.Settled(tip, stored);
    }

    /// <summary>Takes over what the store has beyond the published snapshot; false if that is nothing.</summary>
    private bool CatchUp()
    {
        var durable = _store.ReadTip();
        if (durable.Sequence == _published.Sequence)
            return false;

        // What others wrote must not be hidden by what is held.
        var current = SnapshotRules.Settled(_published, _published.Sequence);
        if (_store.Oldest > current.Sequence)
        {
            Publish(SnapshotRules.Load(current.Blueprint, _store, durable), []);
            return true;
        }
        var commits = _store.Journal(current.Sequence + 1, durable.Sequence).ToList();
        Publish(commits.Aggregate(current, SnapshotRules.With), commits);
        return true;
    }

    private void Publish(Snapshot snapshot, IReadOnlyList<Commit> commits)
    {
        _published = snapshot;
        foreach (var observer in Observers.Items)
            Tell(observer, snapshot, commits);
        Published?.Invoke();
    }

    private void Tell(ICommitObserver observer, Snapshot snapshot, IReadOnlyList<Commit> commits)
    {
        try
        {
            foreach (var commit in commits)
                observer.Committed(commit, snapshot);
        }
        catch (Exception error)
        {
            Observers.Remove(observer);
            Faulted?.Invoke(error);
        }
    }

    private void Attempt(Action upkeep)
    {
        try
        {
            upkeep();
        }
        catch (Exception error)
        {
            Faulted?.Invoke(error);
        }
    }

    private async Task AttemptAsync(Func<Task> upkeep)
    {
        try
        {
            await upkeep();
        }
        catch (Exception error)
        {
            Faulted?.Invoke(error);
        }
    }
}
