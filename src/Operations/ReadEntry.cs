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
        return run.World.QueryAsync(run.Info, call =>
        {
            Admit(run, request, call);
            var result = Run(request, call);
            DryRuns.Refuse(request);
            return result;
        });
    }

    /// <summary>Runs the operation.</summary>
    private protected abstract IShape Run(IShape request, ReadCall call);
}
