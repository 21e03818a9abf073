using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>A served operation that may wait: it runs again whenever that is worth its while.</summary>
internal sealed class WaitEntry<TRequest, TResult>(
    ServiceSchema service, string name, IWaitingOperation<TRequest, TResult> operation)
    : OperationEntry(service, name, isRead: false)
    where TRequest : class, IReadableShape<TRequest>
    where TResult : class, IReadableShape<TResult>
{
    /// <inheritdoc/>
    internal override async ValueTask<IShape> RunAsync(OperationRun run)
    {
        var request = Read<TRequest>(run);
        var (result, wait) = await AttemptAsync(run, request);
        if (wait is null)
            return result;
        using var waiter = WaitingRoom.Of(run.World).Enter(wait, run.Info);

        // Once more right after it began to watch, so that nothing slips through between.
        while (true)
        {
            (result, wait) = await AttemptAsync(run, request);
            if (wait is null || !await waiter.WaitAsync(run.Cancellation))
                return result;
        }
    }

    private Task<(TResult Result, Wait? Wait)> AttemptAsync(OperationRun run, TRequest request) =>
        run.World.ExecuteAsync(
            run.Info,
            call =>
            {
                var result = operation.Run(request, call);
                return (result, operation.Waits(request, result, call));
            },
            run.Cancellation);
}
