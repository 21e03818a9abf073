namespace Orrery.Bench.Access;

/// <summary>What questions about access cost.</summary>
/// <param name="Analysis">Seconds of the processor to analyze the policies of roles.</param>
/// <param name="WhoCan">Seconds of the processor to find who may do something, over the same roles.</param>
public sealed record AccessFigures(double Analysis, double WhoCan);
