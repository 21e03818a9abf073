using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// The metric and statistic that a request on anomaly detectors names, in the one form or the other. Source: botocore
/// documentation of PutAnomalyDetector, SingleMetricAnomalyDetector.
/// </summary>
/// <param name="Metric">The metric.</param>
/// <param name="Stat">The statistic.</param>
internal sealed record DetectorTarget(MetricId Metric, string Stat)
{
    /// <summary>Reads it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="single">The new form.</param>
    /// <param name="flat">The old form, as if it were the new one.</param>
    /// <param name="math">The form for expressions.</param>
    /// <exception cref="Core.ServiceException">MissingParameter, InvalidParameterCombination or
    /// InvalidParameterValue.</exception>
    public static DetectorTarget Of(
        ReadCall call,
        SingleMetricAnomalyDetector? single,
        SingleMetricAnomalyDetector flat,
        MetricMathAnomalyDetector? math)
    {
        if (math is not null) throw Errors.NotServed("anomaly detectors on metric math (MetricMathAnomalyDetector)");
        var isFlat = flat.Namespace is not null || flat.MetricName is not null || flat.Stat is not null
            || flat.Dimensions is { Count: > 0 };
        if (single is not null && isFlat)
        {
            throw Errors.InvalidCombination("SingleMetricAnomalyDetector cannot be specified with Namespace, "
                + "MetricName, Dimensions or Stat");
        }

        var given = single ?? flat;
        if (given.AccountId is { } account && account != call.Account)
            throw Errors.NotServed("anomaly detectors on metrics of other accounts (AccountId)");
        var metric = WatchedMetrics.Metric(
            given.Namespace ?? throw Missing("Namespace"),
            given.MetricName ?? throw Missing("MetricName"),
            AlarmRequests.Dimensions(given.Dimensions));
        return new(metric, given.Stat ?? throw Missing("Stat"));
    }

    private static Core.ServiceException Missing(string parameter) =>
        Errors.Missing($"The parameter {parameter} is required.");
}
