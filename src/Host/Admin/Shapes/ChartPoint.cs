namespace Orrery.Host.Admin.Shapes;

/// <summary>The value of a period.</summary>
/// <param name="At">The beginning of the period.</param>
/// <param name="Value">The value.</param>
public sealed record ChartPoint(DateTimeOffset At, double Value);
