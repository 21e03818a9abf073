using System.Globalization;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Conditions;

/// <summary>A number, or an instant as ticks; null where the policy's text is neither, which matches nothing.</summary>
internal sealed class NumberOperand(Comparison comparison, decimal? ours) : Operand
{
    private static readonly string[] Instants =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd", "yyyy-MM",
        "yyyy-MM-dd'T'HHK",
    ];

    private readonly bool _isDate = comparison >= Comparison.DateEquals;

    /// <summary>Reads a number.</summary>
    public static decimal? Number(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>
    /// Reads an instant, as ticks: ISO 8601, or seconds since 1970. A year alone is ISO 8601 too, and so is not taken
    /// for seconds.
    /// </summary>
    public static decimal? Instant(ReadOnlySpan<char> text)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTime.TryParseExact(text, Instants, CultureInfo.InvariantCulture, utc, out var instant))
            return instant.Ticks;
        if (text.Length == 4 && DateTime.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, utc, out instant))
            return instant.Ticks;
        return Number(text) is { } seconds && Math.Abs(seconds) < 1e12m
            ? DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond)
            : null;
    }

    /// <inheritdoc/>
    public override bool Matches(string value, IRequestContext context)
    {
        if (ours is not { } limit || (_isDate ? Instant(value) : Number(value)) is not { } theirs) return false;
        var order = theirs.CompareTo(limit);
        return comparison switch
        {
            Comparison.NumericEquals or Comparison.DateEquals => order == 0,
            Comparison.NumericLessThan or Comparison.DateLessThan => order < 0,
            Comparison.NumericLessThanEquals or Comparison.DateLessThanEquals => order <= 0,
            Comparison.NumericGreaterThan or Comparison.DateGreaterThan => order > 0,
            _ => order >= 0,
        };
    }
}
