namespace Orrery.Services.Logs.Insights;

/// <summary>
/// Functions of several rows. Source: CloudWatch Logs User Guide, "stats" (aggregation and non-aggregation functions).
/// A percentile is the nearest rank, the deviation that of a population: neither is documented (guessed).
/// </summary>
internal static class Aggregates
{
    /// <summary>Whether there is such a function.</summary>
    public static bool Has(string name) => name.ToLowerInvariant() is
        "count" or "count_distinct" or "sum" or "avg" or "min" or "max" or "pct" or "median" or "stddev"
        or "earliest" or "latest" or "sortsfirst" or "sortslast";

    /// <summary>The value of a function.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">Its arguments; none for all rows.</param>
    /// <param name="rows">The rows.</param>
    public static object? Of(string name, IReadOnlyList<Expr> arguments, IReadOnlyList<Row> rows)
    {
        if (arguments.Count == 0)
        {
            return (double)rows.Count;
        }

        var values = rows.Select(r => (Row: r, Value: arguments[0].Of(r))).Where(v => v.Value is not null).ToList();
        switch (name.ToLowerInvariant())
        {
            case "count":
                return (double)values.Count;
            case "count_distinct":
                return (double)values.Select(v => Values.TextOf(v.Value)).Distinct(StringComparer.Ordinal).Count();
            case "earliest":
                return values.OrderBy(v => Time(v.Row)).FirstOrDefault().Value;
            case "latest":
                return values.OrderByDescending(v => Time(v.Row)).FirstOrDefault().Value;
            case "sortsfirst":
                return values.Select(v => Values.TextOf(v.Value)).Min(StringComparer.Ordinal);
            case "sortslast":
                return values.Select(v => Values.TextOf(v.Value)).Max(StringComparer.Ordinal);
            case "min":
                return Extreme(values.Select(v => v.Value), -1);
            case "max":
                return Extreme(values.Select(v => v.Value), 1);
        }

        var numbers = values.Select(v => Values.NumberOf(v.Value)).OfType<double>().Order().ToList();
        return numbers.Count == 0 ? null : name.ToLowerInvariant() switch
        {
            "sum" => numbers.Sum(),
            "avg" => numbers.Average(),
            "stddev" => Deviation(numbers),
            "median" => Rank(numbers, 50),
            _ => Rank(numbers, Values.NumberOf(arguments.Count > 1 ? arguments[1].Of(rows[0]) : null) ?? 50),
        };
    }

    private static double Rank(List<double> sorted, double percent) =>
        sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];

    private static double Deviation(List<double> numbers)
    {
        var mean = numbers.Average();
        return Math.Sqrt(numbers.Average(n => (n - mean) * (n - mean)));
    }

    private static object? Extreme(IEnumerable<object?> values, int sign)
    {
        object? best = null;
        foreach (var value in values)
        {
            best = best is null || Math.Sign(Values.Compare(value, best)) == sign ? value : best;
        }

        return best is string text && Values.NumberOf(text) is { } number ? number : best;
    }

    private static long Time(Row row) => row.Event?.Key.Time ?? 0;
}
