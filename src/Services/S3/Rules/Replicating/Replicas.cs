using Orrery.Kernel.State;
using Orrery.Services.S3.Loops;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Access;
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

    private const string Pending = "PENDING";
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
        if (ReplicaRules.For(place.Bucket, version) is not []) ReplicaLoop.Begin(call, place, version);
    }

    /// <summary>Replicates a version, or what changed of it.</summary>
    public static void Run(Call call, Place place, VersionRecord version)
    {
        var isDone = true;
        foreach (var rule in ReplicaRules.For(place.Bucket, version))
        {
            if (PlaceOf(call, ReplicaRules.TargetOf(rule)) is not { Bucket.Versioning: Versioning.Enabled } there)
            {
                isDone = false;
                continue;
            }

            Put(call, there, version, rule.Destination!.StorageClass?.ToWire());
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

    private static void Put(Call call, Place there, VersionRecord version, string? storageClass)
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

        var isEnforced = Ownership.IsEnforced(there.Bucket);
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
