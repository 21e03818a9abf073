namespace Orrery.Services.CloudWatch.Rules.Statistics;

/// <summary>A value and how often it was measured.</summary>
internal readonly record struct Weighted(double Value, double Weight);
