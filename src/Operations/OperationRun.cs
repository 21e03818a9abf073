using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;

namespace Orrery.Operations;

/// <summary>One request on its way to its operation.</summary>
/// <param name="Codec">The protocol it came in.</param>
/// <param name="Request">The request, its body decoded.</param>
/// <param name="Admission">What became of it at the gate.</param>
/// <param name="World">The world it is for.</param>
/// <param name="Info">Who calls what, where.</param>
/// <param name="Cancellation">The client has gone: what waits for it ends.</param>
internal sealed record OperationRun(
    ProtocolCodec Codec,
    WireRequest Request,
    Admission Admission,
    World World,
    CallInfo Info,
    CancellationToken Cancellation)
{
    /// <summary>How errors are named in its protocol.</summary>
    public ErrorFamily Family => ErrorFamilies.Of(Admission.Protocol, Admission.Service);
}
