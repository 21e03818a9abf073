using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Contracts.Events;

/// <summary>
/// Takes the events of AWS services: the default event bus of an account and region. EventBridge offers it.
/// </summary>
public interface IEventBus
{
    /// <summary>Puts an event on the default bus of its account and region, as part of the call.</summary>
    void Put(Call call, ServiceEvent occurred);

    /// <summary>
    /// Whether anybody could hear an event of a scope: a rule that is on, or an archive. Who would put many asks first
    /// and saves writing them.
    /// </summary>
    bool Hears(ReadCall call, Scope scope) => true;
}
