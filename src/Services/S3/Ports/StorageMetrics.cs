using Orrery.Contracts.Metrics;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Tiering;
using Orrery.Services.S3.Rules.Using;

namespace Orrery.Services.S3.Ports;

/// <summary>
/// The storage metrics of buckets: one sample for each day, of what there was when it began. Source: S3 user guide,
/// "Amazon S3 metrics and dimensions".
/// </summary>
internal sealed class StorageMetrics : IMetricSource
{
    private const string Bytes = "BucketSizeBytes";
    private const string Objects = "NumberOfObjects";
    private const string All = "AllStorageTypes";
    private const string StorageType = "StorageType";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["StandardStorage"] = "STANDARD",
        ["ReducedRedundancyStorage"] = "REDUCED_REDUNDANCY",
        ["StandardIAStorage"] = "STANDARD_IA",
        ["OneZoneIAStorage"] = "ONEZONE_IA",
        ["IntelligentTieringFAStorage"] = Tiers.Class,
        ["IntelligentTieringIAStorage"] = Tiers.Counted(Tiers.Infrequent),
        ["IntelligentTieringAIAStorage"] = Tiers.Counted(Tiers.Instant),
        ["IntelligentTieringAAStorage"] = Tiers.Counted(Tiers.Archive),
        ["IntelligentTieringDAAStorage"] = Tiers.Counted(Tiers.DeepArchive),
        ["GlacierInstantRetrievalStorage"] = "GLACIER_IR",
        ["GlacierStorage"] = "GLACIER",
        ["DeepArchiveStorage"] = "DEEP_ARCHIVE",
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> Namespaces { get; } = [Usage.Namespace];

    /// <inheritdoc/>
    public IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace)
    {
        foreach (var bucket in call.Read(Tables.Buckets).All())
        {
            var place = new Place(call.Scope, bucket);
            var used = Types.Where(type => Usage.Of(call, place, type.Value).Any()).ToList();
            foreach (var (type, _) in used) yield return Describe(Id(Bytes, place.Name, type), "Bytes");
            if (used.Count > 0) yield return Describe(Id(Objects, place.Name, All), "Count");
        }
    }

    /// <inheritdoc/>
    public MetricDescription? Find(ReadCall call, MetricId metric) => Asked(call, metric) is null
        ? null
        : Describe(metric, metric.Name == Bytes ? "Bytes" : "Count");

    /// <inheritdoc/>
    public IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to)
    {
        if (Asked(call, metric) is not { } asked) yield break;
        List<Walk> walks = [.. asked.Classes.Select(one => new Walk(Usage.Of(call, asked.Place, one)))];
        var at = new DateTimeOffset((from.UtcTicks + Day.Ticks - 1) / Day.Ticks * Day.Ticks, TimeSpan.Zero);
        for (; at < to; at += Day)
        {
            UsageRecord? any = null;
            var sum = 0L;
            foreach (var walk in walks)
            {
                if (walk.Before(Usage.DayOf(at)) is not { } total) continue;
                any = total;
                sum += metric.Name == Bytes ? total.Bytes : total.Objects;
            }

            if (any is not null) yield return MetricSample.Of(at, sum);
        }
    }

    private static (Place Place, IEnumerable<string> Classes)? Asked(ReadCall call, MetricId metric)
    {
        if (metric is not { Dimensions: [{ Name: Usage.BucketName } bucket, { Name: StorageType } type] }) return null;
        if (call.Read(Tables.Buckets).Find(new(bucket.Value)) is not { } found) return null;
        var place = new Place(call.Scope, found);
        if (metric.Name == Objects && type.Value == All) return (place, Types.Values);
        return metric.Name == Bytes && Types.TryGetValue(type.Value, out var one) ? (place, [one]) : null;
    }

    private static MetricId Id(string name, string bucket, string type) =>
        new(Usage.Namespace, name, [new(Usage.BucketName, bucket), new(StorageType, type)]);

    private static MetricDescription Describe(MetricId id, string unit) => new(id, unit, Day);

    // Totals are asked for day after day, so they are walked through once.
    private sealed class Walk(IEnumerable<UsageRecord> totals)
    {
        private readonly Queue<UsageRecord> _rest = new(totals);
        private UsageRecord? _now;

        public UsageRecord? Before(int day)
        {
            while (_rest.TryPeek(out var next) && next.Day < day) _now = _rest.Dequeue();
            return _now;
        }
    }
}
