using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>Makes an event bus.</summary>
public sealed class CreateEventBus : IWriteOperation<CreateEventBusRequest, CreateEventBusResult>
{
    /// <inheritdoc/>
    public CreateEventBusResult Run(CreateEventBusRequest request, Call call)
    {
        BusUnserved.Refuse(request.KmsKeyIdentifier, request.DeadLetterConfig, request.LogConfig);
        if (request.EventSourceName is not null)
            throw Errors.NotServed("EventSourceName: partner event sources");
        var name = request.Name!;
        if (name.Contains('/'))
            throw Errors.Validation("Event bus name must not contain '/': only those of partners do.");
        if (BusRules.Find(call, call.Scope, name) is not null)
            throw Errors.Exists($"Event bus {name}");
        if (call.Read(Tables.Buses).Count >= EventsQuotas.Limit(call, EventsQuotas.Buses))
            throw Errors.Limit("The requested resource exceeds the maximum number allowed: event buses.");
        call.Write(Tables.Buses).Put(new()
        {
            Name = new(name),
            Description = request.Description,
            Created = call.Now,
            Modified = call.Now,
            Tags = TagRules.Of(request.Tags?.Select(t => KeyValuePair.Create(t.Key!, t.Value!))),
        });
        return new() { EventBusArn = Names.Bus(call.Scope, name), Description = request.Description };
    }
}
