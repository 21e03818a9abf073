namespace Orrery.Bench.Scaling;

/// <summary>What groups cost over virtual time.</summary>
/// <param name="Seconds">Seconds of real time.</param>
/// <param name="Processor">Seconds of processor time.</param>
/// <param name="Commits">How many commits there were.</param>
public sealed record ScalingFigures(double Seconds, double Processor, long Commits);
