using Orrery.Contracts.Metrics;
using Orrery.Services.CloudWatch.Rules.Reading;
using Orrery.Services.CloudWatch.Rules.Search;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch;

public sealed class SearchTests
{
    private static readonly MetricId Processor =
        new("AWS/EC2", "CPUUtilization", [new("InstanceId", "i-0abc")]);

    private static readonly MetricId Custom =
        new("My Shop", "SDBFailureCount12", [new("Page", "check-out"), new("Region", "eu west")]);

    // Source: CloudWatch User Guide, "CloudWatch search expression syntax" and "CloudWatch search expression examples".
    [Theory]
    [InlineData("{AWS/EC2,InstanceId} MetricName=\"CPUUtilization\"", true, false)]
    [InlineData("{AWS/EC2} CPUUtilization", true, false)]
    [InlineData("{AWS/EC2}", true, false)]
    [InlineData("{AWS/EC2,InstanceId,Page} CPUUtilization", false, false)]
    [InlineData("{\"My Shop\",Page,Region} SDB", false, true)]
    [InlineData("{\"My Shop\",Region,Page}", false, true)]
    [InlineData("{\"My Shop\",Page}", false, false)]
    [InlineData("utilization", true, false)]
    [InlineData("cpuutilization", true, false)]
    [InlineData("util", false, false)] // a part of a token is no token
    [InlineData("sdb", false, true)]
    [InlineData("Failure", false, true)]
    [InlineData("failurecount", false, true)]
    [InlineData("12", false, true)]
    [InlineData("\"Failure\"", false, false)] // exact
    [InlineData("\"SDBFailureCount12\"", false, true)]
    [InlineData("MetricName=(\"CPUUtilization\" OR sdb)", true, true)]
    [InlineData("CPU OR SDB", true, true)]
    [InlineData("CPU SDB", false, false)]
    [InlineData("CPU AND Utilization", true, false)]
    [InlineData("NOT CPU", false, true)]
    [InlineData("SDB NOT Region=\"eu west\"", false, false)]
    [InlineData("Page=check", false, true)]
    [InlineData("InstanceId=i-0abc", true, false)]
    [InlineData("Namespace=AWS/EC2 CPU", true, false)]
    [InlineData("(CPU OR SDB) west", false, true)]
    [InlineData("CPU OR SDB west", true, true)]
    public void A_search_finds(string search, bool processor, bool custom)
    {
        var query = SearchParser.Parse(search);
        Assert.Equal((processor, custom), (SearchRules.Finds(query, Processor), SearchRules.Finds(query, Custom)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{AWS/EC2")]
    [InlineData("(CPU")]
    [InlineData("\"CPU")]
    [InlineData("CPU OR")]
    [InlineData(":aws.AccountId=444455556666 CPU")]
    public void A_search_is_refused(string search) =>
        Assert.Equal("ValidationError", Rig.Refusal(() => SearchParser.Parse(search)));

    [Fact]
    public void A_search_in_an_expression_gives_a_series_a_metric()
    {
        var rig = Points.Rig();
        foreach (var page in new[] { "cart", "home" })
        {
            rig.Put(new MetricDatum
            {
                MetricName = "Hits", Value = page.Length * 2, Dimensions = [new() { Name = "Page", Value = page }],
            });
        }

        var results = rig.Query(
            Rig.Start, TimeSpan.FromMinutes(5),
            new MetricQuery("e") { Expression = "SEARCH('{Shop,Page} Hits', 'Sum', 60)*2" });
        Assert.Equal(["cart Hits", "home Hits"], results.Select(result => result.Label));
        Assert.All(results, result => Assert.Equal(16, Assert.Single(result.Points).Value));
        rig.Advance(TimeSpan.FromDays(15));
        Assert.Empty(rig.Query(
            Rig.Start, TimeSpan.FromMinutes(5),
            new MetricQuery("e") { Expression = "SEARCH('{Shop,Page}', 'Sum', 3600)" }));
    }
}
