using System.Globalization;

namespace Orrery.Bench.Report;

/// <summary>A limit for a ratio.</summary>
/// <param name="Limit">The ratio.</param>
/// <param name="AtMost">Whether it is a ceiling (otherwise a floor).</param>
public sealed record Bar(double Limit, bool AtMost)
{
    /// <summary>At most this many times the yardstick.</summary>
    public static Bar Ceiling(double limit) => new(limit, true);

    /// <summary>At least this many times the yardstick.</summary>
    public static Bar Floor(double limit) => new(limit, false);

    /// <summary>Whether a ratio keeps it.</summary>
    public bool Holds(double ratio) => AtMost ? ratio <= Limit : ratio >= Limit;

    /// <inheritdoc/>
    public override string ToString() =>
        (AtMost ? "<= " : ">= ") + Limit.ToString("0.##", CultureInfo.InvariantCulture) + "x";
}
