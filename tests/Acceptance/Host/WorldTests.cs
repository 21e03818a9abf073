using System.Net;
using System.Text;
using Orrery.Testing;

namespace Orrery.Tests.Acceptance.Host;

/// <summary>Forks, files and the ways to name a world, over real HTTP.</summary>
public sealed class WorldTests : IAsyncLifetime
{
    private const string GetToken = "Action=GetSessionToken&Version=2011-06-15";

    private const string Head =
        """{"format":"orrery-world-1","header":{"seed":1,"start":"2026-01-01T00:00:00Z","mode":"Stepped","rate":1},"""
        + """ "from":{"sequence":0,"instant":"2026-01-01T00:00:00Z"},"""
        + """ "to":{"sequence":1,"instant":"2026-01-01T00:00:00Z"}}"""
        + "\n";

    private OrreryHost _orrery = null!;

    public async ValueTask InitializeAsync() => _orrery = await OrreryHost.StartAsync();

    public ValueTask DisposeAsync() => _orrery.DisposeAsync();

    [Fact]
    public async Task A_fork_begins_alike_and_goes_its_own_way()
    {
        await GetTokenAsync();
        await ForkAsync("default", "fork");
        Assert.Equal(0, await DifferencesAsync("default", "fork"));
        await GetTokenAsync(world: "fork");
        Assert.NotEqual(0, await DifferencesAsync("default", "fork"));
        var clock = await SendAsync("POST", "/_world/fork/_orrery/clock/advance", """{"by":"1d"}""");
        Assert.Equal(OrreryHost.DefaultStart.AddDays(1), clock.GetProperty("to").GetDateTimeOffset());
        Assert.Equal(OrreryHost.DefaultStart, (await _orrery.WorldAsync()).Clock.Now);
    }

    [Fact]
    public async Task A_fork_of_the_past_has_nothing_of_what_came_later()
    {
        await ForkAsync("default", "before");
        await _orrery.AdvanceAsync(TimeSpan.FromHours(1));
        await GetTokenAsync();
        await ForkAsync("default", "past", "2026-01-01T00:30:00Z");
        Assert.Equal(0, await DifferencesAsync("before", "past"));
        Assert.NotEqual(0, await DifferencesAsync("default", "past"));
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_and_is_the_same()
    {
        await GetTokenAsync();
        var file = await _orrery.Http.GetByteArrayAsync("/_orrery/worlds/default/export");
        using var response = await _orrery.Http.PutAsync("/_orrery/worlds/copy", new ByteArrayContent(file));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(0, await DifferencesAsync("default", "copy"));
        Assert.Equal(file, await _orrery.Http.GetByteArrayAsync("/_orrery/worlds/copy/export"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("{\"format\":\"orrery-world-1\"}\n")]
    [InlineData(Head + "{")]
    [InlineData(Head + "{}")]
    [InlineData(Head + """{"version":1}""")]
    [InlineData(Head + """{"scope":"nowhere","version":1}""")]
    [InlineData(Head + """{"sequence":1,"changes":[{}]}""")]
    [InlineData(Head + """{"scope":"/","table":"orrery.clock","key":"clock","record":{"mode":"Sideways"}}""")]
    public async Task A_file_that_is_no_export_makes_no_world(string file)
    {
        using var response = await _orrery.Http.PutAsync("/_orrery/worlds/copy", new StringContent(file));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["default"], _orrery.Worlds.List());
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused()
    {
        await ForkAsync("default", "a");
        var refusal = await SendAsync(
            "POST", "/_orrery/worlds/default/fork", """{"as":"a"}""", HttpStatusCode.Conflict);
        Assert.Equal("WorldExists", refusal.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_deleted_world_is_gone_and_the_default_one_cannot_be_deleted()
    {
        await ForkAsync("default", "a");
        await SendAsync("DELETE", "/_orrery/worlds/a", null, HttpStatusCode.NoContent);
        await SendAsync("GET", "/_orrery/worlds/a", null, HttpStatusCode.NotFound);
        await SendAsync("DELETE", "/_orrery/worlds/a", null, HttpStatusCode.NotFound);
        await SendAsync("DELETE", "/_orrery/worlds/default", null, HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("header")]
    [InlineData("path")]
    [InlineData("host")]
    public async Task A_request_reaches_the_world_that_it_names(string how)
    {
        await ForkAsync("default", "march");
        var request = new HttpRequestMessage(HttpMethod.Post, how == "path" ? "/_world/march/" : "/")
        {
            Content = new StringContent(GetToken, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        if (how == "header") request.Headers.Add("x-orrery-world", "march");
        if (how == "host") request.Headers.Host = "march.world.localhost:4566";
        await SignedAsync(request, HttpStatusCode.OK);
        Assert.NotEqual(0, await DifferencesAsync("default", "march"));
        Assert.Equal(1, (await _orrery.WorldAsync()).Current.Sequence);
    }

    [Fact]
    public async Task A_request_for_a_world_that_is_not_there_is_refused_in_its_protocol()
    {
        var text = await SignedAsync(Form("/_world/nope", GetToken), HttpStatusCode.NotFound);
        Assert.Contains("<Code>WorldNotFound</Code>", text);
        Assert.Equal(["default"], _orrery.Worlds.List());
    }

    private static HttpRequestMessage Form(string path, string body) => new(HttpMethod.Post, path)
    {
        Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"),
    };

    private Task GetTokenAsync(string world = "default") =>
        SignedAsync(Form("/_world/" + world, GetToken), HttpStatusCode.OK);

    private async Task<string> SignedAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        Requests.Sign(request, "sts");
        using var response = await _orrery.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode} {text}");
        return text;
    }

    private Task ForkAsync(string world, string fork, string? at = null) =>
        SendAsync(
            "POST", $"/_orrery/worlds/{world}/fork",
            at is null ? $$"""{"as":"{{fork}}"}""" : $$"""{"as":"{{fork}}","at":"{{at}}"}""", HttpStatusCode.Created);

    private async Task<int> DifferencesAsync(string left, string right) =>
        (await SendAsync("GET", $"/_orrery/worlds/{left}/diff/{right}", null)).GetProperty("entries").GetArrayLength();

    private Task<System.Text.Json.JsonElement> SendAsync(
        string method, string path, string? body, HttpStatusCode expected = HttpStatusCode.OK) =>
        Admin.SendAsync(_orrery, method, path, body, expected);
}
