using Orrery.Core;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// Which prefix lengths occur among some blocks, so that a search for the longest match tries no others. It may name
/// lengths that occur no more.
/// </summary>
internal readonly record struct PrefixLengths(ulong V4, UInt128 V6, bool Host6)
{
    public PrefixLengths With(Cidr block) =>
        !block.IsV6 ? this with { V4 = V4 | (1UL << block.PrefixLength) }
        : block.PrefixLength == 128 ? this with { Host6 = true }
        : this with { V6 = V6 | (UInt128.One << block.PrefixLength) };

    public PrefixLengths With(PrefixLengths other) => new(V4 | other.V4, V6 | other.V6, Host6 || other.Host6);

    /// <summary>The longest length below one, or -1 where there is none.</summary>
    public int Below(int length, bool v6)
    {
        for (var next = length - 1; next >= 0; next--)
            if (Has(next, v6))
                return next;
        return -1;
    }

    private bool Has(int length, bool v6) =>
        !v6 ? (V4 >> length & 1) != 0
        : length == 128 ? Host6
        : (V6 >> length & UInt128.One) != UInt128.Zero;
}
