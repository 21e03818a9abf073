using Orrery.Contracts.Delivery;
using Orrery.Contracts.Events;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Delivering;

namespace Orrery.Services.Events.Ports;

/// <summary>The way in for others: events of services, and buses as targets of rules and schedules.</summary>
internal sealed class BusPort : IEventBus, IDestination
{
    /// <inheritdoc/>
    public string Service => "events";

    /// <inheritdoc/>
    public void Put(Call call, ServiceEvent occurred)
    {
        var parts = new EventParts(occurred.Source, occurred.DetailType, occurred.Resources, occurred.Detail);
        var json = Envelope.Write(occurred.Scope, Envelope.NewId(call), call.Now, parts);
        Router.Route(call, occurred.Scope, Names.Default, json);
    }

    /// <inheritdoc/>
    public bool Hears(ReadCall call, Scope scope) =>
        call.Read(Tables.Archives, scope).HasAny(Tables.ArchivesByBus, Names.Default)
        || call.Read(Tables.Rules, scope).By(Tables.RulesByBus, Names.Default)
            .Any(rule => rule is { IsEnabled: true, Pattern: not null });

    /// <inheritdoc/>
    public DeliveryObstacle? Obstacle(ReadCall call, Delivery delivery)
    {
        if (Names.BusOf(delivery.TargetArn) is not { } bus)
            return new(ObstacleKind.NoResource, $"{delivery.TargetArn} is not the ARN of an event bus");
        if (BusRules.Find(call, bus.Scope, bus.Name) is not { } found)
            return new(ObstacleKind.NoResource, $"Event bus {bus.Name} does not exist");
        // With a role it is the role's policies that decide.
        var account = delivery.SourceAccount ?? bus.Scope.Account;
        return delivery.Role is not null || BusPolicy.Allows(call, found.Policy, bus, account)
            ? null
            : new(
                ObstacleKind.NoPermission,
                $"The policy of event bus {bus.Name} does not allow account {account} to put events");
    }

    /// <inheritdoc/>
    public void Deliver(Call call, Delivery delivery)
    {
        var bus = Names.BusOf(delivery.TargetArn)!.Value;
        var hop = new HopRecord
        {
            Id = new(call.NewId("hop")),
            Bus = bus.Name,
            Event = delivery.Body,
            TraceHeader = delivery.TraceHeader,
        };
        call.Write(Tables.Hops, bus.Scope).Put(hop);
        call.Schedule(HopLoop.TimerKind, call.Now, hop.Id.Value, bus.Scope);
    }
}
