using Orrery.Kernel.State;
using Orrery.Services.S3.Loops;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Telling;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Replicating;

/// <summary>
/// Replicates versions: they keep their ids, their times and their bytes. Sources: S3 user guide, "What is and is not
/// replicated", "Getting replication status information". The role of a configuration is asked for keys of KMS only
/// (<see cref="SealedReplicas"/>); what else it may is not evaluated.
/// </summary>
internal static class Replicas
{
    /// <summary>What a replica says of itself.</summary>
    public const string Replica = "REPLICA";

    /// <summary>What a version says of itself that waits for its replication.</summary>
    public const string Pending = "PENDING";

    /// <summary>What a version says of itself whose replication failed.</summary>
    public const string Failed = "FAILED";

    private const string Completed = "COMPLETED";

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
        if (ReplicaRules.For(place.Bucket, version) is { Count: > 0 } rules)
            ReplicaLoop.Begin(call, place, version, Measured(rules));
    }

    /// <summary>Has replicated soon what was changed of a version that was put before: its tags, list or lock.
    /// </summary>
    public static void Changed(Call call, Place place, VersionRecord version)
    {
        if (version.Replication == Replica) ReplicaChanges.Begin(call, place, version);
        else if (version.Replication is not null) Begin(call, place, version);
    }

    /// <summary>Replicates a version, or what changed of it.</summary>
    public static void Run(Call call, Place place, VersionRecord version)
    {
        if (version.Replication == Replica)
        {
            ReplicaChanges.Run(call, place, version);
            return;
        }

        var (isDone, waits) = (true, false);
        foreach (var rule in ReplicaRules.For(place.Bucket, version))
        {
            var target = PlaceOf(call, ReplicaRules.TargetOf(rule));
            var obstacle = Obstacle(rule, target);
            if (obstacle is null && version.Encryption?.DataKey is not null && !IsAt(call, target!.Value, version))
            {
                obstacle = SealedReplicas.Opened(call, place, version);
                if (obstacle is null)
                {
                    waits = true;
                    SealedReplicaLoop.Begin(call, target.Value, version, rule.ID!);
                    continue;
                }
            }

            if (obstacle is null) Put(call, (place, target!.Value), version, rule.Destination!);
            isDone &= obstacle is null;
            Tell(call, place, version, (rule, obstacle));
        }

        if (!version.IsMarker) Versions.Change(
            call, place, version with { Replication = !isDone ? Failed : waits ? Pending : Completed });
    }

    /// <summary>A replica was made after all, or could not be; the last of them completes the replication.</summary>
    /// <param name="call">The call.</param>
    /// <param name="place">The bucket it was replicated from.</param>
    /// <param name="version">The version there.</param>
    /// <param name="id">The rule.</param>
    /// <param name="obstacle">What stood against it, or null.</param>
    public static void Finish(Call call, Place place, VersionRecord version, string id, string? obstacle)
    {
        var rules = ReplicaRules.For(place.Bucket, version);
        if (rules.FirstOrDefault(rule => rule.ID == id) is { } found) Tell(call, place, version, (found, obstacle));
        if (obstacle is not null)
            Versions.Change(call, place, version with { Replication = Failed });
        else if (version.Replication == Pending
            && rules.All(rule => PlaceOf(call, ReplicaRules.TargetOf(rule)) is { } there && IsAt(call, there, version)))
            Versions.Change(call, place, version with { Replication = Completed });
    }

    /// <summary>A bucket by its name, or null.</summary>
    public static Place? PlaceOf(ReadCall call, string bucket)
    {
        if (BucketRules.NameOf(call, bucket) is not { } owner) return null;
        var scope = new Scope(owner.Account, owner.Region);
        return call.Read(Tables.Buckets, scope).Find(owner.Name) is { } found ? new(scope, found) : null;
    }

    /// <summary>The ids of those rules that are measured.</summary>
    public static IReadOnlyList<string> Measured(IEnumerable<ReplicationRule> rules) =>
        [.. rules.Where(Follows.IsMeasured).Select(static rule => rule.ID!)];

    /// <summary>What stands against a replication; null where nothing does. Source: S3 user guide, "Amazon S3
    /// replication failure reasons". What stands for an account that is not the owner's is guessed.</summary>
    public static string? Obstacle(ReplicationRule rule, Place? target)
    {
        if (target is not { } there) return "DstBucketNotFound";
        if (there.Bucket.Versioning != Versioning.Enabled) return "DstBucketUnversioned";
        return rule.Destination!.Account is { Length: > 0 } account && account != there.Scope.Account
            ? "DstPutObjectNotPermitted"
            : null;
    }

    /// <summary>Tells how the replication by a rule went.</summary>
    public static void Tell(
        Call call, Place place, VersionRecord version, (ReplicationRule Rule, string? Obstacle) how)
    {
        var (rule, obstacle) = how;
        Follows.Tell(call, place, rule, obstacle is not null);
        if (obstacle is not null && Follows.IsMeasured(rule)) Notices.Tell(
            call, place, version, Notice.NotReplicated, new(rule.ID!, rule.Destination!.Bucket!, obstacle));
    }

    /// <summary>Puts a replica, or changes what is known of the one that is there.</summary>
    public static void Put(Call call, (Place From, Place To) way, VersionRecord version, Destination wanted)
    {
        var there = way.To;
        if (Versions.Find(call, there, version.Key, version.VersionId) is { } before)
        {
            ReplicaChanges.Put(call, way, (version, before), wanted.AccessControlTranslation is not null);
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

    private static bool IsAt(ReadCall call, Place there, VersionRecord version) =>
        Versions.Find(call, there, version.Key, version.VersionId) is not null;
}
