using Orrery.Core;
using Orrery.Services.CloudWatch.Rules.Reading;
using Node = Orrery.Services.CloudWatch.Rules.Expressions.MathNode;

namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>
/// Tells from their texts what expressions give, without data: the twin of <see cref="MathEvaluator"/>. Where the data
/// decides, it is the most: of an IF by a number, a number if any of its sides is one. Source: CloudWatch User Guide,
/// "Using math expressions with CloudWatch metrics", Functions supported for metric math.
/// </summary>
/// <param name="queries">The queries, which name one another in no circle.</param>
internal sealed class MathShapes(IReadOnlyList<MetricQuery> queries)
{
    private readonly Dictionary<string, MathShape> _known = new(StringComparer.Ordinal);

    /// <summary>What a query gives.</summary>
    /// <exception cref="ServiceException">ValidationError: something in it does not fit together.</exception>
    public MathShape Of(MetricQuery query)
    {
        if (query.Expression is not { } text) return MathShape.One;
        if (_known.TryGetValue(query.Id, out var known)) return known;
        return _known[query.Id] = Of(MathParser.Parse(text));
    }

    private MathShape Of(Node node) => node switch
    {
        Node.Number => MathShape.Number,
        Node.Name name => queries.FirstOrDefault(query => query.Id == name.Value) is { } query
            ? Of(query)
            : throw MathErrors.UnknownId(name.Value),
        Node.Negative negative => Of(negative.Of),
        Node.Binary binary => Binary(binary.Sign, Of(binary.Left), Of(binary.Right)),
        Node.Many many => MathShape.Array(many.Items.Sum(item => Taken(Of(item), "[ ]").Series)),
        Node.Apply call => Single(call) ?? Arrayed(call) ?? throw Unknown(call),
        _ => throw MathErrors.Type("a text", "stands where a value is wanted"),
    };

    private static MathShape Binary(string sign, MathShape left, MathShape right) =>
        (left.IsArray, right.IsArray) switch
        {
            (true, true) => throw MathErrors.Type(sign, "does not take two arrays"),
            (true, false) => left,
            (false, true) => right,
            _ => left.IsNumber && right.IsNumber ? MathShape.Number : MathShape.One,
        };

    /// <summary>Functions of values.</summary>
    private MathShape? Single(Node.Apply call) => call.Function switch
    {
        "ABS" or "CEIL" or "FLOOR" or "LOG" or "LOG10" => Argument(call, 1, 1),
        "AVG" or "MAX" or "MIN" or "STDDEV" or "SUM" or "DATAPOINT_COUNT" =>
            Taken(Argument(call, 1, 1), call.Function).IsArray ? MathShape.One : MathShape.Number,
        "DIFF" or "DIFF_TIME" or "RATE" or "RUNNING_SUM" => Taken(Argument(call, 1, 1), call.Function),
        "FILL" => Taken(Argument(call, 2, 2), call.Function),
        "IF" => If(Argument(call, 2, 3), Of(call.Arguments[1]), call.Arguments.Skip(2).Select(Of).ToArray()),
        "PERIOD" => Argument(call, 1, 1) == MathShape.One
            ? MathShape.Number
            : throw MathErrors.Type(call.Function, "takes a time series"),
        "TIME_SERIES" => Argument(call, 1, 1).IsNumber
            ? MathShape.One
            : throw MathErrors.Type(call.Function, "takes a number"),
        _ => Instants.Of(call.Function) is null ? null : Taken(Argument(call, 1, 1), call.Function),
    };

    /// <summary>Functions of arrays.</summary>
    private MathShape? Arrayed(Node.Apply call)
    {
        switch (call.Function)
        {
            case "FIRST" or "LAST":
                _ = Taken(Argument(call, 1, 1), call.Function);
                return MathShape.One;
            case "METRIC_COUNT":
                _ = Taken(Argument(call, 1, 1), call.Function);
                return MathShape.Number;
            case "METRICS":
                return Metrics(call);
            case "REMOVE_EMPTY":
                return MathShape.Array(Taken(Argument(call, 1, 1), call.Function).Series);
            case "SLICE":
                var most = Taken(Argument(call, 2, 3), call.Function).Series;
                if (call.Arguments.Count == 2) return MathShape.One;
                var (from, to) = (Place(call.Arguments[1], most, 0), Place(call.Arguments[2], most, most));
                return MathShape.Array(Math.Max(0, to - from));
            case "SORT":
                var all = Taken(Argument(call, 3, 4), call.Function).Series;
                return MathShape.Array(call.Arguments.Count > 3 ? Place(call.Arguments[3], all, all) : all);
            case "ANOMALY_DETECTION_BAND":
                return Argument(call, 1, 2) == MathShape.One
                    ? MathShape.Array(2)
                    : throw MathErrors.Type(call.Function, "takes a time series");
            default:
                return null;
        }
    }

    private MathShape Metrics(Node.Apply call)
    {
        MathFunctions.Count(call, 0, 1);
        var part = call.Arguments switch
        {
            [] => "",
            [Node.Text text] => text.Value,
            _ => throw MathErrors.Type("METRICS", "takes a text in quotes"),
        };
        return MathShape.Array(queries.Count(
            query => query.Stat is not null && query.Id.Contains(part, StringComparison.Ordinal)));
    }

    private static MathShape If(MathShape condition, MathShape yes, MathShape[] no)
    {
        MathShape[] sides = [yes, .. no];
        MathShape[] arrays = [.. sides.Append(condition).Where(shape => shape.IsArray)];
        if (arrays.Length > 0) return arrays.MaxBy(array => array.Series);
        if (!condition.IsNumber) return MathShape.One;
        return sides.Any(side => side.IsNumber) ? MathShape.Number : MathShape.One;
    }

    /// <summary>The first argument, once it is sure that there are neither too few nor too many.</summary>
    private MathShape Argument(Node.Apply call, int least, int most)
    {
        MathFunctions.Count(call, least, most);
        return Of(call.Arguments[0]);
    }

    private static MathShape Taken(MathShape shape, string where) =>
        shape.IsNumber ? throw MathErrors.Type(where, "takes time series, not a number") : shape;

    /// <summary>The number that stands there, up to a most; another one where only data tells.</summary>
    private static int Place(Node node, int most, int otherwise) =>
        node is Node.Number number ? (int)Math.Min(number.Value, most) : otherwise;

    private static ServiceException Unknown(Node.Apply call) => MathFunctions.IsNotServed(call.Function)
        ? MathErrors.NotServed(call.Function)
        : MathErrors.Syntax($"there is no function {call.Function}");
}
