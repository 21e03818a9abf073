using Orrery.Kernel.Calls;
using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>A served operation that may wait, with its types.</summary>
internal sealed class TypedWait<TRequest, TResult>(
    ServiceSchema service, string name, IWaitingOperation<TRequest, TResult> operation) : WaitEntry(service, name)
    where TRequest : class, IReadableShape<TRequest>
    where TResult : class, IReadableShape<TResult>
{
    /// <inheritdoc/>
    private protected override IShape ReadRequest(ShapeReader reader) => TRequest.FromWire(reader);

    /// <inheritdoc/>
    private protected override (IShape Result, Wait? Wait) Run(IShape request, Call call)
    {
        var typed = (TRequest)request;
        var result = operation.Run(typed, call);
        return (result, operation.Waits(typed, result, call));
    }
}
