using Orrery.Core;
using Orrery.Services.CloudWatch.Rules.Reading;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch;

public sealed class MathTests
{
    private static readonly DateTimeOffset Start = Rig.Start;

    // a: 1 _ 3 4 and b: 2 2 _ 8, minute by minute; x is 6 in each. What functions do is in the CloudWatch User
    // Guide, "Using math expressions with CloudWatch metrics", Functions supported for metric math.
    [Theory]
    [InlineData("a+b", "3 _ _ 12")]
    [InlineData("a*2-1", "1 _ 5 7")]
    [InlineData("-a^2", "-1 _ -9 -16")]
    [InlineData("2^3^2+0*x", "512 512 512 512")]
    [InlineData("a/(a-3)", "-0.5 _ _ 4")] // nothing by zero
    [InlineData("(a>=3)*10", "0 _ 10 10")]
    [InlineData("a<2 OR a==4", "1 _ 0 1")]
    [InlineData("a>1 && a<4", "0 _ 1 0")]
    [InlineData("ABS(a-3)", "2 _ 0 1")]
    [InlineData("CEIL(a/2)", "1 _ 2 2")]
    [InlineData("FLOOR(a/2)", "0 _ 1 2")]
    [InlineData("LOG10(a*100/a)", "2 _ 2 2")]
    [InlineData("LOG(a/a)", "0 _ 0 0")]
    [InlineData("x-AVG(b)", "2 2 2 2")]
    [InlineData("AVG([a,b])", "1.5 1 1.5 6")] // what is missing counts as 0
    [InlineData("SUM([a,b])", "3 2 3 12")]
    [InlineData("MAX([a,b])", "2 2 3 8")]
    [InlineData("MIN(METRICS())", "1 2 3 4")]
    [InlineData("STDDEV([a,b])", "0.5 1 1.5 2")]
    [InlineData("DATAPOINT_COUNT([a,b])", "2 1 1 2")]
    [InlineData("TIME_SERIES(SUM(a))", "8 8 8 8")]
    [InlineData("x*0+DATAPOINT_COUNT(a)", "3 3 3 3")]
    [InlineData("x*0+METRIC_COUNT(METRICS())", "3 3 3 3")]
    [InlineData("x*0+STDDEV(b)*STDDEV(b)", "8 8 8 8")]
    [InlineData("DIFF(a)", "_ _ 2 1")]
    [InlineData("DIFF_TIME(a)", "_ _ 120 60")]
    [InlineData("RATE(a)*60", "_ _ 1 1")]
    [InlineData("RUNNING_SUM(a)", "1 _ 4 8")]
    [InlineData("FILL(a, 0)", "1 0 3 4")]
    [InlineData("FILL(a, REPEAT)", "1 1 3 4")]
    [InlineData("FILL(a, LINEAR)", "1 2 3 4")]
    [InlineData("FILL(a, x)", "1 6 3 4")]
    [InlineData("FILL(DIFF(a), LINEAR)", "_ _ 2 1")]
    [InlineData("IF(a>1, b)", "_ _ _ 8")]
    [InlineData("IF(a>1, a, 0)", "0 _ 3 4")]
    [InlineData("IF(x==6, 7*x/x, b)", "7 7 7 7")]
    [InlineData("IF(1, a, b)", "1 _ 3 4")]
    [InlineData("FIRST(METRICS())", "1 _ 3 4")]
    [InlineData("LAST([x,b])", "2 2 _ 8")]
    [InlineData("METRICS(\"b\")", "2 2 _ 8")]
    [InlineData("REMOVE_EMPTY([IF(0, a), b])", "2 2 _ 8")]
    [InlineData("SLICE(METRICS(), 1)", "2 2 _ 8")]
    [InlineData("SLICE(METRICS(), 0, 1)", "1 _ 3 4")]
    [InlineData("SORT(METRICS(), MAX, DESC, 1)", "2 2 _ 8")]
    [InlineData("SORT(METRICS(), SUM, ASC, 1)", "1 _ 3 4")]
    [InlineData("x*0+PERIOD(x)", "60 60 60 60")]
    [InlineData("MINUTE(x)", "0 1 2 3")]
    [InlineData("HOUR(x)", "0 0 0 0")]
    [InlineData("DAY(x)", "4 4 4 4")] // 1 January 2026 is a Thursday; 1 is Monday
    [InlineData("DATE(x)+MONTH(x)", "2 2 2 2")]
    [InlineData("YEAR(x)", "2026 2026 2026 2026")]
    [InlineData("EPOCH(x)-1767225600", "0 60 120 180")]
    [InlineData("avg([a,b])+if(a>3,1,0)", "1.5 _ 1.5 7")] // case of functions does not matter (guessed)
    public void An_expression_gives(string expression, string expected)
    {
        var result = Assert.Single(Ask(expression));
        Assert.Equal(expected, Text(result));
    }

