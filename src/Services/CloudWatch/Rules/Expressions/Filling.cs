using Node = Orrery.Services.CloudWatch.Rules.Expressions.MathNode;

namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>FILL: values for the periods that have none: a number, another series, the last one before, or a line.</summary>
internal static class Filling
{
    /// <summary>Works it out.</summary>
    public static MathValue Fill(Node.Apply call, MathEvaluator evaluator)
    {
        MathFunctions.Count(call, 2, 2);
        var filled = evaluator.Evaluate(call.Arguments[0]);
        Func<Series, Series> fill = call.Arguments[1] switch
        {
            Node.Name { Value: var name } when name.Equals("REPEAT", StringComparison.OrdinalIgnoreCase) => Repeat,
            Node.Name { Value: var name } when name.Equals("LINEAR", StringComparison.OrdinalIgnoreCase) => Linear,
            var other => With(evaluator.Evaluate(other)),
        };
        return filled switch
        {
            MathValue.One one => new MathValue.One(fill(one.Series)),
            MathValue.Many many => new MathValue.Many([.. many.Series.Select(fill)]),
            _ => throw MathErrors.Type("FILL", "takes time series, not a number"),
        };
    }

    private static Func<Series, Series> With(MathValue filler) => filler switch
    {
        MathValue.Scalar scalar => series => Each(series, _ => scalar.Value),
        MathValue.One one => series => Each(series, one.Series.At),
        _ => throw MathErrors.Type("FILL", "does not fill with an array"),
    };

    private static Series Each(Series series, Func<long, double?> value) => series.Of(
        series.Grid.Begins().Select(begin => (begin, series.At(begin) ?? value(begin) ?? double.NaN)));

    private static Series Repeat(Series series) =>
        Each(series, begin => Before(series, begin) is >= 0 and var before ? series.Values[before] : null);

    private static Series Linear(Series series) => Each(series, begin =>
    {
        var before = Before(series, begin);
        if (before < 0 || before + 1 >= series.Times.Length) return null;
        var share = (double)(begin - series.Times[before]) / (series.Times[before + 1] - series.Times[before]);
        return series.Values[before] + (share * (series.Values[before + 1] - series.Values[before]));
    });

    /// <summary>The last value before an instant that has none itself; -1 where there is none.</summary>
    private static int Before(Series series, long instant) => ~Array.BinarySearch(series.Times, instant) - 1;
}
