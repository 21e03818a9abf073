using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Tracing;

/// <summary>Answers open questions about the world's networks: what can reach what, on which ports.</summary>
public interface IReachSearcher
{
    /// <summary>All that gets through, as of the call; where nothing does, why.</summary>
    /// <exception cref="Core.ServiceException">
    /// InvalidParameterValue: an end that means nothing, or a protocol or port that there is not.
    /// </exception>
    ReachAnswer Search(ReadCall call, ReachSearch question);
}
