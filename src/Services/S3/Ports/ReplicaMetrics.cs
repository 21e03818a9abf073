using Orrery.Contracts.Metrics;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Services.S3.Rules.Using;

namespace Orrery.Services.S3.Ports;

/// <summary>
/// What waits for replication, by the minute, in the region of the bucket that it goes to; nothing where nothing waits
/// is 0. Source: S3 user guide, "Using S3 Replication metrics": also where nothing is replicated, but not where that
/// bucket is gone.
/// </summary>
internal sealed class ReplicaMetrics : IMetricSource
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, (string Unit, Func<FollowMinuteRecord, double> Of)> All =
        new(StringComparer.Ordinal)
        {
            ["BytesPendingReplication"] = ("Bytes", static minute => minute.Bytes),
            ["OperationsPendingReplication"] = ("Count", static minute => minute.Operations),
            ["ReplicationLatency"] = ("Seconds", static minute => minute.Latency),
        };

    /// <inheritdoc/>
    public IReadOnlyList<string> Namespaces { get; } = [Usage.Namespace];

    /// <inheritdoc/>
    public IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace) =>
        from follow in call.Read(Tables.Follows).All()
        where follow.Since <= call.Now
        from metric in All
        select new MetricDescription(
            Follows.IdOf(metric.Key, follow.Source, follow.Rule, follow.Target), metric.Value.Unit, Minute);

    /// <inheritdoc/>
    public MetricDescription? Find(ReadCall call, MetricId metric) => Asked(call, metric) is null
        ? null
        : new(metric, All[metric.Name].Unit, Minute);

    /// <inheritdoc/>
    public IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to)
    {
        if (Asked(call, metric) is not { } follow) yield break;
        var minute = Math.Max(Follows.MinuteOf(from + Minute - TimeSpan.FromTicks(1)), Follows.MinuteOf(follow.Since));
        var known = call.Read(Tables.FollowMinutes).From(FollowMinuteRecord.PlaceOf(follow.Place, minute))
            .TakeWhile(one => one.Follow == follow.Place).ToDictionary(static one => one.Minute);
        for (; minute * Minute.Ticks < to.UtcTicks; minute++)
        {
            // What waited when it last changed goes on to wait.
            var now = known.GetValueOrDefault(minute) ?? new(
                follow.Place, minute, minute > follow.Minute ? follow.Bytes : 0,
                minute > follow.Minute ? follow.Operations : 0, 0);
            yield return MetricSample.Of(new(minute * Minute.Ticks, TimeSpan.Zero), All[metric.Name].Of(now));
        }
    }

    private static FollowRecord? Asked(ReadCall call, MetricId metric)
    {
        if (!All.ContainsKey(metric.Name) || metric is not
            {
                Dimensions:
                [
                    { Name: Follows.DestinationBucket } target, { Name: Follows.RuleId } rule,
                    { Name: Follows.SourceBucket } source,
                ],
            }) return null;
        return call.Read(Tables.Follows).Find(FollowRecord.PlaceOf(source.Value, rule.Value, target.Value));
    }
}
