namespace Orrery.Contracts.Metrics;

/// <summary>The value of a statistic in one period.</summary>
/// <param name="At">The beginning of the period.</param>
/// <param name="Value">The value.</param>
public readonly record struct MetricPoint(DateTimeOffset At, double Value);
