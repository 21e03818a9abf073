using System.Collections.Immutable;
using Orrery.Contracts.Metrics;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>One query of an alarm.</summary>
internal sealed record AlarmQueryRecord
{
    /// <summary>What expressions call it.</summary>
    public required string Id { get; init; }

    /// <summary>The metric's namespace; null for an expression.</summary>
    public string? Namespace { get; init; }

    /// <summary>The metric's name.</summary>
    public string? MetricName { get; init; }

    /// <summary>The metric's dimensions.</summary>
    public ImmutableArray<MetricDimension> Dimensions { get; init; } = [];

    /// <summary>The statistic of the metric.</summary>
    public string? Stat { get; init; }

    /// <summary>The period: of the statistic, or of the expression where it has one.</summary>
    public int? Period { get; init; }

    /// <summary>Only data in this unit.</summary>
    public StandardUnit? Unit { get; init; }

    /// <summary>The expression.</summary>
    public string? Expression { get; init; }

    /// <summary>How a person calls it.</summary>
    public string? Label { get; init; }

    /// <summary>Whether it is what the alarm watches, or the band; null where it was not given.</summary>
    public bool? ReturnData { get; init; }

    /// <summary>The account, where it was given.</summary>
    public string? AccountId { get; init; }
}
