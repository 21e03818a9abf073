using Orrery.Kernel.Calls;
using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>A served operation that may wait: it runs again whenever that is worth its while.</summary>
internal abstract class WaitEntry(ServiceSchema service, string name) : OperationEntry(service, name, isRead: false)
{
    /// <inheritdoc/>
    internal sealed override async ValueTask<IShape> RunAsync(OperationRun run)
    {
        var request = RequestOf(run);
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

    /// <summary>Runs the operation, and says what it waits for.</summary>
    private protected abstract (IShape Result, Wait? Wait) Run(IShape request, Call call);

    private Task<(IShape Result, Wait? Wait)> AttemptAsync(OperationRun run, IShape request) =>
        run.World.ExecuteAsync(
            run.Info,
            call =>
            {
                Admit(run, request, call);
                return Run(request, call);
            },
            run.Cancellation);
}
