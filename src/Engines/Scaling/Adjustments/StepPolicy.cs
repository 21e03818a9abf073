namespace Orrery.Engines.Scaling.Adjustments;

/// <summary>A step scaling policy.</summary>
/// <param name="Kind">How the numbers of its steps are meant.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="MinMagnitude">The least change of a percentage, in units; 0 for none.</param>
public sealed record StepPolicy(AdjustmentKind Kind, IReadOnlyList<StepInterval> Steps, int MinMagnitude = 0);
