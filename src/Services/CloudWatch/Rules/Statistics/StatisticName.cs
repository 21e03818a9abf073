using System.Globalization;

namespace Orrery.Services.CloudWatch.Rules.Statistics;

/// <summary>A statistic by its name. Source: CloudWatch User Guide, "CloudWatch statistics definitions".</summary>
/// <param name="Function">What it does.</param>
/// <param name="Lower">The lower bound, exclusive; null where it is open.</param>
/// <param name="Upper">The upper bound, inclusive; of a percentile, the percentage.</param>
/// <param name="IsPercent">Whether the bounds are percentages of the values and not values.</param>
internal sealed record StatisticName(
    StatisticFunction Function, double? Lower = null, double? Upper = null, bool IsPercent = false)
{
    private const int MostDecimals = 10;

    /// <summary>Whether the distribution has to be known.</summary>
    public bool NeedsValues => Function >= StatisticFunction.Percentile;

    /// <summary>Whether it is one of the five that GetMetricStatistics takes as Statistics.</summary>
    public bool IsSimple => !NeedsValues;

    /// <summary>The statistic of a name; null where there is none.</summary>
    public static StatisticName? Parse(string text) =>
        Simple(text) is { } simple ? new(simple)
        : text.Equals("IQM", StringComparison.OrdinalIgnoreCase) ? new(StatisticFunction.TrimmedMean, 25, 75, true)
        : text.EndsWith(')') ? Bounded(text)
        : Short(text);

    private static StatisticFunction? Simple(string text) => text switch
    {
        "SampleCount" => StatisticFunction.SampleCount,
        "Average" => StatisticFunction.Average,
        "Sum" => StatisticFunction.Sum,
        "Minimum" => StatisticFunction.Minimum,
        "Maximum" => StatisticFunction.Maximum,
        _ => null,
    };

    private static StatisticFunction? Trimming(string letters) => letters.ToUpperInvariant() switch
    {
        "TM" => StatisticFunction.TrimmedMean,
        "WM" => StatisticFunction.WinsorizedMean,
        "TC" => StatisticFunction.TrimmedCount,
        "TS" => StatisticFunction.TrimmedSum,
        _ => null,
    };

    /// <summary>p99, tm90.</summary>
    private static StatisticName? Short(string text)
    {
        if (text.Length > 1 && text[0] is 'p' or 'P')
        {
            return Percent(text[1..]) is { } rank ? new(StatisticFunction.Percentile, null, rank, true) : null;
        }

        return text.Length > 2 && Trimming(text[..2]) is { } function && Percent(text[2..]) is { } upper
            ? new(function, null, upper, true)
            : null;
    }

    /// <summary>TM(10%:90%), TC(:5), PR(100:).</summary>
    private static StatisticName? Bounded(string text)
    {
        if (text.Length < 5 || text[2] != '(') return null;
        var isRank = text.StartsWith("PR", StringComparison.OrdinalIgnoreCase);
        if (Trimming(text[..2]) is not { } function)
        {
            if (!isRank) return null;
            function = StatisticFunction.PercentileRank;
        }

        var parts = text[3..^1].Split(':');
        if (parts.Length != 2 || (parts[0].Length == 0 && parts[1].Length == 0)) return null;
        var percents = parts.Count(part => part.EndsWith('%'));
        if (percents > 0 && (isRank || percents != parts.Count(part => part.Length > 0))) return null;
        var (lower, upper) = (Bound(parts[0]), Bound(parts[1]));
        var isWrong = (parts[0].Length > 0 && lower is null) || (parts[1].Length > 0 && upper is null)
            || lower >= upper;
        return isWrong ? null : new(function, lower, upper, percents > 0);
    }

    private static double? Bound(string text) =>
        text.Length == 0 ? null : text.EndsWith('%') ? Percent(text[..^1]) : Number(text);

    private static double? Percent(string text) => Number(text) is >= 0 and <= 100 and var percent ? percent : null;

    private static double? Number(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        return (point < 0 || text.Length - point - 1 <= MostDecimals)
            && double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
