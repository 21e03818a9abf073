using Orrery.Kernel.Calls;
using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>A served operation that changes the world.</summary>
internal abstract class WriteEntry(ServiceSchema service, string name) : OperationEntry(service, name, isRead: false)
{
    /// <inheritdoc/>
    internal sealed override async ValueTask<IShape> RunAsync(OperationRun run)
    {
        var request = RequestOf(run);
        return await run.World.ExecuteAsync(run.Info, call =>
        {
            Admit(run, request, call);
            var result = request is IIdempotentRequest { ClientToken: { } token }
                ? Idempotency.Run(call, new(Schema, token, request, ReadResult), () => Run(request, call))
                : Run(request, call);
            DryRuns.Refuse(request);
            return result;
        });
    }

    /// <summary>Runs the operation.</summary>
    private protected abstract IShape Run(IShape request, Call call);

    /// <summary>Reads a result that was kept.</summary>
    private protected abstract IShape ReadResult(ShapeReader reader);
}
