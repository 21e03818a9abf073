using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Stores;

/// <summary>
/// Takes files that other services put into buckets, as part of a call: the target of the delivery is the ARN of the
/// object, its body is not looked at.
/// </summary>
public interface IStoreIntake
{
    /// <summary>Why such a file cannot be put now: no bucket, or its policy. Null where all is well.</summary>
    DeliveryObstacle? Obstacle(ReadCall call, Delivery.Delivery delivery);

    /// <summary>Puts a file where it can be; else says why not, and nothing has changed.</summary>
    DeliveryObstacle? Put(Call call, Delivery.Delivery delivery, ReadOnlyMemory<byte> bytes, string contentType);
}
