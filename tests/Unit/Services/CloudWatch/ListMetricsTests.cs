using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch;

public sealed class ListMetricsTests
{
    [Fact]
    public void Metrics_are_found_by_namespace_name_and_dimensions()
    {
        var rig = Points.Rig();
        rig.Put(Datum("Hits", ("Page", "cart")), Datum("Hits", ("Page", "home"), ("Lang", "de")), Datum("Errors"));
        Assert.Equal(3, Count(rig, new()));
        Assert.Equal(3, Count(rig, new() { Namespace = "Shop" }));
        Assert.Equal(0, Count(rig, new() { Namespace = "Sho" }));
        Assert.Equal(2, Count(rig, new() { MetricName = "Hits" }));
        Assert.Equal(2, Count(rig, new() { Dimensions = [new() { Name = "Page" }] }));
        Assert.Equal(1, Count(rig, new() { Dimensions = [new() { Name = "Page", Value = "cart" }] }));
        Assert.Equal(1, Count(rig, new() { Dimensions = [new() { Name = "Page" }, new() { Name = "Lang" }] }));
        Assert.Equal("InvalidParameterValue", rig.Refused(new ListMetrics(), new() { IncludeLinkedAccounts = true }));
        Assert.Equal("InvalidParameterValue", rig.Refused(new ListMetrics(), new() { OwningAccount = "1" }));
        Assert.Equal("InvalidParameterValue", rig.Refused(new ListMetrics(), new() { NextToken = "?" }));
    }

    [Fact]
    public void The_order_of_dimensions_does_not_make_another_metric()
    {
        var rig = Points.Rig();
        rig.Put(Datum("Hits", ("a", "1"), ("b", "2")), Datum("Hits", ("b", "2"), ("a", "1")));
        Assert.Equal(1, Count(rig, new()));
    }

    // Source: botocore documentation of ListMetrics: two weeks; RecentlyActive gives up to 50 minutes more.
    [Fact]
    public void A_metric_without_data_is_first_not_active_and_then_not_listed()
    {
        var rig = Points.Rig();
        rig.Put(Datum("Hits"));
        rig.Advance(TimeSpan.FromMinutes(44));
        rig.Put(Datum("Hits"));
        var active = new ListMetricsRequest { RecentlyActive = RecentlyActive.Pt3h };
        rig.Advance(TimeSpan.FromHours(3));
        Assert.Equal(1, Count(rig, active));
        rig.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal((0, 1), (Count(rig, active), Count(rig, new())));
        rig.Advance(TimeSpan.FromDays(14));
        Assert.Equal(0, Count(rig, new()));
        rig.Put(Datum("Hits"));
        Assert.Equal(1, Count(rig, new()));
    }

    [Fact]
    public void Pages_give_every_metric_once()
    {
        var rig = Points.Rig();
        rig.Put([.. Enumerable.Range(0, 1000).Select(i => Datum($"m{i:000}"))]);
        rig.Put(Datum("last"));
        var names = new List<string>();
        for (string? token = ""; token is not null;)
        {
            var page = rig.Run(new ListMetrics(), new ListMetricsRequest { NextToken = token == "" ? null : token });
            names.AddRange(page.Metrics!.Select(metric => metric.MetricName!));
            token = page.NextToken;
        }

        Assert.Equal(1001, names.Distinct().Count());
        Assert.Equal(1001, names.Count);
    }

    [Fact]
    public void Accounts_and_regions_do_not_see_one_another()
    {
        var rig = Points.Rig();
        rig.Put(Datum("Hits"));
        Assert.Equal((0, 0), (Count(rig.In("us-east-1"), new()), Count(rig.In("eu-west-1", "999999999999"), new())));
    }

    private static int Count(Rig rig, ListMetricsRequest request) => rig.Run(new ListMetrics(), request).Metrics!.Count;

    private static MetricDatum Datum(string name, params (string Name, string Value)[] dimensions) => new()
    {
        MetricName = name,
        Value = 1,
        Dimensions = [.. dimensions.Select(each => new Dimension { Name = each.Name, Value = each.Value })],
    };
}
