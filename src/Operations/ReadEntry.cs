using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>A served operation that only reads.</summary>
internal sealed class ReadEntry<TRequest, TResult>(
    ServiceSchema service, string name, IReadOperation<TRequest, TResult> operation)
    : OperationEntry(service, name, isRead: true)
    where TRequest : class, IReadableShape<TRequest>
    where TResult : class, IReadableShape<TResult>
{
    /// <inheritdoc/>
    internal override async ValueTask<IShape> RunAsync(OperationRun run)
    {
        var request = Read<TRequest>(run);
        var result = await run.World.QueryAsync(run.Info, call => operation.Run(request, call));
        DryRuns.Refuse(request);
        return result;
    }
}
