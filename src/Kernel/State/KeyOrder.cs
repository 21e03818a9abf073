namespace Orrery.Kernel.State;

/// <summary>
/// The order of keys everywhere: in memory, in every store, in range reads. It is the order of code points, which is
/// the order of the UTF-8 bytes: what SQLite and PostgreSQL ("C" collation) sort by, and what S3 lists by. Comparing
/// UTF-16 units alone would differ from it for characters beyond U+FFFF.
/// </summary>
public readonly struct KeyOrder : IOrder<string>
{
    private const char FirstSurrogate = '\uD800';
    private const char LastSurrogate = '\uDFFF';

    /// <summary>
    /// Negative, zero or positive, as <paramref name="left"/> stands before, with or after the other.
    /// </summary>
    public static int Compare(string left, string right)
    {
        // Records that were made together share their values, and with them most comparisons of an index.
        if (ReferenceEquals(left, right))
            return 0;
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length - right.Length;
        return Weight(left[common]) - Weight(right[common]);
    }

    /// <summary>Surrogates stand for code points above all others, but their units lie below U+E000..U+FFFF.</summary>
    private static int Weight(char unit) =>
        unit is >= FirstSurrogate and <= LastSurrogate ? unit + 0x10000 : unit;
}
