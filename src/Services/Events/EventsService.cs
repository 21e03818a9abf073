using Orrery.Contracts.Delivery;
using Orrery.Contracts.Events;
using Orrery.Contracts.Identity;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Ports;
using Orrery.Services.Events.Rules.Patterns;

namespace Orrery.Services.Events;

/// <summary>EventBridge as a part of the house.</summary>
public static class EventsService
{
    private static readonly BusPort Bus = new();

    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "events",
        Operations = EventsOperations.All,
        Tables = Tables.All,
        Quotas = EventsQuotas.All,
        Timers = [new RuleLoop(), new RetryLoop(), new HopLoop(), new ReplayLoop(), new RetentionLoop()],
        Initializers = [new DefaultBus()],
        Offer = ports => ports
            .With<IEventBus>(Bus)
            .With(new PatternMemory())
            .Also<IDestination>(Bus)
            .Also<IResourcePolicies>(new BusAccess())
            .Also<IResourceFacts>(new BusAccess()),
    };
}
