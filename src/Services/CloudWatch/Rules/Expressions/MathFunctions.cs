using Orrery.Core;
using Node = Orrery.Services.CloudWatch.Rules.Expressions.MathNode;

namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>
/// The functions of metric math. Source: CloudWatch User Guide, "Using math expressions with CloudWatch metrics",
/// Functions supported for metric math.
/// </summary>
internal static class MathFunctions
{
    private static readonly HashSet<string> NotServed =
        ["DB_PERF_INSIGHTS", "INSIGHT_RULE_METRIC", "LAMBDA", "SERVICE_QUOTA"];

    /// <summary>Whether Orrery does not serve a function that AWS has.</summary>
    public static bool IsNotServed(string function) => NotServed.Contains(function);

    /// <summary>Works a function out.</summary>
    /// <exception cref="ServiceException">ValidationError: none has that name, or it does not take this.</exception>
    public static MathValue Apply(Node.Apply call, MathEvaluator evaluator, IMathContext context)
    {
        if (IsNotServed(call.Function)) throw MathErrors.NotServed(call.Function);
        return Values(call, evaluator, context)
            ?? Queries(call, evaluator, context)
            ?? throw MathErrors.Syntax($"there is no function {call.Function}");
    }

    /// <summary>The arguments, worked out.</summary>
    /// <exception cref="ServiceException">ValidationError: there are too few or too many.</exception>
    public static List<MathValue> Arguments(Node.Apply call, MathEvaluator evaluator, int least, int most)
    {
        Count(call, least, most);
        return [.. call.Arguments.Select(evaluator.Evaluate)];
    }

    /// <summary>Refuses too few or too many arguments.</summary>
    public static void Count(Node.Apply call, int least, int most)
    {
        if (call.Arguments.Count < least || call.Arguments.Count > most)
            throw MathErrors.Type(call.Function, $"does not take {call.Arguments.Count} arguments");
    }

    private static MathValue? Values(Node.Apply call, MathEvaluator evaluator, IMathContext context)
    {
        Func<double, double>? each = call.Function switch
        {
            "ABS" => Math.Abs,
            "CEIL" => Math.Ceiling,
            "FLOOR" => Math.Floor,
            "LOG" => Math.Log,
            "LOG10" => Math.Log10,
            _ => null,
        };
        if (each is not null)
            return MathEvaluator.Unary(Arguments(call, evaluator, 1, 1)[0], each);
        if (Instants.Of(call.Function) is { } instant)
            return EachSeries(call, evaluator, series => series.With(i => instant(series.Times[i])));
        return call.Function switch
        {
            "AVG" or "MAX" or "MIN" or "STDDEV" or "SUM" or "DATAPOINT_COUNT" =>
                Summaries.Of(call.Function, Arguments(call, evaluator, 1, 1)[0]),
            "DIFF" => EachSeries(call, evaluator, Changes.Difference),
            "DIFF_TIME" => EachSeries(call, evaluator, Changes.TimeDifference),
            "RATE" => EachSeries(call, evaluator, Changes.Rate),
            "RUNNING_SUM" => EachSeries(call, evaluator, Changes.RunningSum),
            "FILL" => Filling.Fill(call, evaluator),
            "IF" => Choice.If(Arguments(call, evaluator, 2, 3)),
            "PERIOD" => Period(Arguments(call, evaluator, 1, 1)[0]),
            "TIME_SERIES" => TimeSeries(Arguments(call, evaluator, 1, 1)[0], context),
            _ => null,
        };
    }

    private static MathValue? Queries(Node.Apply call, MathEvaluator evaluator, IMathContext context) =>
        call.Function switch
        {
            "FIRST" => Arrays.End(call, evaluator, isFirst: true),
            "LAST" => Arrays.End(call, evaluator, isFirst: false),
            "METRICS" => Arrays.Metrics(call, context),
            "METRIC_COUNT" => new MathValue.Scalar(Many(Arguments(call, evaluator, 1, 1)[0], call.Function).Count),
            "REMOVE_EMPTY" => new MathValue.Many(
                [.. Many(Arguments(call, evaluator, 1, 1)[0], call.Function).Where(series => series.Times.Length > 0)]),
            "SLICE" => Arrays.Slice(Arguments(call, evaluator, 2, 3)),
            "SORT" => Arrays.Sort(call, evaluator),
            "SEARCH" => Arrays.Search(call, context),
            "ANOMALY_DETECTION_BAND" => Band(Arguments(call, evaluator, 1, 2), context),
            _ => null,
        };

    /// <summary>The series of a value that has to be an array; one series counts as an array of one.</summary>
    public static IReadOnlyList<Series> Many(MathValue value, string where) => MathEvaluator.SeriesOf(value, where);

    /// <summary>The number that a value has to be.</summary>
    public static double Number(MathValue value, string where) => value is MathValue.Scalar scalar
        ? scalar.Value
        : throw MathErrors.Type(where, $"takes a number, not {value.Kind}");

    private static MathValue EachSeries(Node.Apply call, MathEvaluator evaluator, Func<Series, Series> change) =>
        Arguments(call, evaluator, 1, 1)[0] switch
        {
            MathValue.One one => new MathValue.One(change(one.Series)),
            MathValue.Many many => new MathValue.Many([.. many.Series.Select(change)]),
            _ => throw MathErrors.Type(call.Function, "takes time series, not a number"),
        };

    private static MathValue.Scalar Period(MathValue value) => value is MathValue.One one
        ? new(one.Series.Grid.Period)
        : throw MathErrors.Type("PERIOD", $"takes a time series, not {value.Kind}");

    private static MathValue.One TimeSeries(MathValue value, IMathContext context)
    {
        var number = Number(value, "TIME_SERIES");
        var grid = context.Grid;
        return new(new Series([], [], grid).Of(grid.Begins().Select(begin => (begin, number))));
    }

    private static MathValue.Many Band(List<MathValue> arguments, IMathContext context) =>
        arguments[0] is MathValue.One one
            ? new(context.Band(one.Series, arguments.Count > 1 ? Number(arguments[1], "ANOMALY_DETECTION_BAND") : 2))
            : throw MathErrors.Type("ANOMALY_DETECTION_BAND", $"takes a time series, not {arguments[0].Kind}");
}
