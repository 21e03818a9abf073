using System.Collections.Immutable;
using Orrery.Contracts.Metrics;

namespace Orrery.Contracts.Alarms;

/// <summary>
/// What an alarm watches: a statistic of a metric, or an expression. It is kept as JSON: it only grows.
/// </summary>
public sealed record AlarmSubject
{
    /// <summary>The metric; null where there are queries.</summary>
    public MetricId? Metric { get; init; }

    /// <summary>For example <c>Average</c>.</summary>
    public string? Statistic { get; init; }

    /// <summary>Only data in this unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The period in seconds.</summary>
    public int Period { get; init; } = 60;

    /// <summary>Metrics and expressions over them.</summary>
    public ImmutableArray<AlarmQuery> Queries { get; init; } = [];
}
