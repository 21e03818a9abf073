using System.Collections.Immutable;
using Orrery.Contracts.Metrics;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>An anomaly detector of a metric and a statistic.</summary>
internal sealed record DetectorRecord
{
    /// <summary>The key.</summary>
    public required DetectorKey Key { get; init; }

    /// <summary>The metric.</summary>
    public required MetricId Metric { get; init; }

    /// <summary>The statistic.</summary>
    public required string Stat { get; init; }

    /// <summary>What is left out of training.</summary>
    public ImmutableArray<DetectorRange> Excluded { get; init; } = [];

    /// <summary>The time zone in which days and weeks are counted.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether spikes are expected.</summary>
    public bool? PeriodicSpikes { get; init; }

    /// <summary>What was learnt; null before the first training.</summary>
    public DetectorModel? Model { get; init; }
}
