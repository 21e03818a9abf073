using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Flows;

/// <summary>
/// Sends flows through the world's networks: whoever causes traffic (a user, a proxy, a health check) tells it here, so
/// that flow logs have it.
/// </summary>
public interface IFlowSender
{
    /// <summary>
    /// Sends a flow that begins now. What happens to it is decided by the networks as they are now, for all of it.
    /// </summary>
    /// <exception cref="Core.ServiceException">InvalidParameterValue: a figure that there cannot be.</exception>
    FlowReport Send(Call call, FlowOrder order);
}
