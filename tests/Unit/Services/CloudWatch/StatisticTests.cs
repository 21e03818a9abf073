using CsCheck;
using Orrery.Services.CloudWatch.Rules.Statistics;

namespace Orrery.Tests.Unit.Services.CloudWatch;

public sealed class StatisticTests
{
    // Source: CloudWatch User Guide, "CloudWatch statistics definitions": tm90 leaves the highest 10 % out; TM(2%:98%)
    // both ends; TM(150:1000) what is at most 150 or above 1000; IQM is TM(25%:75%); WM(10%:90%) takes the ends as the
    // bounds; PR(:300) is the share of values at most 300; TC and TS count and sum what a trimmed mean is of.
    [Theory]
    [InlineData("SampleCount", 10)]
    [InlineData("Sum", 5500)]
    [InlineData("Average", 550)]
    [InlineData("Minimum", 100)]
    [InlineData("Maximum", 1000)]
    [InlineData("p0", 100)]
    [InlineData("p50", 500)]
    [InlineData("p90", 900)]
    [InlineData("p90.1", 1000)]
    [InlineData("p100", 1000)]
    [InlineData("tm90", 500)]
    [InlineData("TM(10%:90%)", 550)]
    [InlineData("TM(150:1000)", 600)]
    [InlineData("TM(:300)", 200)]
    [InlineData("TM(900:)", 1000)]
    [InlineData("IQM", 600)] // ranks 4 to 8 of 10: 400 … 800
    [InlineData("tc90", 9)]
    [InlineData("TC(100:300)", 2)]
    [InlineData("ts90", 4500)]
    [InlineData("TS(80%:)", 1900)]
    [InlineData("wm90", 540)]
    [InlineData("WM(10%:90%)", 540)]
    [InlineData("WM(200:900)", 550)]
    [InlineData("PR(:300)", 30)]
    [InlineData("PR(300:)", 70)]
    [InlineData("PR(100:300)", 20)]
    public void A_statistic_of_ten_values(string name, double expected)
    {
        var bucket = new Bucket(0);
        for (var value = 1000; value >= 100; value -= 100)
            bucket.Add(value, 1);
        Assert.Equal(expected, StatisticRules.Of(bucket, StatisticName.Parse(name)!)!.Value, 9);
    }

    [Theory]
    [InlineData("p50", 5.0)]
    [InlineData("tm90", 5.0)]
    [InlineData("TM(10%:90%)", 5.0)]
    [InlineData("wm99", 5.0)]
    [InlineData("TC(5:9)", 0.0)] // lower bounds are exclusive
    [InlineData("TC(4:5)", 3.0)] // upper ones inclusive
    [InlineData("TM(5:9)", null)]
    public void A_statistic_of_equal_values(string name, double? expected)
    {
        var bucket = new Bucket(0);
        bucket.Add(5, 3);
        Assert.Equal(expected, StatisticRules.Of(bucket, StatisticName.Parse(name)!));
    }

    [Theory]
    [InlineData("p101")]
    [InlineData("p")]
    [InlineData("p99.12345678901")] // ten decimals at most
    [InlineData("TM(10%:90)")]
    [InlineData("TM(:)")]
    [InlineData("TM(90%:10%)")]
    [InlineData("PR(10%:20%)")]
    [InlineData("Median")]
    [InlineData("average")]
    public void There_is_no_such_statistic(string name) => Assert.Null(StatisticName.Parse(name));

    // Source: User Guide, "Metrics concepts": no percentiles of statistic sets unless all values are equal, and none
    // where a value is negative.
    [Fact]
    public void A_statistic_set_hides_its_values_unless_they_are_equal()
    {
        var median = StatisticName.Parse("p50")!;
        var hidden = new Bucket(0);
        hidden.AddSet(10, 100, 5, 15);
        Assert.Null(StatisticRules.Of(hidden, median));
        var equal = new Bucket(0);
        equal.AddSet(10, 70, 7, 7);
        Assert.Equal(7, StatisticRules.Of(equal, median));
        var negative = new Bucket(0);
        negative.Add(-1, 1);
        Assert.Null(StatisticRules.Of(negative, median));
    }

    [Fact]
    public void Condensing_keeps_weights_and_moves_values_by_less_than_a_percent()
    {
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Int[1, 9]).List[1, 300].Sample(values =>
        {
            var (whole, small) = (new Bucket(0), new Bucket(0));
            foreach (var (value, weight) in values)
            {
                whole.Add(value, weight);
                small.Add(value, weight);
            }

            small.Condense(1);
            Assert.Equal(whole.Values.Sum(v => v.Weight), small.Values.Sum(v => v.Weight));
            foreach (var rank in new[] { 10, 50, 95 })
            {
                var name = new StatisticName(StatisticFunction.TrimmedMean, null, rank, true);
                var (exact, near) = (StatisticRules.Of(whole, name), StatisticRules.Of(small, name));
                var reach = Math.Max(Math.Abs(whole.Minimum), Math.Abs(whole.Maximum));
                Assert.InRange(near!.Value - exact!.Value, -0.011 * reach, 0.011 * reach);
            }
        });
    }
}
