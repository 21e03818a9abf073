using System.Globalization;
using Orrery.Core;
using Orrery.Services.Logs.Ids;

namespace Orrery.Services.Logs.Rules;

/// <summary>The last event that a search looked at.</summary>
/// <param name="Time">Its time.</param>
/// <param name="Number">Its number in its stream.</param>
/// <param name="Stream">The name of its stream.</param>
internal sealed record SearchPlace(long Time, long Number, string Stream)
{
    /// <summary>The place as a token.</summary>
    public string Seal() => Pages.Seal(string.Create(CultureInfo.InvariantCulture, $"{Time}/{Number}/{Stream}"));

    /// <summary>Reads a token.</summary>
    /// <exception cref="ServiceException">InvalidParameterException.</exception>
    public static SearchPlace Open(string token) =>
        Pages.Open(token).Split('/', 3) is [var time, var number, var stream]
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new(t, n, stream)
            : throw Errors.Invalid("The specified nextToken is invalid.");

    /// <summary>Whether an event comes after it in the order of time, stream and number.</summary>
    public bool IsPast(string stream, EventKey key)
    {
        if (key.Time != Time)
        {
            return key.Time > Time;
        }

        var order = string.CompareOrdinal(stream, Stream);
        return order != 0 ? order > 0 : key.Number > Number;
    }
}
