namespace Orrery.Contracts.Metrics;

/// <summary>One statistic of a metric over time.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Statistic">As GetMetricData takes it: <c>Average</c>, <c>Sum</c>, <c>p99</c>, <c>TM(10%:90%)</c>
/// …</param>
/// <param name="Period">The length of a period.</param>
/// <param name="From">The beginning of the first period.</param>
/// <param name="To">The end, not included.</param>
public sealed record MetricQuestion(
    MetricId Metric, string Statistic, TimeSpan Period, DateTimeOffset From, DateTimeOffset To);
