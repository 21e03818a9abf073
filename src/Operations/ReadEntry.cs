using Orrery.Kernel.Calls;
using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>A served operation that only reads.</summary>
internal abstract class ReadEntry(ServiceSchema service, string name) : OperationEntry(service, name, isRead: true)
{
    /// <inheritdoc/>
    internal sealed override ValueTask<IShape> RunAsync(OperationRun run)
    {
        var request = RequestOf(run);
        var isUseDue = false;
        var answer = run.World.QueryAsync(run.Info, call =>
        {
            Admit(run, request, call);
            var result = Run(request, call);
            DryRuns.Refuse(request);
            isUseDue = call.FindPort<IGuard>()?.IsUseDue(call, this) is true;
            return result;
        });
        return answer.IsCompletedSuccessfully && !isUseDue ? answer : NotedAsync(run, answer, () => isUseDue);
    }

    // What only reads cannot note that it was used, so a call after it does.
    private async ValueTask<IShape> NotedAsync(OperationRun run, ValueTask<IShape> answer, Func<bool> isUseDue)
    {
        var result = await answer;
        if (isUseDue())
        {
            await run.World.ExecuteAsync(run.Info, call =>
            {
                call.FindPort<IGuard>()?.NoteUse(call, this);
                return true;
            });
        }

        return result;
    }

    /// <summary>Runs the operation.</summary>
    private protected abstract IShape Run(IShape request, ReadCall call);
}
