using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Services.CloudWatch.Views.Alarms;
using Orrery.Wire.Generated.Cloudwatch;
using TimeRange = Orrery.Wire.Generated.Cloudwatch.Range;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Tells of anomaly detectors and how far their training is.</summary>
public sealed class DescribeAnomalyDetectors
    : IReadOperation<DescribeAnomalyDetectorsRequest, DescribeAnomalyDetectorsResult>
{
    /// <inheritdoc/>
    public DescribeAnomalyDetectorsResult Run(DescribeAnomalyDetectorsRequest request, ReadCall call)
    {
        if (request.MaxResults > MostResults)
            throw Errors.InvalidValue($"MaxResults must not be greater than {MostResults}");
        var after = AlarmPages.After(request.NextToken);
        var isWanted = request.AnomalyDetectorTypes is not { Count: > 0 } types
            || types.Contains(AnomalyDetectorType.SingleMetric);
        var found = call.Read(AlarmTables.Detectors).All().Where(d => isWanted && Fits(request, d)
            && (after is null || string.CompareOrdinal(d.Key.Value, after) > 0));
        var (page, next) = AlarmPages.Of(found, request.MaxResults ?? MostResults, d => d.Key.Value);
        return new() { AnomalyDetectors = [.. page.Select(View)], NextToken = next };
    }

    private const int MostResults = 100;

    private static bool Fits(DescribeAnomalyDetectorsRequest request, DetectorRecord detector) =>
        (request.Namespace is null || request.Namespace == detector.Metric.Namespace)
        && (request.MetricName is null || request.MetricName == detector.Metric.Name)
        && (request.Dimensions is not { Count: > 0 } dimensions
            || AlarmRequests.Dimensions(dimensions).All(detector.Metric.Dimensions.Contains));

    private static AnomalyDetector View(DetectorRecord detector)
    {
        var dimensions = AlarmView.Dimensions(detector.Metric.Dimensions);
        return new()
        {
            Namespace = detector.Metric.Namespace,
            MetricName = detector.Metric.Name,
            Dimensions = dimensions,
            Stat = detector.Stat,
            Configuration = new()
            {
                ExcludedTimeRanges =
                    [.. detector.Excluded.Select(e => new TimeRange { StartTime = e.From, EndTime = e.To })],
                MetricTimezone = detector.TimeZone,
            },
            MetricCharacteristics = detector.PeriodicSpikes is { } spikes ? new() { PeriodicSpikes = spikes } : null,
            StateValue = detector.Model switch
            {
                null => AnomalyDetectorStateValue.PendingTraining,
                { Means.Length: 0 } => AnomalyDetectorStateValue.TrainedInsufficientData,
                _ => AnomalyDetectorStateValue.Trained,
            },
            SingleMetricAnomalyDetector = new()
            {
                Namespace = detector.Metric.Namespace,
                MetricName = detector.Metric.Name,
                Dimensions = dimensions,
                Stat = detector.Stat,
            },
        };
    }
}
