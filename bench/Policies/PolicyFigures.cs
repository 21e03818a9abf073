namespace Orrery.Bench.Policies;

/// <summary>What decisions cost.</summary>
/// <param name="PerSecond">Decisions a second.</param>
/// <param name="Bytes">Bytes allocated for one.</param>
public sealed record PolicyFigures(double PerSecond, double Bytes);
