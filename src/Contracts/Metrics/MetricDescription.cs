namespace Orrery.Contracts.Metrics;

/// <summary>A metric that a source has.</summary>
/// <param name="Id">The metric.</param>
/// <param name="Unit">Its unit as CloudWatch names it, for example <c>Percent</c>.</param>
/// <param name="Resolution">How far apart its samples are: 300 or 60 seconds for most.</param>
public sealed record MetricDescription(MetricId Id, string Unit, TimeSpan Resolution);
