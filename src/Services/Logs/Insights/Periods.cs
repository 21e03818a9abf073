using System.Globalization;

namespace Orrery.Services.Logs.Insights;

/// <summary>
/// Periods of time such as 5m, by which instants are rounded. Units: CloudWatch Logs User Guide, "Datetime functions".
/// </summary>
/// <param name="Ms">Its length in milliseconds, where that is fixed.</param>
/// <param name="Months">Its length in months, else.</param>
internal sealed record Periods(long Ms, int Months)
{
    private static readonly Dictionary<string, Periods> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ms"] = new(1, 0), ["msec"] = new(1, 0), ["s"] = new(1_000, 0), ["sec"] = new(1_000, 0),
        ["m"] = new(60_000, 0), ["min"] = new(60_000, 0), ["h"] = new(3_600_000, 0), ["hr"] = new(3_600_000, 0),
        ["d"] = new(86_400_000, 0), ["w"] = new(7 * 86_400_000L, 0), ["mo"] = new(0, 1), ["mon"] = new(0, 1),
        ["q"] = new(0, 3), ["qtr"] = new(0, 3), ["y"] = new(0, 12), ["yr"] = new(0, 12),
    };

    /// <summary>Reads a period; null where it is none.</summary>
    public static Periods? Parse(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0 && Units.TryGetValue(text[digits..], out var unit)
                ? new(unit.Ms * count, unit.Months * count)
                : null;
    }

    /// <summary>The beginning of the period that an instant is in.</summary>
    public QueryTime Floor(long time)
    {
        if (Ms > 0)
        {
            return new(time - (((time % Ms) + Ms) % Ms));
        }

        var at = DateTimeOffset.FromUnixTimeMilliseconds(time);
        var months = ((at.Year * 12) + at.Month - 1) / Months * Months;
        return new(new DateTimeOffset(months / 12, (months % 12) + 1, 1, 0, 0, 0, TimeSpan.Zero)
            .ToUnixTimeMilliseconds());
    }

    /// <summary>The beginning of the next period, or the instant itself where it begins one.</summary>
    public QueryTime Ceiling(long time)
    {
        var floor = Floor(time);
        return floor.Ms == time ? floor
            : Ms > 0 ? new(floor.Ms + Ms)
            : new(DateTimeOffset.FromUnixTimeMilliseconds(floor.Ms).AddMonths(Months).ToUnixTimeMilliseconds());
    }
}
