using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;

namespace Orrery.Operations;

/// <summary>One request on its way to its operation.</summary>
/// <param name="Codec">The protocol it came in.</param>
/// <param name="Family">How errors are named in it.</param>
/// <param name="Request">The request, its body decoded.</param>
/// <param name="Labels">The labels of its path.</param>
/// <param name="World">The world it is for.</param>
/// <param name="Info">Who calls what, where.</param>
/// <param name="Cancellation">The client has gone: what waits for it ends.</param>
internal sealed record OperationRun(
    ProtocolCodec Codec,
    ErrorFamily Family,
    WireRequest Request,
    IReadOnlyList<PathLabel> Labels,
    World World,
    CallInfo Info,
    CancellationToken Cancellation);
