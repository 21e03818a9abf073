using Orrery.Kernel.Calls;
using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>A served operation that changes the world, with its types.</summary>
internal sealed class TypedWrite<TRequest, TResult>(
    ServiceSchema service, string name, IWriteOperation<TRequest, TResult> operation) : WriteEntry(service, name)
    where TRequest : class, IReadableShape<TRequest>
    where TResult : class, IReadableShape<TResult>
{
    /// <inheritdoc/>
    private protected override IShape ReadRequest(ShapeReader reader) => TRequest.FromWire(reader);

    /// <inheritdoc/>
    private protected override IShape Run(IShape request, Call call) => operation.Run((TRequest)request, call);

    /// <inheritdoc/>
    private protected override IShape ReadResult(ShapeReader reader) => TResult.FromWire(reader);
}
