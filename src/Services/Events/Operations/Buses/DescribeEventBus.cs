using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>DescribeEventBus.</summary>
public sealed class DescribeEventBus : IReadOperation<DescribeEventBusRequest, DescribeEventBusResult>
{
}
