using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;

namespace Orrery.Tests.Unit.Services.Sns;

/// <summary>Stands in for SQS or Lambda: remembers what it gets; what is named <c>gone</c> does not exist.</summary>
internal sealed class Queues(string service) : IDestination
{
    /// <summary>What was delivered, in order.</summary>
    public List<Delivery> Delivered { get; } = [];

    /// <inheritdoc/>
    public string Service => service;

    /// <inheritdoc/>
    public DeliveryObstacle? Obstacle(ReadCall call, Delivery delivery) =>
        delivery.TargetArn.EndsWith(":gone", StringComparison.Ordinal)
            ? new(ObstacleKind.NoResource, "it does not exist")
            : null;

    /// <inheritdoc/>
    public void Deliver(Call call, Delivery delivery) => Delivered.Add(delivery);
}
