using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Orrery.Testing;

namespace Orrery.Tests.Acceptance.Host;

/// <summary>Questions about networks that were built through EC2's API.</summary>
public sealed class TraceTests : IAsyncLifetime
{
    private OrreryHost _orrery = null!;

    public async ValueTask InitializeAsync() => _orrery = await OrreryHost.StartAsync();

    public ValueTask DisposeAsync() => _orrery.DisposeAsync();

    [Fact]
    public async Task Two_interfaces_of_a_subnet_reach_one_another_within_their_group()
    {
        var (vpc, subnet, _) = await NetworkAsync("10.0.0.0/16");
        var (one, other) = (await InterfaceAsync(subnet), await InterfaceAsync(subnet));
        var trace = await AskAsync($"/_orrery/trace?source={one}&destination={other}&port=443");
        Assert.True(trace.GetProperty("reachable").GetBoolean());
        Assert.NotEqual(0, trace.GetProperty("forward").GetArrayLength());
        Assert.NotEqual(0, trace.GetProperty("return").GetArrayLength());
        Assert.NotEmpty(vpc);
    }

    [Fact]
    public async Task The_internet_does_not_reach_an_interface_and_the_answer_says_why_and_what_would_help()
    {
        var (_, subnet, _) = await NetworkAsync("10.0.0.0/16");
        var target = await InterfaceAsync(subnet);
        var trace = await AskAsync($"/_orrery/trace?source=internet&destination={target}&port=443&remedies=true");
        Assert.False(trace.GetProperty("reachable").GetBoolean());
        Assert.NotEmpty(trace.GetProperty("why").GetProperty("text").GetString()!);
        Assert.NotEmpty(trace.GetProperty("why").GetProperty("code").GetString()!);
    }

    [Fact]
    public async Task A_pending_peering_and_a_blackhole_explain_themselves()
    {
        var (vpc, _, table) = await NetworkAsync("10.0.0.0/16");
        var (peer, _, _) = await NetworkAsync("10.1.0.0/16");
        var peering = await IdAsync("pcx", $"Action=CreateVpcPeeringConnection&VpcId={vpc}&PeerVpcId={peer}");
        var pending = await AskAsync($"/_orrery/explain/{peering}");
        Assert.False(pending.GetProperty("isGood").GetBoolean());
        Assert.Equal(
            "ec2:AcceptVpcPeeringConnection",
            pending.GetProperty("remedies")[0].GetProperty("changes")[0].GetProperty("action").GetString());

        await SendAsync($"Action=AcceptVpcPeeringConnection&VpcPeeringConnectionId={peering}");
        Assert.True((await AskAsync($"/_orrery/explain/{peering}")).GetProperty("isGood").GetBoolean());
        await SendAsync(
            $"Action=CreateRoute&RouteTableId={table}&DestinationCidrBlock=10.1.0.0/16"
            + $"&VpcPeeringConnectionId={peering}");
        await SendAsync($"Action=DeleteVpcPeeringConnection&VpcPeeringConnectionId={peering}");
        var blackhole = await AskAsync($"/_orrery/explain/{table}");
        Assert.False(blackhole.GetProperty("isGood").GetBoolean());
        Assert.Contains("blackhole", blackhole.GetProperty("why").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("/_orrery/trace")]
    [InlineData("/_orrery/trace?source=eni-1")]
    [InlineData("/_orrery/trace?source=a&destination=b&port=http")]
    [InlineData("/_orrery/trace?source=a&destination=b&port=70000")]
    [InlineData("/_orrery/trace?source=a&destination=b&protocol=carrier-pigeon")]
    [InlineData("/_orrery/trace?source=a&destination=b&account=1")]
    [InlineData("/_orrery/explain/nothing")]
    [InlineData("/_orrery/explain/rtb-00000000000000000")]
    public async Task A_question_that_makes_no_sense_is_refused(string path)
    {
        using var response = await _orrery.Http.GetAsync(path);
        Assert.InRange((int)response.StatusCode, 400, 404);
        var refusal = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.NotEmpty(refusal.GetProperty("code").GetString()!);
    }

    private static readonly Regex RouteTables = new("<routeTableId>(rtb-[0-9a-f]+)");

    private async Task<(string Vpc, string Subnet, string RouteTable)> NetworkAsync(string block)
    {
        var vpc = await IdAsync("vpc", $"Action=CreateVpc&CidrBlock={block}");
        var subnet =
            await IdAsync("subnet", $"Action=CreateSubnet&VpcId={vpc}&CidrBlock={block.Replace("/16", "/24")}");
        var tables = await SendAsync($"Action=DescribeRouteTables&Filter.1.Name=vpc-id&Filter.1.Value.1={vpc}");
        return (vpc, subnet, RouteTables.Match(tables).Groups[1].Value);
    }

    private Task<string> InterfaceAsync(string subnet) =>
        IdAsync("eni", $"Action=CreateNetworkInterface&SubnetId={subnet}");

    private async Task<string> IdAsync(string prefix, string form) =>
        Regex.Match(await SendAsync(form), $">({prefix}-[0-9a-f]{{17}})<").Groups[1].Value;

    private async Task<string> SendAsync(string form)
    {
        using var response = await _orrery.Http.SendAsync(Requests.Form("ec2", form + "&Version=2016-11-15"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return text;
    }

    private Task<JsonElement> AskAsync(string path) => Admin.SendAsync(_orrery, "GET", path, null);
}
