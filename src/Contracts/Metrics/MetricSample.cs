namespace Orrery.Contracts.Metrics;

/// <summary>What was measured in one interval that begins at an instant: a statistic set.</summary>
/// <param name="At">The beginning of the interval.</param>
/// <param name="Sum">The sum of the values.</param>
/// <param name="Minimum">The least value.</param>
/// <param name="Maximum">The greatest value.</param>
/// <param name="Count">How many values.</param>
public readonly record struct MetricSample(DateTimeOffset At, double Sum, double Minimum, double Maximum, double Count)
{
    /// <summary>A sample of one value.</summary>
    public static MetricSample Of(DateTimeOffset at, double value) => new(at, value, value, value, 1);
}
