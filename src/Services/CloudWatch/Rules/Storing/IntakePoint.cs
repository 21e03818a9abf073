using Orrery.Services.CloudWatch.Rules.Statistics;

namespace Orrery.Services.CloudWatch.Rules.Storing;

/// <summary>A point that waits to be filed.</summary>
/// <param name="Stream">Of which stream.</param>
/// <param name="IsHigh">Whether it is kept by the second.</param>
/// <param name="Bucket">Its values.</param>
internal readonly record struct IntakePoint(long Stream, bool IsHigh, Bucket Bucket);
