using Orrery.Core;

namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>
/// Works an expression out. Two series meet in the periods in which both have a value; what is no number, such as a
/// division by zero, is no value. Source: CloudWatch User Guide, "Using math expressions with CloudWatch metrics".
/// </summary>
internal sealed class MathEvaluator(IMathContext context)
{
    /// <summary>The value of an expression.</summary>
    /// <exception cref="ServiceException">ValidationError: something does not fit together.</exception>
    public MathValue Evaluate(MathNode node) => node switch
    {
        MathNode.Number number => new MathValue.Scalar(number.Value),
        MathNode.Name name => context.Find(name.Value) ?? throw MathErrors.UnknownId(name.Value),
        MathNode.Negative negative => Unary(Evaluate(negative.Of), value => -value),
        MathNode.Binary binary => Binary(binary.Sign, Evaluate(binary.Left), Evaluate(binary.Right)),
        MathNode.Many many => new MathValue.Many([.. many.Items.SelectMany(item => SeriesOf(Evaluate(item), "[ ]"))]),
        MathNode.Apply apply => MathFunctions.Apply(apply, this, context),
        _ => throw MathErrors.Type("a text", "stands where a value is wanted"),
    };

    /// <summary>Does something to each value.</summary>
    public static MathValue Unary(MathValue value, Func<double, double> function) => value switch
    {
        MathValue.Scalar scalar => new MathValue.Scalar(function(scalar.Value)),
        MathValue.One one => new MathValue.One(one.Series.With(i => function(one.Series.Values[i]))),
        MathValue.Many many =>
            new MathValue.Many([.. many.Series.Select(series => series.With(i => function(series.Values[i])))]),
        _ => value,
    };

    /// <summary>The series that a value is.</summary>
    /// <exception cref="ServiceException">It is a number.</exception>
    public static IReadOnlyList<Series> SeriesOf(MathValue value, string where) => value switch
    {
        MathValue.One one => [one.Series],
        MathValue.Many many => many.Series,
        _ => throw MathErrors.Type(where, "takes time series, not a number"),
    };

    /// <summary>Two values and the sign between them.</summary>
    public static MathValue Binary(string sign, MathValue left, MathValue right) => (left, right) switch
    {
        (MathValue.Scalar one, MathValue.Scalar other) => new MathValue.Scalar(Of(sign, one.Value, other.Value)),
        (MathValue.Many, MathValue.Many) => throw MathErrors.Type(sign, "does not take two arrays"),
        (MathValue.Many many, _) =>
            new MathValue.Many([.. many.Series.Select(series => Pair(sign, new MathValue.One(series), right))]),
        (_, MathValue.Many many) =>
            new MathValue.Many([.. many.Series.Select(series => Pair(sign, left, new MathValue.One(series)) with
            {
                Id = series.Id, Label = series.Label, Metric = series.Metric, Statistic = series.Statistic,
            })]),
        _ => new MathValue.One(Pair(sign, left, right)),
    };

    /// <summary>What a sign makes of two numbers. Comparisons and logic give 1 or 0.</summary>
    public static double Of(string sign, double left, double right) => sign switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        "^" => Math.Pow(left, right),
        "==" => left == right ? 1 : 0,
        "!=" => left != right ? 1 : 0,
        "<" => left < right ? 1 : 0,
        ">" => left > right ? 1 : 0,
        "<=" => left <= right ? 1 : 0,
        ">=" => left >= right ? 1 : 0,
        "AND" => left != 0 && right != 0 ? 1 : 0,
        "OR" => left != 0 || right != 0 ? 1 : 0,
        _ => throw MathErrors.Syntax($"'{sign}' has no meaning"),
    };

    private static Series Pair(string sign, MathValue left, MathValue right) => (left, right) switch
    {
        (MathValue.One one, MathValue.Scalar scalar) =>
            one.Series.With(i => Of(sign, one.Series.Values[i], scalar.Value)),
        (MathValue.Scalar scalar, MathValue.One one) =>
            one.Series.With(i => Of(sign, scalar.Value, one.Series.Values[i])),
        (MathValue.One one, MathValue.One other) => one.Series.With(
            i => other.Series.At(one.Series.Times[i]) is { } value
                ? Of(sign, one.Series.Values[i], value)
                : double.NaN),
        _ => throw MathErrors.Type(sign, "takes numbers and time series"),
    };
}
