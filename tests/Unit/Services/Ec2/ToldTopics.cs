using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Stands in for SNS: every topic but one exists, and what they are told is remembered.</summary>
internal sealed class ToldTopics : IDestination
{
    /// <summary>The topic that does not exist.</summary>
    public const string Missing = "arn:aws:sns:eu-west-1:123456789012:missing";

    private readonly List<Delivery> _told = [];

    /// <inheritdoc/>
    public string Service => "sns";

    /// <summary>What the topics of a world were told, in order of time.</summary>
    public static IReadOnlyList<Delivery> Of(ReadCall call) =>
        [.. call.PortsOf<IDestination>().OfType<ToldTopics>().Single()._told];

    /// <inheritdoc/>
    public DeliveryObstacle? Obstacle(ReadCall call, Delivery delivery) =>
        delivery.TargetArn == Missing ? new(ObstacleKind.NoResource, "The topic does not exist") : null;

    /// <inheritdoc/>
    public void Deliver(Call call, Delivery delivery) => _told.Add(delivery);
}
