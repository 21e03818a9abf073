namespace Orrery.Bench.Reachability;

/// <summary>What building a topology costs.</summary>
/// <param name="Times">How many times the smallest size.</param>
/// <param name="Elements">How many elements it has.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="BytesEach">Bytes of memory for each element, beyond the element itself.</param>
public sealed record BuildFigures(int Times, int Elements, double Milliseconds, long BytesEach);
