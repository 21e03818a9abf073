using Orrery.Services.S3.Loops;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Locking;

namespace Orrery.Services.S3.Rules.Replicating;

/// <summary>
/// What changed of versions that were replicated: tags, access control lists, locks. Those of replicas go back where
/// both buckets have a rule that says so, and from there no further (which is guessed). Sources: S3 user guide,
/// "Replicating metadata changes with replica modification sync", "Getting replication status information".
/// </summary>
internal static class ReplicaChanges
{
    /// <summary>Has what was changed of a replica go back soon, where it is to.</summary>
    public static void Begin(Call call, Place place, VersionRecord replica)
    {
        if (ReplicaRules.Back(call, place.Bucket, replica) is not { Count: > 0 } ways) return;
        replica = replica with { ReplicaSync = Replicas.Pending };
        Versions.Change(call, place, replica);
        ReplicaLoop.Begin(call, place, replica, Replicas.Measured(ways.Select(static way => way.Rule)));
    }

    /// <summary>Takes it back.</summary>
    public static void Run(Call call, Place place, VersionRecord replica)
    {
        var isDone = true;
        foreach (var (rule, counter) in ReplicaRules.Back(call, place.Bucket, replica))
        {
            var there = Replicas.PlaceOf(call, ReplicaRules.TargetOf(rule))!.Value;
            var obstacle = Replicas.Obstacle(rule, there);
            if (obstacle is null)
            {
                var isOwned = rule.Destination!.AccessControlTranslation is not null
                    || counter.Destination!.AccessControlTranslation is not null;
                if (Versions.Find(call, there, replica.Key, replica.VersionId) is { } original)
                    Put(call, (place, there), (replica, original), isOwned);
                else obstacle = "DstVersionNotFound";
            }

            isDone &= obstacle is null;
            Replicas.Tell(call, place, replica, (rule, obstacle));
        }

        Versions.Change(call, place, replica with { ReplicaSync = isDone ? null : Replicas.Failed });
    }

    /// <summary>Takes what is known of a version over to its twin.</summary>
    /// <param name="call">The call.</param>
    /// <param name="way">The buckets.</param>
    /// <param name="twins">The version, and its twin as it was before.</param>
    /// <param name="isOwned">Whether replicas belong to the owner of their bucket: then lists are not taken over.
    /// </param>
    public static void Put(
        Call call, (Place From, Place To) way, (VersionRecord Version, VersionRecord Twin) twins, bool isOwned)
    {
        var (version, twin) = twins;
        var hasOwnList = isOwned || Ownership.IsEnforced(way.From.Bucket) || Ownership.IsEnforced(way.To.Bucket);
        var isLocked = way.From.Bucket.Lock is not null && way.To.Bucket.Lock is not null;
        Versions.Change(call, way.To, twin with
        {
            Tags = version.Tags,
            Acl = hasOwnList ? twin.Acl : version.Acl,
            Retention = isLocked ? Locks.Followed(twin.Retention, version.Retention) : twin.Retention,
            HasLegalHold = isLocked ? version.HasLegalHold : twin.HasLegalHold,
        });
    }
}
