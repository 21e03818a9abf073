namespace Orrery.Bench.Instances;

/// <summary>What launches cost: medians.</summary>
/// <param name="Processor">Milliseconds of processor time of one call, its commit included.</param>
/// <param name="Elapsed">Milliseconds that passed.</param>
/// <param name="Kilobytes">What was allocated.</param>
public sealed record LaunchFigures(double Processor, double Elapsed, double Kilobytes);