    [Theory]
    [InlineData("AVG(a)")] // the result must be time series
    [InlineData("a+")]
    [InlineData("(a")]
    [InlineData("a $ b")]
    [InlineData("c")]
    [InlineData("e")]
    [InlineData("METRICS()+METRICS()")]
    [InlineData("MEDIAN(a)")]
    [InlineData("RATE(1)")]
    [InlineData("SORT(METRICS(), SIDEWAYS, ASC)")]
    [InlineData("FILL(a)")]
    [InlineData("SERVICE_QUOTA(a)")]
    [InlineData("LAMBDA('f')")]
    [InlineData("INSIGHT_RULE_METRIC('r', 'UniqueContributors')")]
    [InlineData("DB_PERF_INSIGHTS('RDS', 'db-1', 'x')")]
    [InlineData("'a'")]
    public void An_expression_is_refused(string expression) =>
        Assert.Equal("ValidationError", Rig.Refusal(() => Ask(expression)));

    [Fact]
    public void Expressions_use_one_another_and_never_in_a_circle()
    {
        var rig = World();
        var queries = Queries("f*2").Append(new("f") { Expression = "a+1", ReturnData = false }).ToArray();
        var results = rig.Query(Start, TimeSpan.FromMinutes(4), queries);
        Assert.Equal("4 _ 8 10", Text(Assert.Single(results)));
        queries[^1] = new("f") { Expression = "e" };
        Assert.Throws<ServiceException>(() => rig.Query(Start, TimeSpan.FromMinutes(4), queries));
    }

    /// <summary>The values minute by minute.</summary>
    internal static string Text(QueryResult result) => string.Join(' ', Enumerable.Range(0, 4).Select(minute =>
        result.Points.Where(point => point.At == Start.AddMinutes(minute)) is var points && points.Any()
            ? FormattableString.Invariant($"{points.Single().Value:0.######}")
            : "_"));

    private static IReadOnlyList<QueryResult> Ask(string expression) =>
        World().Query(Start, TimeSpan.FromMinutes(4), Queries(expression));

    private static MetricQuery[] Queries(string expression) =>
    [
        Stat("a"), Stat("b"), Stat("x"), new("e") { Expression = expression },
    ];

    private static MetricQuery Stat(string id) =>
        new(id) { Stat = new(Points.Metric(id), "Sum", 60), ReturnData = false };

    private static Rig World()
    {
        var rig = Points.Rig();
        (string Name, double?[] Values)[] metrics =
            [("a", [1, null, 3, 4]), ("b", [2, 2, null, 8]), ("x", [6, 6, 6, 6])];
        foreach (var (name, values) in metrics)
        {
            for (var minute = 0; minute < values.Length; minute++)
            {
                if (values[minute] is { } value)
                    rig.Put(new MetricDatum { MetricName = name, Value = value, Timestamp = Start.AddMinutes(minute) });
            }
        }

        return rig;
    }
}
