using Orrery.Contracts.Instances;
using Orrery.Kernel;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Rules.Bodies;
using Orrery.Wire.Generated.Ec2;
using Snapshot = Orrery.Kernel.State.Snapshot;

namespace Orrery.Services.Ec2.Bodies;

/// <summary>
/// Keeps the processes of one world as its instances are: one for each that runs and asks for one, none for others.
/// What is wanted is read from the world each time, so it does not matter what was missed: after a crash all begin
/// again.
/// </summary>
internal sealed class BodyKeeper : ICommitObserver, IQuiescence, IAsyncDisposable
{
    private readonly World _world;
    private readonly IBodySettings _settings;
    private readonly BodyDirectories _directories;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wake = new(1);
    private readonly Dictionary<InstanceId, BodyRun> _running = [];
    private readonly IDisposable _observing;
    private readonly IDisposable _waiting;
    private readonly Task _loop;
    private long _handled = -1;
    private TaskCompletionSource _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Begins with what is wanted already.</summary>
    public BodyKeeper(World world, IBodySettings settings)
    {
        _world = world;
        _settings = settings;
        _directories = new(settings.DirectoryOf(world.Name));
        _observing = world.Observe(this);
        _waiting = world.WaitFor(this);
        _loop = Task.Run(LoopAsync);
    }

    /// <inheritdoc/>
    public void Committed(Commit commit, Snapshot current) => Wake();

    /// <inheritdoc/>
    public bool Follows(Snapshot state) => Wishes(state).Any();

    /// <inheritdoc/>
    public async ValueTask QuietAsync(CancellationToken cancellation)
    {
        var wanted = _world.Current.Sequence;
        while (!_stop.IsCancellationRequested)
        {
            var progress = Volatile.Read(ref _progress).Task;
            if (Volatile.Read(ref _handled) >= wanted)
            {
                return;
            }

            await progress.WaitAsync(cancellation);
        }
    }

    /// <summary>Stops all processes; they are started again when the world is opened again.</summary>
    public async ValueTask DisposeAsync()
    {
        _observing.Dispose();
        await _stop.CancelAsync();
        Wake();
        await _loop;
        _waiting.Dispose();
        Step();
        await Task.WhenAll(_running.Values.Select(run => run.StopAsync()));
        _stop.Dispose();
        _wake.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            var endpoint = await _settings.EndpointAsync(_stop.Token);
            _directories.EndOrphans();
            while (true)
            {
                await _wake.WaitAsync(_stop.Token);
                var now = _world.Current;
                await MakeSoAsync(now, endpoint);
                Volatile.Write(ref _handled, now.Sequence);
                Step();
            }
        }
        catch (OperationCanceledException)
        {
            // The world is being closed.
        }
    }

    private async Task MakeSoAsync(Snapshot now, Uri endpoint)
    {
        var wanted = Wishes(now).ToDictionary(wish => wish.Instance.Id);
        var over = _running.Where(pair => !IsStillWanted(pair.Value, wanted)).ToList();
        await Task.WhenAll(over.Select(pair => pair.Value.StopAsync()));
        foreach (var (id, run) in over)
        {
            _running.Remove(id);
            if (IsGone(now, run.Scope, id))
            {
                _directories.Remove(id.Value);
            }
        }

        foreach (var wish in wanted.Values.Where(wish => !_running.ContainsKey(wish.Instance.Id)))
        {
            _running[wish.Instance.Id] = BodyRun.Start(_world, wish, _directories, endpoint);
        }
    }

    private static bool IsStillWanted(BodyRun run, Dictionary<InstanceId, BodyWish> wanted) =>
        wanted.TryGetValue(run.Id, out var wish) && wish.Instance.Boots == run.Boot;

    private static bool IsGone(Snapshot now, Scope scope, InstanceId id) =>
        now.Read(InstanceTables.Instances, scope).Find(id) is null or { State: InstanceStateName.Terminated };

    private static IEnumerable<BodyWish> Wishes(Snapshot now) =>
        from scope in now.Scopes
        from tags in now.Read(Tables.Tags, scope).By(BodyTables.TagsByBody, BodyChoice.Process)
        let instance = now.Read(InstanceTables.Instances, scope).Find(new(tags.Id.Value))
        where instance is { State: InstanceStateName.Running }
        select new BodyWish(scope, instance, now.Read(BodyTables.Bodies, scope).Find(instance.Id));

    private void Step() =>
        Interlocked.Exchange(ref _progress, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    // Who is woken looks at all there is: one more call while one waits would change nothing.
    private void Wake()
    {
        if (_wake.CurrentCount == 0)
        {
            _wake.Release();
        }
    }
}
