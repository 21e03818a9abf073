using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Events;

/// <summary>
/// Takes the events of AWS services: the default event bus of an account and region. EventBridge offers it.
/// </summary>
public interface IEventBus
{
    /// <summary>Puts an event on the default bus of its account and region, as part of the call.</summary>
    void Put(Call call, ServiceEvent occurred);
}
