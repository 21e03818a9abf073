namespace Orrery.Engines.Load.Shapes;

/// <summary>
/// Another shape, each minute off by a share between minus and plus an amplitude. The share is a hash of seed and
/// minute, so the same minute always has the same.
/// </summary>
public sealed class NoiseShape(Shape part, double amplitude, long seed) : Shape
{
    /// <inheritdoc/>
    public override double RateAt(long minute) =>
        part.RateAt(minute) * (1 + (amplitude * ((2 * Unit(minute)) - 1)));

    private double Unit(long minute) =>
        (Mix(Mix((ulong)seed + 0x9E3779B97F4A7C15) ^ (ulong)minute) >> 11) * (1.0 / (1UL << 53));

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
