namespace Orrery.Kernel.Calls;

/// <summary>
/// Chance that is the same in every run: SplitMix64 from a seed. Not for secrets that guard anything real.
/// </summary>
public sealed class SeededRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>Begins a sequence.</summary>
    public SeededRandom(ulong seed) => _state = seed;

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64() => SeededHash.Mix(_state += Golden);

    /// <summary>A number from 0 up to, but without, <paramref name="limit"/>.</summary>
    public int Next(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return (int)(((UInt128)NextUInt64() * (ulong)limit) >> 64);
    }

    /// <summary>A number from 0 up to, but without, 1.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Fills a buffer.</summary>
    public void Fill(Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length;)
        {
            var bits = NextUInt64();
            for (var b = 0; b < sizeof(ulong) && i < bytes.Length; b++, i++)
                bytes[i] = (byte)(bits >> (8 * b));
        }
    }

    /// <summary>A text of characters drawn from an alphabet.</summary>
    public string Text(int length, string alphabet) =>
        string.Create(length, (this, alphabet), static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = from.alphabet[from.Item1.Next(from.alphabet.Length)];
        });
}
