using Orrery.Contracts.Events;
using Orrery.Kernel.Calls;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>A bus that keeps the events that it is given.</summary>
internal sealed class HeardEvents : IEventBus
{
    /// <summary>What was put, in order.</summary>
    public List<ServiceEvent> Events { get; } = [];

    /// <inheritdoc/>
    public void Put(Call call, ServiceEvent occurred) => Events.Add(occurred);
}
