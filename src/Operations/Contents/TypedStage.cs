using Orrery.Kernel.Calls;
using Orrery.Wire.Schema;

namespace Orrery.Operations.Contents;

/// <summary>A served operation for which bytes are taken in first, with its types.</summary>
internal sealed class TypedStage<TRequest, TResult>(
    ServiceSchema service, string name, IStagingOperation<TRequest, TResult> operation) : StageEntry(service, name)
    where TRequest : class, IReadableShape<TRequest>
    where TResult : class, IReadableShape<TResult>
{
    /// <inheritdoc/>
    private protected override IShape ReadRequest(ShapeReader reader) => TRequest.FromWire(reader);

    /// <inheritdoc/>
    private protected override ContentOrder Order(IShape request, ReadCall call) =>
        operation.Order((TRequest)request, call);

    /// <inheritdoc/>
    private protected override IShape Run(IShape request, StagedContent content, Call call) =>
        operation.Run((TRequest)request, content, call);
}
