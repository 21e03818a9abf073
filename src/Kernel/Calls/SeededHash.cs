namespace Orrery.Kernel.Calls;

/// <summary>
/// A pure hash of (world seed, scope, commit sequence, ordinal). For one seed, scope and salt it is one-to-one in the
/// pair of sequence (below 2^44) and ordinal (below 2^20), so that ids never collide within a scope. Persisted in
/// effect: changing it would change the ids of worlds that are run again.
/// </summary>
internal readonly struct SeededHash
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const ulong FnvOffset = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x100000001B3;

    private readonly ulong _key;

    public SeededHash(long seed, string salt)
    {
        var hash = FnvOffset;
        foreach (var unit in salt)
            hash = (hash ^ unit) * FnvPrime;
        _key = Mix(Mix((ulong)seed + Golden) ^ hash);
    }

    public ulong At(long sequence, int ordinal) =>
        Mix(_key ^ Mix((((ulong)sequence << 20) | (uint)ordinal) + Golden));

    /// <summary>The finalizer of SplitMix64 (Steele, Lea, Flood 2014): a bijection that mixes all bits.</summary>
    internal static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
