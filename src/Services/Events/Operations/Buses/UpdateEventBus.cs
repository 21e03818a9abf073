using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Keys;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>
/// Changes description, key and dead-letter queue of an event bus: what is not given is as if it never was (EventBridge
/// API Reference, UpdateEventBus, for the key).
/// </summary>
public sealed class UpdateEventBus : IWriteOperation<UpdateEventBusRequest, UpdateEventBusResult>
{
    /// <inheritdoc/>
    public UpdateEventBusResult Run(UpdateEventBusRequest request, Call call)
    {
        if (request.LogConfig is not null)
            throw Errors.NotServed("LogConfig of event buses");
        var name = BusRules.Named(call, request.Name);
        var bus = BusRules.Find(call, call.Scope, name)!;
        var arn = Names.Bus(call.Scope, name);
        bus = bus with
        {
            Description = request.Description,
            DeadLetterArn = SealedBuses.Checked(call, request.DeadLetterConfig?.Arn),
            KmsKey = EventKeys.Checked(call, request.KmsKeyIdentifier, arn, name),
            Modified = call.Now,
        };
        call.Write(Tables.Buses).Put(bus);
        return new()
        {
            Arn = arn,
            Name = name,
            Description = bus.Description,
            KmsKeyIdentifier = bus.KmsKey,
            DeadLetterConfig = EventsViews.DeadLetters(bus.DeadLetterArn),
        };
    }
}
