namespace Orrery.Stores.Contents;

/// <summary>
/// One sync for many: who asks while one is running shares the next with all others who ask meanwhile. A sync covers
/// what was done before it began, so joining one that runs would not do.
/// </summary>
/// <param name="sync">The sync.</param>
internal sealed class SharedSync(Action sync)
{
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;

    /// <summary>Completes when a sync has ended that began after this was called.</summary>
    public Task SyncAsync()
    {
        lock (_lock)
        {
            if (_next is not null) return _next;
            if (_running.IsCompleted) return _running = Task.Run(sync);
            return _next = AfterAsync(_running);
        }
    }

    private async Task AfterAsync(Task running)
    {
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_lock) (_running, _next) = (_next!, null);
        sync();
    }
}
