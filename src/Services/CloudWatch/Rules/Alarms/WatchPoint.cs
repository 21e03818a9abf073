namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>The value that an alarm watches in one period, and the bounds where a band is the threshold.</summary>
/// <param name="Second">The beginning of the period in seconds of Unix time.</param>
/// <param name="Value">The value; NaN where there is none.</param>
/// <param name="Samples">How many samples; NaN where that is not known.</param>
/// <param name="Lower">The lower bound; NaN where there is none.</param>
/// <param name="Upper">The upper bound; NaN where there is none.</param>
internal readonly record struct WatchPoint(
    long Second, double Value, double Samples = double.NaN, double Lower = double.NaN, double Upper = double.NaN);
