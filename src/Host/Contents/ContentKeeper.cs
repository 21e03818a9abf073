using Orrery.Contracts.Contents;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Host.Contents;

/// <summary>
/// Removes bytes that no world names: those that were on their way when the last process ended, those that were
/// released a while ago, and those of worlds that are gone. Works beside the calls, one thing at a time.
/// </summary>
internal sealed class ContentKeeper(
    IContentStore store, Kernel.Worlds worlds, Func<IEnumerable<World>> open, Action<Exception> failed)
    : IAsyncDisposable
{
    private const int Batch = 1000;
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(30);

    /// <summary>In virtual time: so long can the past of a world be asked for bytes that its present let go
    /// of.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private static readonly CallInfo Info = new(Scope.World, Caller.Kernel, "orrery:RemoveContents", "");

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _ended = new();
    private Task _running = Task.CompletedTask;
    private Task _sweeping = Task.CompletedTask;

    /// <summary>Begins: first with what a process left behind, then with what is released.</summary>
    public void Start(TimeProvider clock) => _running = Task.Run(() => RunAsync(clock));

    /// <summary>Looks through all bytes: a world is gone.</summary>
    public void Sweep() => _sweeping = Task.Run(() => GuardAsync(SweepAsync));

    /// <summary>Settles or removes what was on its way when the last process ended.</summary>
    public async Task RecoverAsync()
    {
        var unsettled = store.Unsettled();
        if (unsettled.Count == 0) return;
        var all = await AllAsync();
        foreach (var id in unsettled.Where(id => IsKnown(all, id))) store.Settle(id);
        await store.RemoveAsync([.. unsettled.Where(id => !IsKnown(all, id))]);
    }

    /// <summary>Removes what was released a while ago, and lets the worlds forget it.</summary>
    public async Task CollectAsync()
    {
        // What nobody opened has let go of nothing since.
        foreach (var world in open())
        {
            while (Released(world) is { Count: > 0 } released)
            {
                var others = (await AllAsync()).Where(other => other != world).ToList();
                await store.RemoveAsync([.. released.Where(id => !IsKnown(others, id))]);
                await world.ExecuteAsync(Info, call =>
                {
                    foreach (var user in call.PortsOf<IContentUser>()) user.Forget(call, released);
                    return true;
                });
                if (_ended.IsCancellationRequested) return;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _running;
        await _sweeping;
        _ended.Dispose();
        _turn.Dispose();
    }

    private async Task RunAsync(TimeProvider clock)
    {
        await GuardAsync(RecoverAsync);
        using var timer = new PeriodicTimer(Often, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token)) await GuardAsync(CollectAsync);
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private async Task SweepAsync()
    {
        var all = await AllAsync();
        foreach (var some in store.Settled().Chunk(Batch))
        {
            if (_ended.IsCancellationRequested) return;
            await store.RemoveAsync([.. some.Where(id => !IsKnown(all, id))]);
        }
    }

    private async Task GuardAsync(Func<Task> work)
    {
        await _turn.WaitAsync();
        try
        {
            if (!_ended.IsCancellationRequested) await work();
        }
        catch (Exception problem)
        {
            failed(problem);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<IReadOnlyList<World>> AllAsync()
    {
        var all = new List<World>();
        foreach (var name in worlds.List()) all.Add(await worlds.GetAsync(name));
        return all;
    }

    private static IReadOnlyList<ContentId> Released(World world) => world.Query(
        Info,
        call => (IReadOnlyList<ContentId>)[.. call.PortsOf<IContentUser>()
            .SelectMany(user => user.Released(call))
            .TakeWhile(released => released.At + Grace <= call.Now)
            .Take(Batch).Select(static released => released.Id)]);

    private static bool IsKnown(IEnumerable<World> all, ContentId id) => all.Any(world => world.Query(
        Info, call => call.PortsOf<IContentUser>().Any(user => user.Knows(call, id))));
}
