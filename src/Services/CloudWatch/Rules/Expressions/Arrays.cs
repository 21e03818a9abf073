using Node = Orrery.Services.CloudWatch.Rules.Expressions.MathNode;

namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>Functions that make arrays of time series, or pick from them.</summary>
internal static class Arrays
{
    /// <summary>FIRST and LAST.</summary>
    public static MathValue End(Node.Apply call, MathEvaluator evaluator, bool isFirst)
    {
        var all = MathFunctions.Many(MathFunctions.Arguments(call, evaluator, 1, 1)[0], call.Function);
        return all.Count == 0
            ? new MathValue.Many([])
            : new MathValue.One(isFirst ? all[0] : all[^1]);
    }

    /// <summary>METRICS: the statistics of metrics in the request, or those whose id has a text in it.</summary>
    public static MathValue Metrics(Node.Apply call, IMathContext context)
    {
        MathFunctions.Count(call, 0, 1);
        if (call.Arguments.Count == 0) return new MathValue.Many(context.Metrics());
        return call.Arguments[0] is Node.Text text
            ? new MathValue.Many(
                [.. context.Metrics().Where(series => series.Id.Contains(text.Value, StringComparison.Ordinal))])
            : throw MathErrors.Type("METRICS", "takes a text in quotes");
    }

    /// <summary>SLICE: with one number the series at that place, with two those between them.</summary>
    public static MathValue Slice(List<MathValue> arguments)
    {
        var all = MathFunctions.Many(arguments[0], "SLICE");
        var from = Place(arguments[1], all.Count);
        if (arguments.Count > 2)
            return new MathValue.Many([.. all.Take(Place(arguments[2], all.Count)).Skip(from)]);
        return from < all.Count ? new MathValue.One(all[from]) : new MathValue.Many([]);
    }

    /// <summary>SORT: by a number made of each series, and at most so many.</summary>
    public static MathValue Sort(Node.Apply call, MathEvaluator evaluator)
    {
        MathFunctions.Count(call, 3, 4);
        var all = MathFunctions.Many(evaluator.Evaluate(call.Arguments[0]), "SORT");
        var by = Keyword(call.Arguments[1], ["AVG", "MIN", "MAX", "SUM", "STDDEV", "DATAPOINT_COUNT", "LAST"]);
        var order = Keyword(call.Arguments[2], ["ASC", "DESC"]);
        double Of(Series series) => by == "LAST"
            ? series.Values is [.., var last] ? last : double.NaN
            : Summaries.Number(by, series.Values);
        var sorted = order == "ASC" ? all.OrderBy(Of) : all.OrderByDescending(Of);
        var most = call.Arguments.Count > 3 ? Place(evaluator.Evaluate(call.Arguments[3]), all.Count) : all.Count;
        return new MathValue.Many([.. sorted.Take(most)]);
    }

    /// <summary>SEARCH.</summary>
    public static MathValue Search(Node.Apply call, IMathContext context)
    {
        MathFunctions.Count(call, 2, 3);
        if (call.Arguments[0] is not Node.Text query || call.Arguments[1] is not Node.Text statistic)
            throw MathErrors.Type("SEARCH", "takes a search and a statistic, each in quotes");
        var period = call.Arguments.Count < 3 ? (int?)null
            : call.Arguments[2] is Node.Number { Value: > 0 } number ? (int)number.Value
            : throw MathErrors.Type("SEARCH", "takes a period in seconds");
        return new MathValue.Many(context.Search(query.Value, statistic.Value, period));
    }

    private static string Keyword(Node node, string[] words) =>
        node is Node.Name name && words.Contains(name.Value.ToUpperInvariant())
            ? name.Value.ToUpperInvariant()
            : throw MathErrors.Type("SORT", $"takes one of {string.Join(", ", words)} there");

    private static int Place(MathValue value, int count)
    {
        var number = MathFunctions.Number(value, "SLICE");
        return number >= 0 ? (int)Math.Min(number, count) : throw MathErrors.Type("SLICE", "takes no negative number");
    }
}
