using Orrery.Contracts.Contents;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Wire.Schema;

namespace Orrery.Operations.Contents;

/// <summary>A served operation that changes the world, and for which bytes are taken in first.</summary>
internal abstract class StageEntry(ServiceSchema service, string name) : OperationEntry(service, name, isRead: false)
{
    /// <inheritdoc/>
    internal sealed override async ValueTask<IShape> RunAsync(OperationRun run)
    {
        var request = RequestOf(run);
        var store = run.World.Blueprint.Ports.Get<IContentStore>();
        var staged = await StageAsync(run, request, store);
        IShape result;
        try
        {
            result = await run.World.ExecuteAsync(run.Info, call =>
            {
                Admit(run, request, call);
                return Run(request, staged, call);
            });
        }
        catch (ServiceException)
        {
            // Refused, so surely not committed. After any other failure the next start finds out.
            if (staged.Id is { } unwanted) store.Discard(unwanted);
            throw;
        }

        if (staged.Id is { } kept) store.Settle(kept);
        return result;
    }

    /// <summary>Says what is to be taken in.</summary>
    private protected abstract ContentOrder Order(IShape request, ReadCall call);

    /// <summary>Runs the operation.</summary>
    private protected abstract IShape Run(IShape request, StagedContent content, Call call);

    // A copy reads bytes that the world names now: they are held from before that look.
    private async ValueTask<StagedContent> StageAsync(OperationRun run, IShape request, IContentStore store)
    {
        var hold = store.Hold();
        try
        {
            // Who may not is told so before the bytes are taken; the transaction asks again.
            var order = await run.World.QueryAsync(run.Info, call =>
            {
                Admit(run, request, call);
                return Order(request, call);
            });
            if (order.Pieces.Count == 0) hold.Dispose();
            return await Staging.TakeAsync(store, order, run.Request.Body, run.Cancellation);
        }
        finally
        {
            hold.Dispose();
        }
    }
}
