using Orrery.Contracts.Metrics;
using Orrery.Contracts.Stores;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Using;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>
/// Request metrics in CloudWatch, for each metrics configuration of a bucket. Source: S3 user guide, "Amazon S3
/// CloudWatch request metrics": by the minute; what did not happen counts as 0 of errors. Guessed: requests without a
/// key match only configurations without a filter.
/// </summary>
internal static class RequestMetrics
{
    private const string FilterId = "FilterId";

    private static readonly (string Name, string Unit, Func<StoreVisit, double?> Of)[] All =
    [
        ("AllRequests", "Count", static _ => 1),
        ("GetRequests", "Count", static v => When(v is { Method: "GET", Key: not null })),
        ("PutRequests", "Count", static v => When(v is { Method: "PUT", Key: not null })),
        ("DeleteRequests", "Count", static v => When(
            v is { Method: "DELETE", Key: not null } or { Operation: "DeleteObjects" })),
        ("HeadRequests", "Count", static v => When(v.Method == "HEAD")),
        ("PostRequests", "Count", static v => When(v.Method == "POST" && v.Operation != "DeleteObjects")),
        ("ListRequests", "Count", static v => When(IsList(v))),
        ("BytesDownloaded", "Bytes", static v => v is { Method: "GET", Status: < 300 } ? v.BytesSent : null),
        ("BytesUploaded", "Bytes", static v =>
            v is { Method: "PUT" or "POST", Status: < 300, Key: not null } ? v.BytesReceived : null),
        ("4xxErrors", "Count", static v => v.Status is >= 400 and < 500 ? 1 : 0),
        ("5xxErrors", "Count", static v => v.Status >= 500 ? 1 : 0),
        ("FirstByteLatency", "Milliseconds", static v => v.TurnAround.TotalMilliseconds),
        ("TotalRequestLatency", "Milliseconds", static v => v.TotalTime.TotalMilliseconds),
    ];

    /// <summary>Whether a bucket has any.</summary>
    public static bool AreWanted(BucketRecord bucket) =>
        Kept.All<GetBucketMetricsConfigurationResult>(bucket).Any();

    /// <summary>Puts the metrics of requests.</summary>
    public static void Put(Call call, Place place, IReadOnlyList<StoreVisit> visits)
    {
        if (place.Bucket.Settings is null || call.FindPort<IMetrics>() is not { } metrics) return;
        foreach (var answer in Kept.All<GetBucketMetricsConfigurationResult>(place.Bucket))
        {
            var wanted = answer.MetricsConfiguration!;
            var filter = MetricsRules.FilterOf(wanted);
            var own = visits.Where(visit => ReportFilters.Matches(
                filter, visit.Key,
                filter?.Tags is null || visit.Key is null ? null : Versions.Current(call, place, visit.Key)));
            foreach (var minute in own.GroupBy(static visit => visit.At.UtcTicks / TimeSpan.TicksPerMinute))
                Put(call, metrics, place, wanted.Id!, [.. minute]);
        }
    }

    private static void Put(
        Call call, IMetrics metrics, Place place, string id, IReadOnlyList<StoreVisit> visits)
    {
        foreach (var (name, unit, of) in All)
        {
            List<double> values = [.. visits.Select(of).OfType<double>()];
            if (values.Count == 0) continue;
            var metric = new MetricId(
                Usage.Namespace, name, [new(Usage.BucketName, place.Name), new(FilterId, id)]);
            metrics.Put(
                call, metric, new(visits[0].At, values.Sum(), values.Min(), values.Max(), values.Count), unit);
        }
    }

    private static double? When(bool counts) => counts ? 1 : null;

    private static bool IsList(StoreVisit visit) => visit.Operation
        is "ListObjects" or "ListObjectsV2" or "ListObjectVersions" or "ListMultipartUploads" or "ListParts";
}
