using Orrery.Contracts.Metrics;
using Orrery.Kernel.State;
using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Loops;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Using;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Replicating;

/// <summary>
/// What replication metrics tell: what waits, minute by minute, where rules replicate to, and what failed where they
/// replicate from. Source: S3 user guide, "Using S3 Replication metrics", "Amazon S3 CloudWatch replication metrics".
/// Changes of tags and lists wait as operations without bytes (guessed).
/// </summary>
internal static class Follows
{
    /// <summary>The dimension that names the bucket replicated.</summary>
    public const string SourceBucket = "SourceBucket";

    /// <summary>The dimension that names the bucket replicated to.</summary>
    public const string DestinationBucket = "DestinationBucket";

    /// <summary>The dimension that names the rule.</summary>
    public const string RuleId = "RuleId";

    // "Using S3 Replication metrics": with time control they begin 15 minutes after it was enabled.
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(15);

    // CloudWatch keeps points of a minute for 15 days.
    private static readonly long MostMinutes = (long)TimeSpan.FromDays(15).TotalMinutes;

    /// <summary>Whether a rule is measured.</summary>
    public static bool IsMeasured(ReplicationRule rule) =>
        rule.Destination?.Metrics?.Status is MetricsStatus.Enabled && rule.Status is ReplicationRuleStatus.Enabled;

    /// <summary>The number of a minute.</summary>
    public static long MinuteOf(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute;

    /// <summary>Begins and ends to measure, as a new configuration wants it; null for none.</summary>
    public static void Sync(Call call, Place place, ReplicationConfiguration? wanted)
    {
        List<FollowRecord> next =
        [
            .. (wanted?.Rules ?? []).Where(IsMeasured).Select(rule => new FollowRecord(
                place.Name, rule.ID!, ReplicaRules.TargetOf(rule),
                rule.Destination!.ReplicationTime?.Status is ReplicationTimeStatus.Enabled
                    ? call.Now + Start : call.Now)),
        ];
        var before = Kept.Find<GetBucketReplicationResult>(place.Bucket)?.ReplicationConfiguration?.Rules ?? [];
        foreach (var rule in before)
        {
            if (next.Any(one => one.Rule == rule.ID && one.Target == ReplicaRules.TargetOf(rule))) continue;
            if (Replicas.PlaceOf(call, ReplicaRules.TargetOf(rule)) is { } there) Remove(
                call, there.Scope, FollowRecord.PlaceOf(place.Name, rule.ID!, there.Name));
        }

        foreach (var one in next)
        {
            if (Replicas.PlaceOf(call, one.Target) is not { } there) continue;
            var follows = call.Write(Tables.Follows, there.Scope);
            if (!follows.Contains(one.Place)) follows.Put(one);
        }
    }

    /// <summary>A bucket is gone: nothing is replicated from it, and nothing to it.</summary>
    public static void Forget(Call call, Place place)
    {
        Sync(call, place, null);
        foreach (var one in call.Read(Tables.Follows, place.Scope).All().Where(f => f.Target == place.Name).ToList())
            Remove(call, place.Scope, one.Place);
    }

    /// <summary>Has what began or ended for rules noted where they replicate to.</summary>
    public static void Note(Call call, Place place, FollowStep step, IEnumerable<string> rules)
    {
        var wanted = Kept.Find<GetBucketReplicationResult>(place.Bucket)?.ReplicationConfiguration?.Rules ?? [];
        foreach (var id in rules)
        {
            if (wanted.FirstOrDefault(rule => rule.ID == id) is not { } rule || !IsMeasured(rule)) continue;
            if (Replicas.PlaceOf(call, ReplicaRules.TargetOf(rule)) is not { } there) continue;
            FollowLoop.Begin(call, there.Scope, step, FollowRecord.PlaceOf(place.Name, id, there.Name));
        }
    }

    /// <summary>Notes it.</summary>
    public static void Run(Call call, FollowStep step, FollowKey place)
    {
        var follows = call.Write(Tables.Follows);
        if (follows.Find(place) is not { } follow) return;
        var sign = step.IsEnd ? -1 : 1;
        var next = follow with
        {
            Bytes = Math.Max(0, follow.Bytes + (sign * step.Bytes)),
            Operations = Math.Max(0, follow.Operations + sign),
            Minute = MinuteOf(call.Now),
        };
        follows.Put(next);
        if (call.Now >= follow.Since) Count(call, step, follow, next);
        call.FindPort<IMetrics>()?.Changed(call, Usage.Namespace, new(SourceBucket, follow.Source));
    }

    /// <summary>Puts whether an operation failed: of them all the average is the rate of failures.</summary>
    public static void Tell(Call call, Place place, ReplicationRule rule, bool hasFailed)
    {
        if (!IsMeasured(rule)) return;
        call.FindPort<IMetrics>()?.Put(
            call, IdOf("OperationsFailedReplication", place.Name, rule.ID!, ReplicaRules.TargetOf(rule)),
            MetricSample.Of(call.Now, hasFailed ? 1 : 0), "Count");
    }

    /// <summary>A metric of a rule.</summary>
    public static MetricId IdOf(string name, string source, string rule, string target) => new(
        Usage.Namespace, name, [new(DestinationBucket, target), new(RuleId, rule), new(SourceBucket, source)]);

    private static void Count(Call call, FollowStep step, FollowRecord before, FollowRecord after)
    {
        var minutes = call.Write(Tables.FollowMinutes);
        var now = minutes.Find(FollowMinuteRecord.PlaceOf(after.Place, after.Minute))
            ?? new(after.Place, after.Minute, before.Bytes, before.Operations, 0);
        var latency = step.IsEnd ? (call.Now - step.Begun).TotalSeconds : 0;
        minutes.Put(now with
        {
            Bytes = Math.Max(now.Bytes, after.Bytes),
            Operations = Math.Max(now.Operations, after.Operations),
            Latency = Math.Max(now.Latency, latency),
        });
        if (minutes.From(new($"{after.Place.Value}/")).FirstOrDefault() is { } first && first.Follow == after.Place
            && first.Minute < after.Minute - MostMinutes) minutes.Remove(first.Place);
    }

    private static void Remove(Call call, Scope scope, FollowKey place)
    {
        if (!call.Write(Tables.Follows, scope).Remove(place)) return;
        var minutes = call.Write(Tables.FollowMinutes, scope);
        foreach (var one in minutes.From(new($"{place.Value}/")).TakeWhile(one => one.Follow == place).ToList())
            minutes.Remove(one.Place);
    }
}
