using Orrery.Services.CloudWatch.Operations.Dashboards;
using Orrery.Services.CloudWatch.Operations.Tags;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch;

public sealed class DashboardTests
{
    private const string Body = """
        {"widgets":[{"type":"text","x":0,"y":0,"width":6,"height":3,"properties":{"markdown":"# hello"}}]}
        """;

    private const string Arn = "arn:aws:cloudwatch::123456789012:dashboard/main";

    [Fact]
    public void A_dashboard_is_of_the_account_and_comes_back_as_it_was_put()
    {
        var rig = Points.Rig();
        var put = rig.Run(new PutDashboard(), Put(Body));
        Assert.Empty(put.DashboardValidationMessages!);
        var got = rig.In("us-east-1").Run(new GetDashboard(), new GetDashboardRequest { DashboardName = "main" });
        Assert.Equal((Body, Arn), (got.DashboardBody, got.DashboardArn));
        var entry = Assert.Single(rig.Run(new ListDashboards(), new()).DashboardEntries!);
        Assert.Equal((Body.Length, Rig.Start), (entry.Size, entry.LastModified));
        var others = new ListDashboardsRequest { DashboardNamePrefix = "x" };
        Assert.Empty(rig.Run(new ListDashboards(), others).DashboardEntries!);
        rig.Run(new DeleteDashboards(), new DeleteDashboardsRequest { DashboardNames = ["main"] });
        Assert.Equal("ResourceNotFound", rig.Refused(new GetDashboard(), new() { DashboardName = "main" }));
        Assert.Equal("ResourceNotFound", rig.Refused(new DeleteDashboards(), new() { DashboardNames = ["main"] }));
    }

    // Source: CloudWatch API Reference, "Dashboard body structure and syntax".
    [Theory]
    [InlineData("nonsense", "not JSON")]
    [InlineData("[]", "Should be object")]
    [InlineData("{}", "'widgets'")]
    [InlineData("""{"widgets":[{"properties":{}}]}""", "/widgets/0: Should have required property 'type'")]
    [InlineData("""{"widgets":[{"type":"clock","properties":{}}]}""", "/widgets/0/type")]
    [InlineData("""{"widgets":[{"type":"text","properties":{}}]}""", "'markdown'")]
    [InlineData("""{"widgets":[{"type":"text","x":24,"properties":{"markdown":""}}]}""", "/x: Should be <= 23")]
    [InlineData("""{"widgets":[{"type":"metric","properties":{"metrics":[["a","b"]]}}]}""", "'region'")]
    [InlineData("""{"widgets":[{"type":"metric","properties":{"region":"eu-west-1","metrics":[3]}}]}""", "/metrics/0")]
    public void A_body_is_refused_with_what_is_wrong(string body, string expected)
    {
        var rig = Points.Rig();
        var refusal = Assert.Throws<Orrery.Core.ServiceException>(() => rig.Run(new PutDashboard(), Put(body)));
        Assert.Equal("InvalidParameterInput", refusal.Code);
        Assert.Contains(expected, refusal.Message);
        Assert.Empty(rig.Run(new ListDashboards(), new()).DashboardEntries!);
    }

    [Fact]
    public void What_a_body_has_besides_is_warned_of_and_kept()
    {
        var rig = Points.Rig();
        var put = rig.Run(new PutDashboard(), Put("""{"widgets":[],"colour":"blue"}"""));
        Assert.Equal("/colour", Assert.Single(put.DashboardValidationMessages!).DataPath);
        Assert.Single(rig.Run(new ListDashboards(), new()).DashboardEntries!);
    }

    [Fact]
    public void Tags_come_with_the_dashboard_and_go_with_it()
    {
        var rig = Points.Rig();
        var list = new ListTagsForResourceRequest { ResourceARN = Arn };
        Assert.Equal("ResourceNotFoundException", rig.Refused(new ListTagsForResource(), list));
        rig.Run(new PutDashboard(), Put(Body) with { Tags = [new() { Key = "a", Value = "1" }] });
        Tag[] more = [new() { Key = "b", Value = "2" }];
        rig.Run(new TagResource(), new TagResourceRequest { ResourceARN = Arn, Tags = more });
        rig.Run(new UntagResource(), new UntagResourceRequest { ResourceARN = Arn, TagKeys = ["a", "c"] });
        var tag = Assert.Single(rig.Run(new ListTagsForResource(), list).Tags!);
        Assert.Equal(("b", "2"), (tag.Key, tag.Value));
        Tag[] reserved = [new() { Key = "aws:x", Value = "" }];
        Tag[] many = [.. Enumerable.Range(0, 50).Select(i => new Tag { Key = $"k{i}", Value = "" })];
        foreach (var tags in new[] { reserved, many })
        {
            var request = new TagResourceRequest { ResourceARN = Arn, Tags = tags };
            Assert.Equal("InvalidParameterValue", rig.Refused(new TagResource(), request));
        }

        rig.Run(new DeleteDashboards(), new DeleteDashboardsRequest { DashboardNames = ["main"] });
        rig.Run(new PutDashboard(), Put(Body));
        Assert.Empty(rig.Run(new ListTagsForResource(), list).Tags!);
    }

    private static PutDashboardRequest Put(string body) => new() { DashboardName = "main", DashboardBody = body };
}
