using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Tracing;

/// <summary>Follows packets through the world's networks.</summary>
public interface ITracer
{
    /// <summary>Whether a flow works, as of the call. Private addresses mean those of the call's own scope first.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterValue: a protocol or port that there is not.</exception>
    TraceAnswer Trace(ReadCall call, TraceQuestion question);
}
