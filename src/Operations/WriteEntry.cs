using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>A served operation that changes the world.</summary>
internal sealed class WriteEntry<TRequest, TResult>(
    ServiceSchema service, string name, IWriteOperation<TRequest, TResult> operation)
    : OperationEntry(service, name, isRead: false)
    where TRequest : class, IReadableShape<TRequest>
    where TResult : class, IReadableShape<TResult>
{
    /// <inheritdoc/>
    internal override async ValueTask<IShape> RunAsync(OperationRun run)
    {
        var request = Read<TRequest>(run);
        return await run.World.ExecuteAsync(run.Info, call =>
        {
            var result = request is IIdempotentRequest { ClientToken: { } token }
                ? Idempotency.Run(call, new(Schema, token, request), () => operation.Run(request, call))
                : operation.Run(request, call);
            DryRuns.Refuse(request);
            return result;
        });
    }
}
