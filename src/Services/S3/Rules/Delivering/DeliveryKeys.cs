using Orrery.Contracts.Delivery;
using Orrery.Services.S3.Rules.Encrypting;

namespace Orrery.Services.S3.Rules.Delivering;

/// <summary>
/// Whether a bucket's key lets the file of another service be encrypted: its policy has to let the service use it,
/// which that of the AWS managed key does not. Source: Amazon VPC User Guide, "Required key policy for use with
/// SSE-KMS".
/// </summary>
internal static class DeliveryKeys
{
    /// <summary>Why it does not; null where it does, or where KMS has nothing to do with it.</summary>
    public static DeliveryObstacle? Refusal(ReadCall call, Place target, Delivery delivery)
    {
        var encryption = target.Bucket.Encryption;
        if (!Kms.Is(encryption.Algorithm)) return null;
        if (encryption.KeyId is not { } id) return new(
            ObstacleKind.NoPermission, $"The key {Kms.StandardKey} does not let {delivery.Source} use it");
        if (Kms.Seek(call, encryption, target.Name) is not { IsUsable: true } key) return new(
            ObstacleKind.Refused, $"The key {id} of the bucket is not there, or off");
        return call.FindPort<IDeliveryJudge>()?.Refusal(call, delivery with { TargetArn = key.Arn, Role = null });
    }
}
