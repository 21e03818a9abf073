using Orrery.Kernel.State;
using Orrery.Services.S3.Loops;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Telling;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Replicating;

/// <summary>
/// Replicates versions: they keep their ids, their times and their bytes. Sources: S3 user guide, "What is and is not
/// replicated", "Getting replication status information". The role of a configuration is kept; what it may is not
/// evaluated.
/// </summary>
internal static class Replicas
{
    /// <summary>What a replica says of itself.</summary>
    public const string Replica = "REPLICA";

    /// <summary>What a version says of itself that waits for its replication.</summary>
    public const string Pending = "PENDING";

    private const string Completed = "COMPLETED";
    private const string Failed = "FAILED";

    /// <summary>Marks a new version as pending, where it is to be replicated, before it is put.</summary>
    public static VersionRecord Marked(Place place, VersionRecord version)
    {
        if (place.Bucket.Settings is null || ReplicaRules.For(place.Bucket, version) is []) return version;
        return version with { Replication = version.IsMarker ? null : Pending };
    }

    /// <summary>Has a version that was put replicated soon.</summary>
    public static void Begin(Call call, Place place, VersionRecord version)
    {
        if (place.Bucket.Settings is null || version.Replication == Replica) return;
        if (ReplicaRules.For(place.Bucket, version) is not { Count: > 0 } rules) return;
        ReplicaLoop.Begin(
            call, place, version, [.. rules.Where(Follows.IsMeasured).Select(static rule => rule.ID!)]);
    }

    /// <summary>Replicates a version, or what changed of it.</summary>
    public static void Run(Call call, Place place, VersionRecord version)
    {
        var isDone = true;
        foreach (var rule in ReplicaRules.For(place.Bucket, version))
        {
            var target = PlaceOf(call, ReplicaRules.TargetOf(rule));
            var obstacle = Obstacle(rule, target);
            if (obstacle is null) Put(call, target!.Value, version, rule.Destination!);
            else isDone = false;
            Follows.Tell(call, place, rule, obstacle is not null);
            if (obstacle is not null && Follows.IsMeasured(rule)) Notices.Tell(
                call, place, version, Notice.NotReplicated, new(rule.ID!, rule.Destination!.Bucket!, obstacle));
        }

        if (!version.IsMarker)
            Versions.Change(call, place, version with { Replication = isDone ? Completed : Failed });
    }

    /// <summary>A bucket by its name, or null.</summary>
    public static Place? PlaceOf(ReadCall call, string bucket)
    {
        if (BucketRules.NameOf(call, bucket) is not { } owner) return null;
        var scope = new Scope(owner.Account, owner.Region);
        return call.Read(Tables.Buckets, scope).Find(owner.Name) is { } found ? new(scope, found) : null;
    }

    // Source: S3 user guide, "Amazon S3 replication failure reasons". What stands for an account that is not the
    // owner's is guessed.
    private static string? Obstacle(ReplicationRule rule, Place? target)
    {
        if (target is not { } there) return "DstBucketNotFound";
        if (there.Bucket.Versioning != Versioning.Enabled) return "DstBucketUnversioned";
        return rule.Destination!.Account is { Length: > 0 } account && account != there.Scope.Account
            ? "DstPutObjectNotPermitted"
            : null;
    }

    private static void Put(Call call, Place there, VersionRecord version, Destination wanted)
    {
        if (Versions.Find(call, there, version.Key, version.VersionId) is { } before)
        {
            Versions.Change(call, there, before with
            {
                Tags = version.Tags, Acl = before.Acl is null ? null : version.Acl, Retention = version.Retention,
                HasLegalHold = version.HasLegalHold,
            });
            return;
        }

        var storageClass = wanted.StorageClass?.ToWire();
        // S3 user guide, "Changing the replica owner": to the owner of the bucket it goes to.
        var isEnforced = Ownership.IsEnforced(there.Bucket) || wanted.AccessControlTranslation is not null;
        var replica = version with
        {
            Bucket = there.Name,
            Owner = isEnforced ? there.Scope.Account : version.Owner,
            Acl = isEnforced ? null : version.Acl,
            StorageClass = storageClass ?? version.StorageClass,
            Retention = there.Bucket.Lock is null ? null : version.Retention,
            HasLegalHold = there.Bucket.Lock is null ? null : version.HasLegalHold,
            Restore = null,
            ClassSince = call.Now,
            Accessed = null,
            Tier = null,
            Replication = version.IsMarker ? null : Replica,
        };
        if (!replica.IsMarker) Stored.Share(call, replica);
        Versions.Insert(call, there, replica);
    }
}
