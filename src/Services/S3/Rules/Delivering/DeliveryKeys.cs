using Orrery.Contracts.Delivery;
using Orrery.Contracts.Keys;
using Orrery.Services.S3.Rules.Encrypting;

namespace Orrery.Services.S3.Rules.Delivering;

/// <summary>
/// Whether a bucket's key lets the file of another service be encrypted, wherever that service works: the key's policy
/// has to let the service use it, which that of the AWS managed key does not. Source: Amazon VPC User Guide, "Required
/// key policy for use with SSE-KMS".
/// </summary>
internal static class DeliveryKeys
{
    /// <summary>Why it does not; null where it does, or where KMS has nothing to do with it.</summary>
    public static DeliveryObstacle? Refusal(ReadCall call, Place target, Delivery delivery)
    {
        var encryption = target.Bucket.Encryption;
        if (!Kms.Is(encryption.Algorithm)) return null;
        if (encryption.KeyId is null) return new(
            ObstacleKind.NoPermission, $"The key {Kms.StandardKey} does not let {delivery.Source} use it");
        var key = delivery.TargetArn[(delivery.TargetArn.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return Kms.Refusal(call, encryption, target, key, UserOf(delivery)) is { } refusal
            ? KeyRefusals.AsObstacle(refusal)
            : null;
    }

    /// <summary>The service that has a file encrypted.</summary>
    public static KeyUser UserOf(Delivery delivery) => KeyUser.Of(delivery) with { Role = null };
}
