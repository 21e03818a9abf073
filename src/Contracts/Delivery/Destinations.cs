using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Delivery;

/// <summary>Finds who takes what goes to an ARN.</summary>
public static class Destinations
{
    /// <summary>Whether any service takes things under such an ARN.</summary>
    public static bool Knows(ReadCall call, string arn) => Find(call, arn) is not null;

    /// <summary>Why nothing can be delivered now; null where all is well.</summary>
    public static DeliveryObstacle? Obstacle(ReadCall call, Delivery delivery) =>
        Find(call, delivery.TargetArn) is { } destination
            ? destination.Obstacle(call, delivery) ?? call.FindPort<IDeliveryJudge>()?.Refusal(call, delivery)
            : new(
                ObstacleKind.NotServed, $"Orrery has no service that takes deliveries to {delivery.TargetArn}");

    /// <summary>Delivers where it can be; else says why not, and nothing has changed.</summary>
    public static DeliveryObstacle? TryDeliver(Call call, Delivery delivery)
    {
        if (Obstacle(call, delivery) is { } obstacle)
            return obstacle;
        Find(call, delivery.TargetArn)!.Deliver(call, delivery);
        return null;
    }

    /// <summary>ARNs are <c>arn:partition:service:region:account:resource</c>.</summary>
    private static IDestination? Find(ReadCall call, string arn)
    {
        var parts = arn.Split(':', 6);
        return parts.Length == 6
            ? call.PortsOf<IDestination>().FirstOrDefault(d => d.Service == parts[2])
            : null;
    }
}
