using Orrery.Contracts.Delivery;
using Orrery.Contracts.Stores;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Delivering;
using Orrery.Services.S3.Rules.Replicating;

namespace Orrery.Services.S3.Ports;

/// <summary>
/// Puts the files of other services into buckets. AWS attaches the policy that lets log delivery in to a bucket when
/// its own account asks for logs (Amazon VPC User Guide, "Amazon S3 bucket permissions for flow logs"): here such a
/// bucket takes them unless its policy denies, and the policy is left as it is.
/// </summary>
internal sealed class StoreIntake : IStoreIntake
{
    private const string Start = "arn:aws:s3:::";

    /// <inheritdoc/>
    public DeliveryObstacle? Obstacle(ReadCall call, Delivery delivery) => Find(call, delivery) is { } target
        ? Deliveries.Refusal(call, target, delivery)
        : new(ObstacleKind.NoResource, $"There is no bucket of {delivery.TargetArn}");

    /// <inheritdoc/>
    public DeliveryObstacle? Put(Call call, Delivery delivery, ReadOnlyMemory<byte> bytes, string contentType)
    {
        if (Obstacle(call, delivery) is { } obstacle) return obstacle;
        var target = Find(call, delivery)!.Value;
        return Deliveries.Put(call, target, new(KeyOf(delivery), bytes, contentType)
        {
            By = DeliveryKeys.UserOf(delivery),
        });
    }

    private static Place? Find(ReadCall call, Delivery delivery) =>
        delivery.TargetArn.StartsWith(Start, StringComparison.Ordinal)
            ? Replicas.PlaceOf(call, delivery.TargetArn[Start.Length..].Split('/')[0])
            : null;

    private static string KeyOf(Delivery delivery) =>
        delivery.TargetArn[(delivery.TargetArn.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
