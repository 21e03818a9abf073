using Orrery.Contracts.Metrics;

namespace Orrery.Contracts.Alarms;

/// <summary>One query of what an alarm watches.</summary>
public sealed record AlarmQuery
{
    /// <summary>What expressions call it.</summary>
    public required string Id { get; init; }

    /// <summary>The expression; null for a metric.</summary>
    public string? Expression { get; init; }

    /// <summary>The metric; null for an expression.</summary>
    public MetricId? Metric { get; init; }

    /// <summary>The statistic of the metric.</summary>
    public string? Stat { get; init; }

    /// <summary>Only data in this unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The period in seconds; null for that of the others.</summary>
    public int? Period { get; init; }

    /// <summary>How a person calls it.</summary>
    public string? Label { get; init; }

    /// <summary>Whether it is what the alarm watches; null where it was not given.</summary>
    public bool? ReturnData { get; init; }
}
