using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Keys;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>Makes an event bus.</summary>
public sealed class CreateEventBus : IWriteOperation<CreateEventBusRequest, CreateEventBusResult>
{
    /// <inheritdoc/>
    public CreateEventBusResult Run(CreateEventBusRequest request, Call call)
    {
        if (request.LogConfig is not null)
            throw Errors.NotServed("LogConfig of event buses");
        if (request.EventSourceName is not null)
            throw Errors.NotServed("EventSourceName: partner event sources");
        var name = request.Name!;
        if (name.Contains('/'))
            throw Errors.Validation("Event bus name must not contain '/': only those of partners do.");
        if (BusRules.Find(call, call.Scope, name) is not null)
            throw Errors.Exists($"Event bus {name}");
        if (call.Read(Tables.Buses).Count >= EventsQuotas.Limit(call, EventsQuotas.Buses))
            throw Errors.Limit("The requested resource exceeds the maximum number allowed: event buses.");
        var arn = Names.Bus(call.Scope, name);
        var queue = SealedBuses.Checked(call, request.DeadLetterConfig?.Arn);
        var key = EventKeys.Checked(call, request.KmsKeyIdentifier, arn, name);
        call.Write(Tables.Buses).Put(new()
        {
            Name = new(name),
            Description = request.Description,
            KmsKey = key,
            DeadLetterArn = queue,
            Created = call.Now,
            Modified = call.Now,
            Tags = TagRules.Of(request.Tags?.Select(t => KeyValuePair.Create(t.Key!, t.Value!))),
        });
        return new()
        {
            EventBusArn = arn,
            Description = request.Description,
            KmsKeyIdentifier = key,
            DeadLetterConfig = request.DeadLetterConfig,
        };
    }
}
