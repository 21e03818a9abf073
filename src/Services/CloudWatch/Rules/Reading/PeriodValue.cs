namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>The value of one period.</summary>
/// <param name="At">The beginning of the period.</param>
/// <param name="Value">The value.</param>
/// <param name="SampleCount">How many samples the period has; NaN for the value of an expression.</param>
internal readonly record struct PeriodValue(DateTimeOffset At, double Value, double SampleCount = double.NaN);
