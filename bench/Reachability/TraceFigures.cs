namespace Orrery.Bench.Reachability;

/// <summary>What traces cost.</summary>
/// <param name="Median">Microseconds of the median trace.</param>
/// <param name="Slowest">Microseconds that 99 of 100 traces stay below.</param>
/// <param name="Bytes">Bytes allocated by one trace.</param>
/// <param name="First">Microseconds of the median trace that is the first to enter its two VPCs.</param>
public sealed record TraceFigures(double Median, double Slowest, long Bytes, double First);
