namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>
/// Functions that make a number of a series, and one series of an array. Source: the table of functions: in the AVG and
/// STDDEV of an array a value that is missing counts as 0.
/// </summary>
internal static class Summaries
{
    /// <summary>Works one out. A series without values has no average: it gives no number.</summary>
    public static MathValue Of(string function, MathValue value) => value switch
    {
        MathValue.One one => new MathValue.Scalar(Number(function, one.Series.Values)),
        MathValue.Many many => new MathValue.One(Across(function, many.Series)),
        _ => throw MathErrors.Type(function, "takes time series, not a number"),
    };

    /// <summary>The number that a function makes of values.</summary>
    public static double Number(string function, IReadOnlyList<double> values) => function switch
    {
        "SUM" => values.Sum(),
        "DATAPOINT_COUNT" => values.Count,
        _ when values.Count == 0 => double.NaN,
        "AVG" => values.Average(),
        "MAX" => values.Max(),
        "MIN" => values.Min(),
        _ => Deviation(values),
    };

    private static double Deviation(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Count);
    }

    private static Series Across(string function, IReadOnlyList<Series> all)
    {
        if (all.Count == 0) return new([], [], default);
        var points = new SortedDictionary<long, List<double>>();
        foreach (var series in all)
        {
            for (var i = 0; i < series.Times.Length; i++)
            {
                if (!points.TryGetValue(series.Times[i], out var values)) points.Add(series.Times[i], values = []);
                values.Add(series.Values[i]);
            }
        }

        var countsMissing = function is "AVG" or "STDDEV";
        return new Series([], [], all[0].Grid).Of(points.Select(point =>
        {
            if (countsMissing) point.Value.AddRange(Enumerable.Repeat(0.0, all.Count - point.Value.Count));
            return (point.Key, Number(function, point.Value));
        }));
    }
}
