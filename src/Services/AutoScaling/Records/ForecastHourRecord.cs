namespace Orrery.Services.AutoScaling.Records;

/// <summary>What is forecast of an hour.</summary>
/// <param name="At">Its beginning.</param>
/// <param name="Load">The load.</param>
/// <param name="Capacity">The least capacity that it needs.</param>
public sealed record ForecastHourRecord(DateTimeOffset At, double Load, int Capacity);
