using Orrery.Contracts.Identity;
using Orrery.Contracts.Keys;
using Orrery.Services.S3.Loops;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Delivering;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Replicating;

/// <summary>
/// Replicas of what KMS encrypts: of the same kind of encryption, under the key that the rule names for them. The role
/// of the configuration needs <c>kms:Decrypt</c> for the one key and <c>kms:Encrypt</c> for the other. Sources: S3 user
/// guide, "Replicating encrypted objects", "Using an S3 Bucket Key with replication", "Amazon S3 replication failure
/// reasons". Which reason stands for which of KMS's errors is guessed, and so is that the ETag stays.
/// </summary>
internal static class SealedReplicas
{
    /// <summary>Has KMS open a version where it is.</summary>
    /// <returns>Why it does not; null where it does.</returns>
    public static string? Opened(ReadCall call, Place place, VersionRecord version)
    {
        var user = UserOf(place);
        if (call.FindPort<IRoleSessions>() is { } roles
            && roles.Rights(call, user.Role ?? "", user.Principal) is null) return "AssumeRoleNotPermitted";
        try
        {
            Kms.Open(call, version.Encryption!, version.Bucket, version.Key, user);
            return null;
        }
        catch (ServiceException refusal)
        {
            return refusal.Code is "KMS.DisabledException" or "KMS.KMSInvalidStateException"
                ? "SrcKmsKeyInvalidState"
                : "SrcGetObjectNotPermitted";
        }
    }

    /// <summary>Puts a replica under its own key, and lets where it came from know. The call is one of the region that
    /// it goes to: the key is there.</summary>
    public static void Put(Call call, Place place, VersionRecord version, string id)
    {
        var obstacle = TryPut(call, place, version, id);
        SealedReplicaLoop.Return(call, place, version, (id, obstacle));
    }

    private static string? TryPut(Call call, Place place, VersionRecord version, string id)
    {
        // The rule was there right before.
        if (ReplicaRules.For(place.Bucket, version).FirstOrDefault(one => one.ID == id) is not { } rule)
            return "SrcBucketReplicationConfigMissing";
        var target = Replicas.PlaceOf(call, ReplicaRules.TargetOf(rule));
        if (Replicas.Obstacle(rule, target) is { } obstacle) return obstacle;
        var there = target!.Value;
        try
        {
            var wanted = version.Encryption! with
            {
                KeyId = rule.Destination!.EncryptionConfiguration!.ReplicaKmsKeyID, DataKey = null,
            };
            var (arn, data) = Kms.SealDataKey(call, wanted, there, version.Key, UserOf(place));
            var kept = version with { Encryption = wanted with { KeyId = arn, DataKey = data } };
            Replicas.Put(call, (place, there), kept, rule.Destination!);
            return null;
        }
        catch (ServiceException refusal)
        {
            return refusal.Code switch
            {
                "KMS.NotFoundException" or "KMS.InvalidArnException" => "DstKmsKeyNotFound",
                "KMS.DisabledException" or "KMS.KMSInvalidStateException" => "DstKmsKeyInvalidState",
                _ => "DstPutObjectNotPermitted",
            };
        }
    }

    private static KeyUser UserOf(Place place) => Deliveries.UserOf(place) with
    {
        Role = Kept.Find<GetBucketReplicationResult>(place.Bucket)?.ReplicationConfiguration?.Role,
    };
}
