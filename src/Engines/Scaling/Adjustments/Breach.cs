namespace Orrery.Engines.Scaling.Adjustments;

/// <summary>What an alarm in ALARM tells a policy.</summary>
/// <param name="Metric">The value of the metric.</param>
/// <param name="Threshold">The threshold of the alarm.</param>
/// <param name="Above">Whether the alarm looks for what is greater than its threshold.</param>
public readonly record struct Breach(double Metric, double Threshold, bool Above);
