using System.Globalization;
using System.Numerics;
using System.Text;
using Orrery.Services.Logs.Ids;

namespace Orrery.Services.Logs.Rules;

/// <summary>
/// Ids of events as AWS writes them: 56 digits, of which the first grow with time. Pointers and tokens name events too.
/// What their digits mean is not documented; here they are time, number and a mark of the stream.
/// </summary>
internal static class EventIds
{
    /// <summary>The id of an event.</summary>
    public static string Of(EventKey key)
    {
        var mark = BigInteger.Parse("0" + key.Stream, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture, $"{3}{key.Time:d15}{key.Number:d12}{(long)(mark % 1_000_000_000_000):d28}");
    }

    /// <summary>The time and number in an id; null where it is none.</summary>
    public static (long Time, long Number)? Parse(string id) =>
        id.Length == 56 && id.All(char.IsAsciiDigit)
            ? (long.Parse(id.AsSpan(1, 15), CultureInfo.InvariantCulture),
                long.Parse(id.AsSpan(16, 12), CultureInfo.InvariantCulture))
            : null;

    /// <summary>A sequence token. Nobody reads it any more.</summary>
    public static string Token(long number) => string.Create(CultureInfo.InvariantCulture, $"4{number:d55}");

    /// <summary>The pointer to an event (<c>@ptr</c>).</summary>
    public static string Pointer(EventKey key) => Convert.ToBase64String(Encoding.ASCII.GetBytes(key.Value));

    /// <summary>The event that a pointer names; null where it is no pointer.</summary>
    public static EventKey? Point(string pointer)
    {
        var bytes = new byte[pointer.Length];
        return Convert.TryFromBase64String(pointer, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length) is var text
            && text.Split('/') is [{ Length: > 0 }, var time, var rest]
            && time.Length == 15 && time.All(char.IsAsciiDigit)
            && rest.Length == 12 && rest.All(char.IsAsciiDigit)
                ? new(text)
                : null;
    }
}
