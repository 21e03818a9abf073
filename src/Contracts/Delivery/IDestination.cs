using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Delivery;

/// <summary>
/// What a service takes in from other services under an ARN: SQS takes messages for queues, SNS for topics, Logs events
/// for log groups, Lambda invocations. Several services offer one each; <see cref="Destinations"/> finds the right one.
/// </summary>
public interface IDestination
{
    /// <summary>The service in the ARNs that it takes, for example <c>sqs</c>.</summary>
    string Service { get; }

    /// <summary>
    /// Why nothing can be delivered to an ARN now (it does not exist, its policy denies); null where all is well.
    /// </summary>
    DeliveryObstacle? Obstacle(ReadCall call, Delivery delivery);

    /// <summary>Delivers, as part of the call, into the account and region of the ARN.</summary>
    /// <exception cref="Core.ServiceException">It cannot be delivered, for the reason of <see
    /// cref="Obstacle"/>.</exception>
    void Deliver(Call call, Delivery delivery);
}
