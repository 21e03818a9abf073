namespace Orrery.Engines.Scaling.Predictive;

/// <summary>What is forecast of an hour.</summary>
/// <param name="At">Its beginning.</param>
/// <param name="Load">The load.</param>
/// <param name="Low">Below which it is once in ten hours, going by what the past missed.</param>
/// <param name="High">Above which it is once in ten hours.</param>
public readonly record struct ForecastPoint(DateTimeOffset At, double Load, double Low, double High);
