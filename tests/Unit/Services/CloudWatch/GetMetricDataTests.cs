using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch;

public sealed class GetMetricDataTests
{
    private static readonly DateTimeOffset Start = Rig.Start;

    [Fact]
    public void Newest_first_unless_asked_otherwise()
    {
        var rig = Filled(3);
        Assert.Equal([2.0, 1, 0], rig.Run(new GetMetricData(), Request()).MetricDataResults![0].Values);
        var ascending = rig.Run(new GetMetricData(), Request() with { ScanBy = ScanBy.TimestampAscending });
        var result = Assert.Single(ascending.MetricDataResults!);
        Assert.Equal([0.0, 1, 2], result.Values);
        Assert.Equal([Start, Start.AddMinutes(1), Start.AddMinutes(2)], result.Timestamps);
        Assert.Equal(("m", "Latency", StatusCode.Complete), (result.Id, result.Label, result.StatusCode));
    }

    [Fact]
    public void Pages_give_every_point_once()
    {
        var rig = Filled(10);
        var request = Request() with
        {
            ScanBy = ScanBy.TimestampAscending,
            MaxDatapoints = 3,
            MetricDataQueries = [Stat("m"), new() { Id = "e", Expression = "m*2" }],
        };
        var values = new Dictionary<string, List<double>> { ["m"] = [], ["e"] = [] };
        var pages = 0;
        for (string? token = ""; token is not null; pages++)
        {
            var page = rig.Run(new GetMetricData(), request with { NextToken = token.Length == 0 ? null : token });
            Assert.InRange(page.MetricDataResults!.Sum(result => result.Values!.Count), 1, 3);
            foreach (var result in page.MetricDataResults!)
                values[result.Id!].AddRange(result.Values!);
            token = page.NextToken;
        }

        Assert.Equal(7, pages);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (double)i), values["m"]);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => i * 2.0), values["e"]);
        Assert.Equal("InvalidNextToken", rig.Refused(new GetMetricData(), request with { NextToken = "nonsense" }));
    }

    // Source: CloudWatch User Guide, "Using dynamic labels".
    [Theory]
    [InlineData("p", "p")]
    [InlineData("${LABEL}: ${AVG}", "Latency: 1")]
    [InlineData("${MIN}/${MAX}/${SUM}/${FIRST}/${LAST}", "0/2/3/0/2")]
    [InlineData("${DATAPOINT_COUNT} of ${PROP('Period')} s", "3 of 60 s")]
    [InlineData("${PROP('Namespace')} ${PROP('MetricName')} ${PROP('Stat')}", "Shop Latency Average")]
    [InlineData("${PROP('Region')} ${PROP('AccountId')}", "eu-west-1 123456789012")]
    [InlineData("${MIN_MAX_RANGE}", "0 - 2")]
    [InlineData("${LAST_TIME}", "2026-01-01 00:02:00")]
    [InlineData("${NONSENSE}", "${NONSENSE}")]
    public void A_label_is_filled_in(string label, string expected)
    {
        var request = Request() with { MetricDataQueries = [Stat("m", label)] };
        Assert.Equal(expected, Filled(3).Run(new GetMetricData(), request).MetricDataResults![0].Label);
    }

    [Fact]
    public void What_cannot_be_answered_is_refused()
    {
        var rig = Filled(1);
        GetMetricDataRequest[] wrong =
        [
            Request() with { StartTime = Start.AddDays(1) },
            Request() with { MetricDataQueries = [] },
            Request() with { MetricDataQueries = [.. Enumerable.Range(0, 501).Select(i => Stat($"m{i}"))] },
            Request() with { MetricDataQueries = [Stat("m"), Stat("m")] },
            Request() with { MetricDataQueries = [Stat("M")] },
            Request() with { MetricDataQueries = [new() { Id = "m" }] },
            Request() with { MetricDataQueries = [Stat("m") with { Expression = "1" }] },
            Request() with { MetricDataQueries = [Stat("m") with { AccountId = "999999999999" }] },
            Request() with { MetricDataQueries = [Stat("m", stat: "p200")] },
            Request() with { MetricDataQueries = [Stat("m", period: 90)] },
            Request() with { MetricDataQueries = [new() { Id = "q", Expression = "SELECT AVG(x) FROM Shop" }] },
            Request() with { MaxDatapoints = 100_801 },
            Request() with { LabelOptions = new() { Timezone = "Paris" } },
        ];
        Assert.All(wrong, request => Assert.Equal("ValidationError", rig.Refused(new GetMetricData(), request)));
    }

    // Source: botocore documentation of GetMetricStatistics: at most 1,440 data points, periods by age.
    [Fact]
    public void GetMetricStatistics_refuses_too_many_points_and_wrong_combinations()
    {
        var rig = Filled(1);
        var good = new GetMetricStatisticsRequest
        {
            Namespace = "Shop", MetricName = "Latency", StartTime = Start, EndTime = Start.AddDays(1), Period = 60,
            ExtendedStatistics = ["p90", "tm99"],
        };
        var point = Assert.Single(rig.Run(new GetMetricStatistics(), good).Datapoints!);
        Assert.Equal(2, point.ExtendedStatistics!.Count);
        Assert.Null(point.Sum);
        (string, GetMetricStatisticsRequest)[] wrong =
        [
            ("InvalidParameterCombination", good with { EndTime = Start.AddDays(1).AddMinutes(1) }),
            ("InvalidParameterCombination", good with { EndTime = Start }),
            ("InvalidParameterCombination", good with { Statistics = [Statistic.Sum] }),
            ("MissingParameter", good with { ExtendedStatistics = null }),
            ("InvalidParameterValue", good with { Period = 45 }),
            ("InvalidParameterValue", good with { ExtendedStatistics = ["Average"] }),
        ];
        Assert.All(wrong, each => Assert.Equal(each.Item1, rig.Refused(new GetMetricStatistics(), each.Item2)));
    }

    private static Rig Filled(int minutes)
    {
        var rig = Points.Rig();
        for (var minute = 0; minute < minutes; minute++)
            rig.Put(Start.AddMinutes(minute), minute);
        return rig;
    }

    private static GetMetricDataRequest Request() => new()
    {
        StartTime = Start, EndTime = Start.AddHours(1), MetricDataQueries = [Stat("m")],
    };

    private static MetricDataQuery Stat(string id, string? label = null, string stat = "Average", int period = 60) =>
        new()
        {
            Id = id,
            Label = label,
            MetricStat = new()
            {
                Metric = new() { Namespace = "Shop", MetricName = "Latency" }, Period = period, Stat = stat,
            },
        };
}
