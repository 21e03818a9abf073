using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Services.CloudWatch.Rules.Reading;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>The bands of the anomaly detectors of an account and region.</summary>
internal sealed class AnomalyBands : IAnomalyBands
{
    /// <summary>The key of a detector.</summary>
    public static DetectorKey KeyOf(MetricId metric, string stat) => new($"{metric.Key}\u001d{stat}");

    /// <summary>The detector for a metric and statistic, if there is one.</summary>
    public static DetectorRecord? Detector(ReadCall call, StatQuery query) =>
        call.Read(AlarmTables.Detectors).Find(KeyOf(query.Metric, query.Statistic));

    /// <inheritdoc/>
    public BandSeries? Find(
        ReadCall call, StatQuery query, double deviations, DateTimeOffset from, DateTimeOffset to)
    {
        if (Detector(call, query) is not { Model.Means.Length: > 0 } detector) return null;
        var (lower, upper) = (new List<PeriodValue>(), new List<PeriodValue>());
        for (var at = from; at < to; at = at.AddSeconds(query.Period))
        {
            var bounds = Detecting.Bounds(detector, at, deviations);
            lower.Add(new(at, bounds.Lower));
            upper.Add(new(at, bounds.Upper));
        }

        return new(lower, upper);
    }
}
