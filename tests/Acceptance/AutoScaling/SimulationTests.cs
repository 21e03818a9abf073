using System.Net.Http.Json;
using System.Text.Json;
using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;

namespace Orrery.Tests.Acceptance.AutoScaling;

/// <summary>What would become of a group, and why it is as it is, over real HTTP.</summary>
public sealed class SimulationTests
{
    private const string Plan = """
        {"groups":["web"],"for":"6h","every":"5m","failZone":"us-east-1a","failAfter":"3h","failFor":"1h",
        "loads":[{"name":"x","rate":{"kind":"constant","value":300},"cost":{"cpuSeconds":0.01}}]}
        """;

    [Fact]
    public async Task A_simulation_scales_the_fork_and_leaves_the_world_as_it_was_to_the_byte()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        await MakeAsync(new Aws(orrery));
        var stop = TestContext.Current.CancellationToken;
        var before = await orrery.Http.GetByteArrayAsync("/_orrery/worlds/default/export", stop);

        var first = await SimulateAsync(orrery, stop);
        var second = await SimulateAsync(orrery, stop);

        Assert.Equal(before, await orrery.Http.GetByteArrayAsync("/_orrery/worlds/default/export", stop));
        Assert.Equal(first.GetRawText(), second.GetRawText());
        var worlds = await orrery.Http.GetFromJsonAsync<JsonElement>("/_orrery/worlds", stop);
        Assert.Equal(1, worlds.GetArrayLength());
        var group = first.GetProperty("groups")[0];
        Assert.Equal(72, group.GetProperty("points").GetArrayLength());
        Assert.True(group.GetProperty("total").GetProperty("most").GetInt32() > 2, first.GetRawText());
        Assert.True(group.GetProperty("total").GetProperty("cost").GetDecimal() > 0.5m, first.GetRawText());
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_refused_and_leaves_no_fork()
    {
        await using var orrery = await OrreryHost.StartAsync();
        var stop = TestContext.Current.CancellationToken;
        string[] bodies = ["{}", Plan, """{"groups":["a","a"],"for":"1d"}""", """{"groups":["a"],"for":"x"}"""];
        foreach (var body in bodies)
        {
            using var response = await orrery.Http.PostAsync("/_orrery/simulate/asg", new StringContent(body), stop);
            Assert.True((int)response.StatusCode is >= 400 and < 500, body);
        }

        var worlds = await orrery.Http.GetFromJsonAsync<JsonElement>("/_orrery/worlds", stop);
        Assert.Equal(1, worlds.GetArrayLength());
    }

    [Fact]
    public async Task A_group_is_explained_as_it_is_and_as_it_was()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        await MakeAsync(aws);
        var stop = TestContext.Current.CancellationToken;
        await orrery.AdvanceAsync(TimeSpan.FromHours(1));
        await aws.RunAsync("autoscaling set-desired-capacity --auto-scaling-group-name web --desired-capacity 5");
        var now = await ExplainAsync("");
        Assert.Equal(5, now.GetProperty("size").GetProperty("inService").GetInt32());
        Assert.Contains("user request explicitly set", now.GetProperty("why").GetRawText());
        var then = await ExplainAsync("?at=2026-01-01T00:30:00Z");
        Assert.Equal(2, then.GetProperty("size").GetProperty("inService").GetInt32());

        async Task<JsonElement> ExplainAsync(string query) =>
            await orrery.Http.GetFromJsonAsync<JsonElement>($"/_orrery/explain/asg/web{query}", stop);
    }

    [Fact]
    public async Task A_lost_zone_is_seen_by_the_cli_and_mends_by_itself()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        await MakeAsync(aws);
        using var response = await orrery.Http.PostAsync(
            "/_orrery/zones/us-east-1a/fail", new StringContent("""{"for":"2h"}"""),
            TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        await orrery.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("impaired", await StateAsync());
        Assert.Equal("InsufficientInstanceCapacity", await aws.RefusedAsync(
            "ec2 run-instances --image-id ami-0123456789abcdef0 --instance-type m5.large "
                + "--placement AvailabilityZone=us-east-1a"));
        await orrery.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal("available", await StateAsync());

        async Task<string?> StateAsync() =>
            (await aws.RunAsync("ec2 describe-availability-zones --zone-names us-east-1a"))
                .GetProperty("AvailabilityZones")[0].GetProperty("State").GetString();
    }

    private static async Task MakeAsync(Aws aws)
    {
        await aws.RunAsync(
            "ec2 create-launch-template --launch-template-name web --launch-template-data "
                + "ImageId=ami-0123456789abcdef0,InstanceType=m5.large");
        await aws.RunAsync(
            "autoscaling create-auto-scaling-group --auto-scaling-group-name web --min-size 2 --max-size 8 "
                + "--launch-template LaunchTemplateName=web,Version=$Latest "
                + "--availability-zones us-east-1a us-east-1b");
        await aws.RunAsync(
            "autoscaling put-scaling-policy --auto-scaling-group-name web --policy-name cpu "
                + "--policy-type TargetTrackingScaling --target-tracking-configuration "
                + "TargetValue=50,PredefinedMetricSpecification={PredefinedMetricType=ASGAverageCPUUtilization}");
    }

    private static async Task<JsonElement> SimulateAsync(OrreryHost orrery, CancellationToken stop)
    {
        using var response = await orrery.Http.PostAsync("/_orrery/simulate/asg", new StringContent(Plan), stop);
        var text = await response.Content.ReadAsStringAsync(stop);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
