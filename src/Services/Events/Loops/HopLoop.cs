using Orrery.Kernel.Calls;
using Orrery.Services.Events.Rules.Delivering;

namespace Orrery.Services.Events.Loops;

/// <summary>
/// Takes events that came to a bus from a rule or schedule: in a call of its own, so that buses that send to one
/// another never nest.
/// </summary>
public sealed class HopLoop : ITimerHandler
{
    internal const string TimerKind = "events.hop";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Hops).Find(new(subject)) is not { } hop)
            return;
        call.Write(Tables.Hops).Remove(hop.Id);
        Router.Route(call, call.Scope, hop.Bus, hop.Event, hop.TraceHeader);
    }
}
