using CsCheck;
using Orrery.Services.CloudWatch.Rules.Expressions;
using Orrery.Services.CloudWatch.Rules.Reading;

namespace Orrery.Tests.Unit.Services.CloudWatch;

/// <summary>Metric math against a slow and obvious twin: dictionaries by instant, one period after another.</summary>
public sealed class MathTwinTests
{
    private static readonly PeriodGrid Grid = new(0, 600, 60);
    private static readonly string[] Signs = ["+", "-", "*", "/", "<", ">=", "==", "AND", "OR"];

    private static readonly Gen<string> Leaf = Gen.OneOfConst("a", "b", "c", "2", "0", "0.5");

    private static readonly Gen<string> Expression = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Leaf
        : Gen.Frequency(
            (2, Leaf),
            (4, Gen.Select(inner, Gen.OneOfConst(Signs), inner, (left, sign, right) => $"({left} {sign} {right})")),
            (1, inner.Select(of => $"-({of})")),
            (1, inner.Select(of => $"ABS({of})")),
            (1, Gen.Select(inner, inner, inner, (i, yes, no) => $"IF(a+({i}), {yes}, {no})")),
            (1, inner.Select(of => $"FILL(a*({of}), 7)")),
            (1, inner.Select(of => $"RUNNING_SUM(a+({of}))")),
            (1, inner.Select(of => $"DIFF(b+({of}))"))));

    [Fact]
    public void Metric_math_agrees_with_its_twin()
    {
        var (scalars, series, empty) = (0, 0, 0);
        var values = Gen.Select(Gen.Bool, Gen.Int[-3, 3], (there, value) => there ? (double?)value : null).Array[10];
        Gen.Select(Expression, values, values, values).Sample(
            (text, a, b, c) =>
            {
                var node = MathParser.Parse(text);
                var ids = new Dictionary<string, double?[]> { ["a"] = a, ["b"] = b, ["c"] = c };
                var result = new MathEvaluator(new Context(ids)).Evaluate(node);
                if (result is MathValue.Scalar scalar)
                {
                    Interlocked.Increment(ref scalars);
                    Assert.Equal(Twin(node, ids, 0) ?? double.NaN, scalar.Value);
                    return;
                }

                var points = ((MathValue.One)result).Series;
                Interlocked.Increment(ref points.Times.Length > 0 ? ref series : ref empty);
                for (var i = 0; i < 10; i++)
                {
                    var expected = Twin(node, ids, i) is { } value && double.IsFinite(value) ? value : (double?)null;
                    Assert.Equal(expected, points.At(i * 60));
                }
            },
            iter: 3000);
        Assert.All([scalars, series, empty], count => Assert.True(count > 20));
    }

    /// <summary>The value in one period; null where there is none.</summary>
    private static double? Twin(MathNode node, Dictionary<string, double?[]> ids, int at)
    {
        switch (node)
        {
            case MathNode.Number number: return number.Value;
            case MathNode.Name name: return ids[name.Value][at];
            case MathNode.Negative negative: return -Twin(negative.Of, ids, at);
            case MathNode.Binary binary:
                return Finite(binary.Left, ids, at) is { } left && Finite(binary.Right, ids, at) is { } right
                    ? MathEvaluator.Of(binary.Sign, left, right)
                    : null;
            default: return Twin((MathNode.Apply)node, ids, at);
        }
    }

    private static double? Twin(MathNode.Apply call, Dictionary<string, double?[]> ids, int at)
    {
        double? Of(int argument, int period) => Finite(call.Arguments[argument], ids, period);
        switch (call.Function)
        {
            case "ABS": return Of(0, at) is { } value ? Math.Abs(value) : null;
            case "IF": return Of(0, at) is { } condition ? Of(condition != 0 ? 1 : 2, at) : null;
            case "FILL": return Of(0, at) ?? 7;
            case "RUNNING_SUM":
                return Of(0, at) is null ? null : Enumerable.Range(0, at + 1).Sum(i => Of(0, i) ?? 0);
            default:
                var before = Enumerable.Range(0, at).Reverse().Select(i => Of(0, i)).FirstOrDefault(v => v is not null);
                return Of(0, at) - before;
        }
    }

    /// <summary>In a series what is no number is no value; a number of its own may be one.</summary>
    private static double? Finite(MathNode node, Dictionary<string, double?[]> ids, int at) =>
        Twin(node, ids, at) is { } value && (double.IsFinite(value) || !HasSeries(node)) ? value : null;

    private static bool HasSeries(MathNode node) => node switch
    {
        MathNode.Name => true,
        MathNode.Negative negative => HasSeries(negative.Of),
        MathNode.Binary binary => HasSeries(binary.Left) || HasSeries(binary.Right),
        MathNode.Apply call => call.Arguments.Any(HasSeries),
        _ => false,
    };

    private sealed class Context(Dictionary<string, double?[]> ids) : IMathContext
    {
        public PeriodGrid Grid => MathTwinTests.Grid;

        public MathValue? Find(string id) => new MathValue.One(new Series([], [], Grid).Of(
            ids[id].Select((value, i) => (i * 60L, value ?? double.NaN))));

        public IReadOnlyList<Series> Metrics() => [];

        public IReadOnlyList<Series> Search(string query, string statistic, int? period) => [];

        public IReadOnlyList<Series> Band(Series series, double deviations) => [];
    }
}
