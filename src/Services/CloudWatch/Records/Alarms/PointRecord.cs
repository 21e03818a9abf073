namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>The value that an evaluation saw in one period.</summary>
/// <param name="At">The beginning of the period in seconds of Unix time.</param>
/// <param name="Value">The value; null where there is none.</param>
/// <param name="Samples">How many samples; null where that is not known.</param>
/// <param name="Lower">The lower bound; null where there is none.</param>
/// <param name="Upper">The upper bound; null where there is none.</param>
internal readonly record struct PointRecord(
    long At, double? Value = null, double? Samples = null, double? Lower = null, double? Upper = null);
