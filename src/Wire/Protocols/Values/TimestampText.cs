using System.Globalization;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Values;

/// <summary>Instants as text in AWS's three formats. Source: Smithy, "Timestamp serialization and
/// deserialization".</summary>
public static class TimestampText
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly string[] Iso =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    private static readonly string[] Rfc =
        ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy HH:mm:ss.FFF 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'GMT'"];

    /// <summary>Writes an instant, to milliseconds at most.</summary>
    /// <param name="value">The instant.</param>
    /// <param name="format">The format.</param>
    /// <param name="always">Whether ISO 8601 shows the milliseconds also when they are zero.</param>
    public static string Format(DateTimeOffset value, TimestampFormat format, bool always = false)
    {
        var utc = value.UtcDateTime;
        return format switch
        {
            TimestampFormat.UnixTimestamp => Epoch(value),
            TimestampFormat.Rfc822 => utc.ToString("R", CultureInfo.InvariantCulture),
            _ => utc.ToString(always || utc.Millisecond != 0 ? Milliseconds : Seconds, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Reads an instant; whatever is not of the format is tried as ISO 8601 and refused after.</summary>
    public static bool TryParse(string text, TimestampFormat format, out DateTimeOffset value)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (format is TimestampFormat.UnixTimestamp
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return TryEpoch(seconds, out value);
        }

        if (format is TimestampFormat.Rfc822
            && DateTimeOffset.TryParseExact(text, Rfc, CultureInfo.InvariantCulture, Utc, out value))
        {
            return true;
        }

        return DateTimeOffset.TryParseExact(text, Iso, CultureInfo.InvariantCulture, Utc, out value);
    }

    /// <summary>Seconds since 1970 as an instant, to milliseconds.</summary>
    public static bool TryEpoch(double seconds, out DateTimeOffset value)
    {
        value = default;
        var milliseconds = Math.Round(seconds * 1000);
        if (!(milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()))
        {
            return false;
        }

        value = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
        return true;
    }

    /// <summary>Seconds since 1970, with a fraction where there is one.</summary>
    public static string Epoch(DateTimeOffset value)
    {
        var milliseconds = value.ToUnixTimeMilliseconds();
        return milliseconds % 1000 == 0
            ? (milliseconds / 1000).ToString(CultureInfo.InvariantCulture)
            : (milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
    }
}
