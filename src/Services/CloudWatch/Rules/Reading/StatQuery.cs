using Orrery.Contracts.Metrics;

namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>A statistic of a metric in periods.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Statistic">As the API writes it: <c>Average</c>, <c>p99.9</c>, <c>TM(10%:90%)</c>.</param>
/// <param name="Period">Seconds.</param>
/// <param name="Unit">Only data in this unit, where one is given.</param>
internal sealed record StatQuery(MetricId Metric, string Statistic, int Period, string? Unit = null);
