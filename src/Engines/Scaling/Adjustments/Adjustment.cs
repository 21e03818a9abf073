namespace Orrery.Engines.Scaling.Adjustments;

/// <summary>A change of capacity as a policy states it.</summary>
/// <param name="Kind">How the amount is meant.</param>
/// <param name="Amount">The number.</param>
/// <param name="MinMagnitude">The least change of a percentage, in units; 0 for none.</param>
public sealed record Adjustment(AdjustmentKind Kind, int Amount, int MinMagnitude = 0);
