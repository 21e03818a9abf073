namespace Orrery.Services.Ec2.Rules.Markets;

/// <summary>
/// Chance for the market as a pure function of its arguments: FNV-1a, then the finalizer of SplitMix64. The same on
/// every machine; changing it would change the prices of worlds that are run again.
/// </summary>
internal static class MarketHash
{
    /// <summary>A number from 0 up to, but without, 1.</summary>
    public static double Unit(long seed, string subject, long index)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in subject)
        {
            hash = (hash ^ unit) * 0x100000001B3;
        }

        var mixed = Mix(Mix(hash ^ Mix((ulong)seed + 0x9E3779B97F4A7C15)) + (ulong)index);
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
