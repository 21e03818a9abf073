using System.Collections.Immutable;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>
/// What is expected of a metric: for each of the 168 hours of a week, from Sunday midnight, the mean and the spread;
/// and the extremes, where spikes are expected. Empty where there was too little data.
/// </summary>
/// <param name="At">When it was trained.</param>
/// <param name="Means">The means.</param>
/// <param name="Spreads">The standard deviations.</param>
/// <param name="Lows">The least values; empty where spikes are not expected.</param>
/// <param name="Highs">The greatest values; empty where spikes are not expected.</param>
internal sealed record DetectorModel(
    DateTimeOffset At,
    ImmutableArray<double> Means,
    ImmutableArray<double> Spreads,
    ImmutableArray<double> Lows,
    ImmutableArray<double> Highs);
