using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Replicating;

/// <summary>
/// What is replicated where. Sources: S3 user guide, "Replicating objects within and across Regions", "What is and is
/// not replicated", "Replication configuration file elements"; S3 API Reference, PutBucketReplication.
/// </summary>
internal static class ReplicaRules
{
    private const string Arn = "arn:aws:s3:::";
    private const string Roles = "role/";
    private const int MostRules = 1000;

    /// <summary>A configuration as it is sent, checked.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidRequest, InvalidArgument, NotImplemented.</exception>
    public static ReplicationConfiguration Checked(
        ReadCall call, Place place, ReplicationConfiguration? sent, Func<string> newId)
    {
        if (place.Bucket.Versioning != Versioning.Enabled) throw Errors.InvalidRequest(
            "Versioning must be 'Enabled' on the bucket to apply a replication configuration");
        if (sent is not { Role: { Length: > 0 }, Rules: { Count: > 0 and <= MostRules } rules })
            throw Errors.Malformed();
        if (!IsRole(sent.Role))
            throw Errors.InvalidArgument("Invalid Role specified in replication configuration", "Role", sent.Role);
        List<ReplicationRule> named =
        [
            .. rules.Select(rule => rule.ID is { Length: > 0 } ? rule : rule with { ID = newId() }),
        ];
        foreach (var rule in named) Check(call, place, rule);
        if (named.Select(static rule => rule.ID).Distinct().Count() < named.Count)
            throw Errors.InvalidArgument("Rule ID must be unique. Found same ID for more than one rule");
        var priorities = named.Where(static rule => rule.Filter is not null).Select(static rule => rule.Priority ?? 0);
        return priorities.GroupBy(static priority => priority).Any(static same => same.Count() > 1)
            ? throw Errors.InvalidRequest("Found duplicate priority in replication configuration rules")
            : sent with { Rules = named };
    }

    /// <summary>The rules by which a version is replicated: for each bucket that of the highest priority.</summary>
    public static IReadOnlyList<ReplicationRule> For(BucketRecord bucket, VersionRecord version)
    {
        var wanted = Kept.Find<GetBucketReplicationResult>(bucket)?.ReplicationConfiguration;
        if (wanted is null) return [];
        return
        [
            .. wanted.Rules!
                .Where(rule => rule.Status is ReplicationRuleStatus.Enabled && Fits(rule, version))
                .GroupBy(static rule => rule.Destination!.Bucket)
                .Select(static same => same.OrderByDescending(static rule => rule.Priority ?? 0).First()),
        ];
    }

    /// <summary>The rules by which what was changed of a replica goes back, each with that of the other bucket by
    /// which the replica came: both have to have it on.</summary>
    public static IReadOnlyList<(ReplicationRule Rule, ReplicationRule Counter)> Back(
        ReadCall call, BucketRecord bucket, VersionRecord replica)
    {
        List<(ReplicationRule Rule, ReplicationRule Counter)> ways = [];
        foreach (var rule in For(bucket, replica).Where(Syncs))
        {
            if (Replicas.PlaceOf(call, TargetOf(rule)) is not { } there) continue;
            var counter = For(there.Bucket, replica).FirstOrDefault(other => TargetOf(other) == bucket.Name.Value);
            if (counter is not null && Syncs(counter)) ways.Add((rule, counter));
        }

        return ways;
    }

    /// <summary>The bucket that a rule replicates to.</summary>
    public static string TargetOf(ReplicationRule rule) => rule.Destination!.Bucket![Arn.Length..];

    private static bool Fits(ReplicationRule rule, VersionRecord version)
    {
        if (version.Encryption?.DataKey is not null && !TakesSealed(rule)) return false;
        var prefix = rule.Filter?.And?.Prefix ?? rule.Filter?.Prefix ?? rule.Prefix ?? "";
        if (!version.Key.StartsWith(prefix, StringComparison.Ordinal)) return false;
        var tags = rule.Filter?.And?.Tags ?? (rule.Filter?.Tag is { } one ? [one] : []);
        if (version.IsMarker)
            return tags.Count == 0 && (rule.Filter is null
                || rule.DeleteMarkerReplication?.Status is DeleteMarkerReplicationStatus.Enabled);
        return tags.All(tag =>
            version.Tags is { } has && has.TryGetValue(tag.Key!, out var value) && value == tag.Value);
    }

    private static bool Syncs(ReplicationRule rule) =>
        rule.SourceSelectionCriteria?.ReplicaModifications?.Status is ReplicaModificationsStatus.Enabled;

    // S3 user guide, "Replicating encrypted objects": what KMS encrypts is replicated only where a rule says so.
    private static bool TakesSealed(ReplicationRule rule) =>
        rule.SourceSelectionCriteria?.SseKmsEncryptedObjects?.Status is SseKmsEncryptedObjectsStatus.Enabled;

    // This and "Invalid bucket ARN": as scality/cloudserver has them for the sake of AWS's compatibility, pull requests
    // 769 and 770.
    private static bool IsRole(string arn) =>
        arn.Split(':', 6) is ["arn", _, "iam", "", var account, { Length: > 5 } role]
        && AccountNumber.Is(account) && role.StartsWith(Roles, StringComparison.Ordinal);

    private static void Check(ReadCall call, Place place, ReplicationRule rule)
    {
        if (rule.Status is null || rule.Destination?.Bucket is not { } target) throw Errors.Malformed();
        if (rule.Filter is not null && rule.Prefix is not null) throw Errors.Malformed();
        if (rule.Filter is not null && (rule.Priority is null || rule.DeleteMarkerReplication is null))
            throw Errors.InvalidRequest(
                "Priority and DeleteMarkerReplication must be specified for a rule with a Filter");
        var hasTags = rule.Filter?.Tag is not null || rule.Filter?.And?.Tags is { Count: > 0 };
        if (hasTags && rule.DeleteMarkerReplication?.Status is DeleteMarkerReplicationStatus.Enabled)
            throw Errors.InvalidRequest("Delete marker replication is not supported if any Tag filter is specified.");
        Headers.RefuseOthers(("ExistingObjectReplication", rule.ExistingObjectReplication));
        ReplicaWishes.Check(rule);
        if (!target.StartsWith(Arn, StringComparison.Ordinal))
            throw Errors.InvalidArgument("Invalid bucket ARN", "Bucket", target);
        if (Replicas.PlaceOf(call, target[Arn.Length..]) is not { } there)
            throw Errors.InvalidRequest("Destination bucket must exist.");
        if (there.Scope.Account != place.Scope.Account) throw Errors.NotServed("replication to another account");
        if (there.Name == place.Name) throw Errors.InvalidRequest("Destination bucket cannot be the source bucket.");
        if (there.Bucket.Versioning != Versioning.Enabled)
            throw Errors.InvalidRequest("Destination bucket must have versioning enabled.");
    }
}
