using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch.Alarms;

public sealed class PutMetricAlarmTests
{
    private static readonly PutMetricAlarmRequest Plain = AlarmRig.Alarm();

    private static readonly MetricDataQuery Stat = new()
    {
        Id = "m1",
        ReturnData = false,
        MetricStat = new() { Metric = new() { Namespace = "Shop", MetricName = "Latency" }, Period = 60, Stat = "Sum" },
    };

    public static TheoryData<string, PutMetricAlarmRequest> Refusals => new()
    {
        { "no period", Plain with { Period = null } },
        { "a period that is none", Plain with { Period = 90 } },
        { "a statistic twice", Plain with { ExtendedStatistic = "p99" } },
        { "no statistic", Plain with { Statistic = null } },
        { "a statistic that is none", Plain with { Statistic = null, ExtendedStatistic = "q99" } },
        { "no threshold", Plain with { Threshold = null } },
        { "no comparison", Plain with { ComparisonOperator = null } },
        { "no evaluation periods", Plain with { EvaluationPeriods = null } },
        { "more points than periods", Plain with { DatapointsToAlarm = 2 } },
        { "more than a day", Plain with { Period = 300, EvaluationPeriods = 289 } },
        { "more than a week", Plain with { Period = 3600, EvaluationPeriods = 169 } },
        { "an unknown treatment", Plain with { TreatMissingData = "guess" } },
        { "an unknown option for percentiles", Plain with { EvaluateLowSampleCountPercentile = "guess" } },
        { "a band's comparison", Plain with { ComparisonOperator = ComparisonOperator.GreaterThanUpperThreshold } },
        { "a band without metrics", Plain with { ThresholdMetricId = "ad1" } },
        { "an action that is no ARN", Plain with { AlarmActions = ["pager"] } },
        { "an action elsewhere", Plain with { AlarmActions = ["arn:aws:sns:us-east-1:123456789012:pager"] } },
        { "an action of a service that takes none", Plain with { AlarmActions = ["arn:aws:s3:::bucket"] } },
        { "an action that is not served", Plain with { AlarmActions = ["arn:aws:ssm:eu-west-1:1:opsitem:1"] } },
        { "an EC2 action without instance", Plain with { AlarmActions = [AlarmRig.Stop] } },
        { "metric and metrics", Plain with { Metrics = [Stat] } },
        { "PromQL", new() { AlarmName = "p", EvaluationCriteria = new(), EvaluationInterval = 60 } },
        { "nothing returned", Math(Stat) },
        { "two returned", Math(Stat with { ReturnData = true }, new() { Id = "e1", Expression = "m1 * 2" }) },
        { "an expression that is none", Math(Stat, new() { Id = "e1", Expression = "m1 *" }) },
        { "a search", Math(Stat, new() { Id = "e1", Expression = "SUM(SEARCH('{Shop} Latency', 'Sum', 60))" }) },
        { "11 metrics", Math([.. Stats(11), new() { Id = "e1", Expression = "SUM(METRICS())" }]) },
        { "11 expressions", Math([Stat, .. Chain(11)]) },
        { "a foreign account", Math(Stat with { AccountId = "999999999999", ReturnData = true }) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_an_alarm_may_not_be_is_refused_and_leaves_nothing(string what, PutMetricAlarmRequest request)
    {
        var rig = new AlarmRig();
        Assert.True(rig.Rig.Refused(new PutMetricAlarm(), request) == "ValidationError", what);
        Assert.Empty(rig.Rig.Run(new DescribeAlarms(), new()).MetricAlarms!);
        Assert.Empty(rig.History(request.AlarmName!));
    }

    // Source: botocore documentation of MetricDataQuery: up to ten of each, and an expression gives one time series.
    [Theory]
    [InlineData("AVG(m1)", "a number")]
    [InlineData("SUM(m1) + 1", "a number")]
    [InlineData("7", "a number")]
    [InlineData("IF(MAX(m1) > 3, m1, 0)", "a number")]
    [InlineData("METRIC_COUNT(METRICS())", "a number")]
    [InlineData("PERIOD(m1)", "a number")]
    [InlineData("METRICS()", "2 time series")]
    [InlineData("[m1, m2] * 2", "2 time series")]
    [InlineData("SORT(METRICS(), MAX, DESC)", "2 time series")]
    [InlineData("REMOVE_EMPTY(METRICS())", "2 time series")]
    [InlineData("SLICE([m1, m2, m1], 1, 3)", "2 time series")]
    [InlineData("FILL(METRICS(), 0)", "2 time series")]
    [InlineData("IF(m1, METRICS())", "2 time series")]
    [InlineData("ANOMALY_DETECTION_BAND(m1)", "2 time series")]
    [InlineData("METRICS('x')", "0 time series")]
    [InlineData("e0", "2 time series")]
    [InlineData("MOST(m1)", "no function MOST")]
    [InlineData("ABS(m1, m2)", "ABS does not take 2 arguments")]
    [InlineData("RATE(AVG(m1))", "RATE takes time series")]
    [InlineData("METRICS() + METRICS()", "two arrays")]
    public void An_expression_that_gives_no_single_time_series_is_refused(string expression, string why)
    {
        var rig = new AlarmRig();
        var refusal = Assert.Throws<Orrery.Core.ServiceException>(() => rig.Put(Watching(expression)));
        Assert.Equal("ValidationError", refusal.Code);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUM(METRICS())")]
    [InlineData("m1 / AVG(m2)")]
    [InlineData("IF(m1 > 3, 1, 0)")]
    [InlineData("IF(m1 > 3 AND HOUR(m1) < 6, m1)")]
    [InlineData("IF(MAX(m1) > 3, m1, m2)")]
    [InlineData("FILL(m1, REPEAT)")]
    [InlineData("FIRST(SORT(METRICS(), MAX, DESC))")]
    [InlineData("SORT(METRICS(), LAST, ASC, 1)")]
    [InlineData("SLICE(METRICS(), 1)")]
    [InlineData("METRICS('m2')")]
    [InlineData("TIME_SERIES(7)")]
    [InlineData("RATE(m1) ^ 2")]
    [InlineData("MAX(e0)")]
    [InlineData("CEIL(-m1)")]
    public void An_expression_that_gives_one_time_series_is_watched(string expression)
    {
        var rig = new AlarmRig();
        rig.Put(Watching(expression));
        Assert.Equal(expression, rig.Metric().Metrics![^1].Expression);
    }

    [Fact]
    public void An_alarm_takes_ten_metrics_and_ten_expressions()
    {
        var rig = new AlarmRig();
        rig.Put(Math([.. Stats(10), .. Chain(10)]));
        Assert.Equal(20, rig.Metric().Metrics!.Count);
    }

    [Theory]
    [InlineData(ComparisonOperator.GreaterThanThreshold, 10, false)]
    [InlineData(ComparisonOperator.GreaterThanThreshold, 11, true)]
    [InlineData(ComparisonOperator.GreaterThanOrEqualToThreshold, 10, true)]
    [InlineData(ComparisonOperator.LessThanThreshold, 10, false)]
    [InlineData(ComparisonOperator.LessThanThreshold, 9, true)]
    [InlineData(ComparisonOperator.LessThanOrEqualToThreshold, 10, true)]
    public void Each_comparison_compares_the_value_with_the_threshold(ComparisonOperator by, double value, bool alarms)
    {
        var rig = new AlarmRig();
        rig.Put(Plain with { ComparisonOperator = by });
        rig.Measure(value);
        rig.Advance(60);
        Assert.Equal(alarms ? StateValue.Alarm : StateValue.Ok, rig.Metric().StateValue);
    }

    [Fact]
    public void An_expression_is_watched_like_a_metric()
    {
        var rig = new AlarmRig();
        rig.Put(Math(Stat, new() { Id = "e1", Expression = "m1 * 2", Label = "twice" }));
        rig.Measure(6);
        rig.Advance(60);
        Assert.Equal(StateValue.Alarm, rig.Metric().StateValue);
        Assert.Contains("12.0", rig.Metric().StateReason, StringComparison.Ordinal);
        Assert.Equal(["m1", "e1"], rig.Metric().Metrics!.Select(query => query.Id));
        Assert.Empty(rig.Rig.Run(
            new DescribeAlarmsForMetric(), new() { Namespace = "Shop", MetricName = "Latency" }).MetricAlarms!);
    }

    // Source: CloudWatch User Guide, "Percentile-based CloudWatch alarms and low data samples": p90 needs 100 samples.
    [Theory]
    [InlineData("ignore", 99, StateValue.InsufficientData)]
    [InlineData("ignore", 101, StateValue.Alarm)]
    [InlineData("evaluate", 99, StateValue.Alarm)]
    public void A_percentile_of_few_samples_is_evaluated_as_asked(string low, int samples, StateValue state)
    {
        var rig = new AlarmRig();
        rig.Put(Plain with { Statistic = null, ExtendedStatistic = "p90", EvaluateLowSampleCountPercentile = low });
        rig.Rig.Put(new MetricDatum { MetricName = "Latency", Values = [20], Counts = [samples] });
        rig.Advance(60);
        Assert.Equal(state, rig.Metric().StateValue);
    }

    [Fact]
    public void Alarms_are_found_by_what_they_are()
    {
        var rig = new AlarmRig();
        rig.PutIdle("web-1", "web-2", "db");
        rig.Put(Plain with { AlarmName = "web-3" });
        rig.Set("db", StateValue.Alarm);
        rig.Composite("web-all", "ALARM(web-1) OR OK(\"web-2\")");
        Assert.Equal("db,web-1,web-2,web-3", Names(rig, new()));
        Assert.Equal("web-1,web-2,web-3", Names(rig, new() { AlarmNamePrefix = "web" }));
        Assert.Equal("db", Names(rig, new() { StateValue = StateValue.Alarm }));
        Assert.Equal("web-3", Names(rig, new() { ActionPrefix = "arn:aws:sns" }));
        Assert.Equal("web-all", Names(rig, new() { AlarmTypes = [AlarmType.CompositeAlarm] }));
        Assert.Equal("web-1,web-2", Names(rig, new() { ChildrenOfAlarmName = "web-all" }));
        Assert.Equal("web-all", Names(rig, new() { ParentsOfAlarmName = "web-2" }));
        var first = rig.Rig.Run(new DescribeAlarms(), new() { MaxRecords = 3 });
        Assert.Equal("web-3", Names(rig, new() { MaxRecords = 3, NextToken = first.NextToken }));
        Assert.Equal("ValidationError", rig.Rig.Refused(
            new DescribeAlarms(), new() { ParentsOfAlarmName = "db", StateValue = StateValue.Ok }));
        var ofMetric = rig.Rig.Run(new DescribeAlarmsForMetric(), new()
        {
            Namespace = "Shop", MetricName = "Latency", Statistic = Statistic.Average,
        });
        Assert.Equal("web-3", Assert.Single(ofMetric.MetricAlarms!).AlarmName);
    }

    [Fact]
    public void Alarms_that_are_served_have_no_contributors()
    {
        var rig = new AlarmRig();
        rig.PutIdle("a");
        Assert.Empty(rig.Rig.Run(new DescribeAlarmContributors(), new() { AlarmName = "a" }).AlarmContributors!);
        Assert.Equal(
            "ResourceNotFoundException", rig.Rig.Refused(new DescribeAlarmContributors(), new() { AlarmName = "b" }));
    }

    private static string Names(AlarmRig rig, DescribeAlarmsRequest request)
    {
        var result = rig.Rig.Run(new DescribeAlarms(), request);
        return string.Join(',', result.MetricAlarms!.Select(a => a.AlarmName)
            .Concat(result.CompositeAlarms!.Select(a => a.AlarmName)));
    }

    private static PutMetricAlarmRequest Watching(string expression) => Math(
        Stat, Stat with { Id = "m2" }, new() { Id = "e0", Expression = "METRICS()", ReturnData = false },
        new() { Id = "e1", Expression = expression });

    private static IEnumerable<MetricDataQuery> Stats(int count) =>
        Enumerable.Range(1, count).Select(i => Stat with { Id = $"m{i}" });

    /// <summary>Expressions of which each doubles the one before; the last one returns data.</summary>
    private static IEnumerable<MetricDataQuery> Chain(int count) =>
        Enumerable.Range(1, count).Select(i => new MetricDataQuery
        {
            Id = $"e{i}", Expression = i == 1 ? "m1" : $"e{i - 1} * 2", ReturnData = i == count,
        });

    private static PutMetricAlarmRequest Math(params MetricDataQuery[] queries) => new()
    {
        AlarmName = "slow",
        Metrics = queries,
        EvaluationPeriods = 1,
        Threshold = 10,
        ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
    };
}
