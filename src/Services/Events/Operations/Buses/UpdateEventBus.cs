using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>Changes the description of an event bus.</summary>
public sealed class UpdateEventBus : IWriteOperation<UpdateEventBusRequest, UpdateEventBusResult>
{
    /// <inheritdoc/>
    public UpdateEventBusResult Run(UpdateEventBusRequest request, Call call)
    {
        BusUnserved.Refuse(request.KmsKeyIdentifier, request.DeadLetterConfig, request.LogConfig);
        var name = BusRules.Named(call, request.Name);
        var bus = BusRules.Find(call, call.Scope, name)!;
        bus = bus with { Description = request.Description, Modified = call.Now };
        call.Write(Tables.Buses).Put(bus);
        return new() { Arn = Names.Bus(call.Scope, name), Name = name, Description = bus.Description };
    }
}
