using Orrery.Contracts.Delivery;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Ports;

/// <summary>
/// Sends the requests of one world that are to be sent, a few at a time, and reports the answers by ordinary calls.
/// What was sent and not reported when the program ended is sent again: at least once.
/// </summary>
internal sealed class PostSender : ICommitObserver, IQuiescence, IAsyncDisposable
{
    private const int AtATime = 16;

    /// <summary>The time that an endpoint has to answer. Source: SNS Developer Guide, "HTTP/S endpoints".</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly World _world;
    private readonly IOutbound? _outbound;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Lock _gate = new();
    private readonly Dictionary<(Scope, SnsKey), Task> _running = [];
    private readonly IDisposable _observing;
    private readonly IDisposable _waiting;
    private readonly Task _loop;
    private TaskCompletionSource _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Begins with what is to be sent already.</summary>
    public PostSender(World world)
    {
        _world = world;
        _outbound = world.Blueprint.Ports.Find<IOutbound>();
        _observing = world.Observe(this);
        _waiting = world.WaitFor(this);
        _wake.Release();
        _loop = Task.Run(LoopAsync);
    }

    /// <inheritdoc/>
    public void Committed(Commit commit, Snapshot current) => Wake();

    /// <inheritdoc/>
    public bool Follows(Snapshot state) => _outbound is not null && Wanted(state).Any();

    /// <inheritdoc/>
    public async ValueTask QuietAsync(CancellationToken cancellation)
    {
        while (!_stop.IsCancellationRequested)
        {
            Task progress;
            lock (_gate)
            {
                if (_outbound is null || (_running.Count == 0 && !Wanted(_world.Current).Any())) return;
                progress = _progress.Task;
            }

            await progress.WaitAsync(cancellation);
        }
    }

    /// <summary>Stops sending; what is on its way is sent again after the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        _observing.Dispose();
        await _stop.CancelAsync();
        _wake.Release();
        await _loop;
        Task[] open;
        lock (_gate) open = [.. _running.Values];
        await Task.WhenAll(open);
        _waiting.Dispose();
        Step();
        _stop.Dispose();
        _wake.Dispose();
    }

    private async Task LoopAsync()
    {
        while (true)
        {
            await _wake.WaitAsync();
            if (_stop.IsCancellationRequested) return;
            if (_outbound is not null) Begin(_outbound);
        }
    }

    private void Begin(IOutbound outbound)
    {
        lock (_gate)
        {
            foreach (var (scope, post) in Wanted(_world.Current))
            {
                if (_running.Count >= AtATime) return;
                if (_running.ContainsKey((scope, post.Id))) continue;
                _running[(scope, post.Id)] = Task.Run(() => SendAsync(outbound, scope, post));
            }
        }
    }

    private static IEnumerable<(Scope Scope, PostRecord Post)> Wanted(Snapshot now) =>
        from scope in now.Scopes
        from post in now.Read(Tables.Posts, scope).By(Tables.PostsByState, Tables.Ready)
        select (scope, post);

    private async Task SendAsync(IOutbound outbound, Scope scope, PostRecord post)
    {
        try
        {
            var status = Uri.TryCreate(post.Url, UriKind.Absolute, out var url)
                ? await outbound.PostAsync(
                    new(url, [.. post.Headers.Select(h => KeyValuePair.Create(h.Name, h.Value))], post.Body, Patience),
                    _stop.Token)
                : 0;
            var info = new CallInfo(
                scope, Caller.Service(scope.Account, "sns.amazonaws.com"), "sns:DeliverOverHttp",
                _world.NewRequestId());
            await _world.ExecuteAsync(info, call =>
            {
                Posts.Report(call, post.Id, post.Failures, status);
                return true;
            });
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // The world is being closed: the request stays, and is sent again when it is opened.
        }
        finally
        {
            lock (_gate) _running.Remove((scope, post.Id));
            Step();
        }
    }

    private void Step()
    {
        TaskCompletionSource before;
        lock (_gate)
        {
            before = _progress;
            _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.TrySetResult();
        if (!_stop.IsCancellationRequested) Wake();
    }

    // Who is woken looks at all there is: one more call while one waits would change nothing.
    private void Wake()
    {
        if (_wake.CurrentCount == 0) _wake.Release();
    }
}
