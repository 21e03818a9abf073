using System.Threading.Channels;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Kernel.Calls;

/// <summary>
/// The single writer of a world. What was queued while the previous batch was being committed forms the next batch:
/// each job runs on the tip, the store makes all of it durable in one commit, and only then it is published and
/// acknowledged.
/// </summary>
internal sealed class Executor : IAsyncDisposable
{
    private const int LargestBatch = 4096;

    private readonly Channel<Job> _queue =
        Channel.CreateUnbounded<Job>(new() { SingleReader = true, AllowSynchronousContinuations = false });

    private readonly IStore _store;
    private readonly WorldSettings _settings;
    private readonly Compaction _compaction;
    private readonly Task _loop;
    private volatile Snapshot _published;

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
        var batch = new List<Job>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var job))
                batch.Add(job);
            await RunAsync(batch);
            batch.Clear();
        }
    }

    private async Task RunAsync(List<Job> batch)
    {
        try
        {
            while (!await TryRunAsync(batch))
            {
                if (!CatchUp())
                    throw new InvalidOperationException("The store refuses a batch that rests on its newest commit.");
            }
            foreach (var job in batch)
                job.Complete();
        }
        catch (Exception error)
        {
            // The store failed: the tip is dropped, and readers have seen nothing of it. If the store took the batch
            // all the same (the answer was lost), the world takes it over from there.
            Attempt(() => CatchUp());
            foreach (var job in batch)
                job.Fail(error);
        }
    }

    /// <summary>Runs and commits the batch; false if others changed what it rests on.</summary>
    private async Task<bool> TryRunAsync(List<Job> batch)
    {
        var tip = new Tip(_published, _settings);
        foreach (var job in batch)
            job.Run(tip);
        if (tip.Commits.Count == 0)
            return true;
        try
        {
            var first = await _store.CompareAndSwapAsync(tip.Expected, tip.Commits);
            if (first == tip.Commits[0].Sequence)
                Publish(Settled(tip), tip.Commits);
            else
                CatchUp();
        }
        catch (StoreConflictException)
        {
            return false;
        }
        await AttemptAsync(() => _compaction.RunAsync(_published));
        return true;
    }

    private static Snapshot Settled(Tip tip) =>
        SnapshotRules.Settled(
            tip.Current, tip.Commits.SelectMany(static commit => commit.Changes, static (_, change) => change.Space)
                .Distinct());

    /// <summary>Takes over what the store has beyond the published snapshot; false if that is nothing.</summary>
    private bool CatchUp()
    {
        var durable = _store.ReadTip();
        var current = _published;
        if (durable.Sequence == current.Sequence)
            return false;
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
