using System.Globalization;

namespace Orrery.Operations.Schedules;

/// <summary>A rate: a positive number of minutes, hours or days.</summary>
internal static class RateExpression
{
    /// <summary>Reads what stands between the brackets of <c>rate(…)</c>; null where it is not valid.</summary>
    /// <param name="text">For example <c>5 minutes</c>.</param>
    /// <param name="strict">
    /// Whether one takes the singular and more take the plural: rules want it so (EventBridge User Guide, "Rate
    /// expressions"); that the scheduler does not mind is guessed.
    /// </param>
    public static TimeSpan? Parse(string text, bool strict)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count == 0
            || (strict && parts[1].EndsWith('s') == (count == 1)))
        {
            return null;
        }

        return parts[1].TrimEnd('s') switch
        {
            "minute" => TimeSpan.FromMinutes(count),
            "hour" => TimeSpan.FromHours(count),
            "day" => TimeSpan.FromDays(count),
            _ => null,
        };
    }
}
