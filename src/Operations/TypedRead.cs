using Orrery.Kernel.Calls;
using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>A served operation that only reads, with its types.</summary>
internal sealed class TypedRead<TRequest, TResult>(
    ServiceSchema service, string name, IReadOperation<TRequest, TResult> operation) : ReadEntry(service, name)
    where TRequest : class, IReadableShape<TRequest>
    where TResult : class, IReadableShape<TResult>
{
    /// <inheritdoc/>
    private protected override IShape ReadRequest(ShapeReader reader) => TRequest.FromWire(reader);

    /// <inheritdoc/>
    private protected override IShape Run(IShape request, ReadCall call) => operation.Run((TRequest)request, call);
}
