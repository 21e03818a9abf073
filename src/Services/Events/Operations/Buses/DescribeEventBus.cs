using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>Describes an event bus.</summary>
public sealed class DescribeEventBus : IReadOperation<DescribeEventBusRequest, DescribeEventBusResult>
{
    /// <inheritdoc/>
    public DescribeEventBusResult Run(DescribeEventBusRequest request, ReadCall call)
    {
        var name = BusRules.Named(call, request.Name);
        var record = BusRules.Find(call, call.Scope, name)!;
        var bus = EventsViews.Bus(call.Scope, record);
        return new()
        {
            Name = bus.Name,
            Arn = bus.Arn,
            Description = bus.Description,
            KmsKeyIdentifier = record.KmsKey,
            DeadLetterConfig = EventsViews.DeadLetters(record.DeadLetterArn),
            Policy = bus.Policy,
            CreationTime = bus.CreationTime,
            LastModifiedTime = bus.LastModifiedTime,
        };
    }
}
