using System.Collections.Immutable;
using Orrery.Contracts.Metrics;

namespace Orrery.Services.CloudWatch.Records;

/// <summary>A metric into which points were put.</summary>
public sealed record MetricRecord
{
    /// <summary>The metric as a key.</summary>
    public required MetricKey Key { get; init; }

    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The dimensions, by name.</summary>
    public ImmutableArray<MetricDimension> Dimensions { get; init; } = [];

    /// <summary>Its units, each with points of its own.</summary>
    public required ImmutableArray<StreamRecord> Streams { get; init; }

    /// <summary>When points were put, give or take <see cref="Rules.Metrics.MetricRoster.Slack"/>.</summary>
    public required DateTimeOffset LastPut { get; init; }

    /// <summary>The day on which its older points are next rolled up; none while nothing is filed.</summary>
    public string? UpkeepDay { get; init; }

    /// <summary>The metric as other services name it.</summary>
    public MetricId ToId() => new(Namespace, Name, Dimensions);
}
