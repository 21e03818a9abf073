using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Ports;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Makes an anomaly detector, or gives one another configuration; it is trained soon after.</summary>
public sealed class PutAnomalyDetector : IWriteOperation<PutAnomalyDetectorRequest, PutAnomalyDetectorResult>
{
    /// <inheritdoc/>
    public PutAnomalyDetectorResult Run(PutAnomalyDetectorRequest request, Call call)
    {
        var flat = new SingleMetricAnomalyDetector
        {
            Namespace = request.Namespace,
            MetricName = request.MetricName,
            Dimensions = request.Dimensions,
            Stat = request.Stat,
        };
        var target = DetectorTarget.Of(
            call, request.SingleMetricAnomalyDetector, flat, request.MetricMathAnomalyDetector);
        CheckConfiguration(request.Configuration);
        Detectors.Put(call, new()
        {
            Key = AnomalyBands.KeyOf(target.Metric, target.Stat),
            Metric = target.Metric,
            Stat = target.Stat,
            Excluded = [.. (request.Configuration?.ExcludedTimeRanges ?? [])
                .Select(range => new DetectorRange(range.StartTime!.Value, range.EndTime!.Value))],
            TimeZone = request.Configuration?.MetricTimezone,
            PeriodicSpikes = request.MetricCharacteristics?.PeriodicSpikes,
        });
        return new();
    }

    private const int MostRanges = 10;

    private static void CheckConfiguration(AnomalyDetectorConfiguration? configuration)
    {
        if (configuration?.ExcludedTimeRanges is { Count: > MostRanges })
            throw Errors.InvalidValue($"ExcludedTimeRanges must not have more than {MostRanges} ranges");
        if (configuration?.ExcludedTimeRanges?.Any(range => range.StartTime >= range.EndTime) == true)
            throw Errors.InvalidValue("The StartTime of an excluded range must be before its EndTime");
        if (configuration?.MetricTimezone is { } zone && !Detecting.Knows(zone))
            throw Errors.InvalidValue($"The value {zone} for parameter MetricTimezone is not a time zone");
    }
}
