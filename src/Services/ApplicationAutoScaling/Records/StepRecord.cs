namespace Orrery.Services.ApplicationAutoScaling.Records;

/// <summary>A step of a policy.</summary>
/// <param name="Lower">Its lower bound, relative to the threshold; null for none.</param>
/// <param name="Upper">Its upper bound; null for none.</param>
/// <param name="Amount">The number.</param>
public sealed record StepRecord(double? Lower, double? Upper, int Amount);
