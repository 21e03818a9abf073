using System.Net;
using System.Text.Json;
using Orrery.Testing;

namespace Orrery.Tests.Acceptance.Host;

/// <summary>The admin API over real HTTP.</summary>
public sealed class AdminApiTests : IAsyncLifetime
{
    private OrreryHost _orrery = null!;

    public async ValueTask InitializeAsync() => _orrery = await OrreryHost.StartAsync();

    public ValueTask DisposeAsync() => _orrery.DisposeAsync();

    [Fact]
    public async Task Health_tells_how_it_runs()
    {
        var health = await GetAsync("/_orrery/health");
        Assert.Equal("running", health.GetProperty("status").GetString());
        Assert.Equal("default", health.GetProperty("world").GetString());
        Assert.Equal("memory", health.GetProperty("store").GetString());
        Assert.Equal(_orrery.Endpoint.ToString().TrimEnd('/'), health.GetProperty("endpoint").GetString());
    }

    [Fact]
    public async Task Tools_made_for_LocalStack_find_what_they_wait_for()
    {
        var health = await GetAsync("/_localstack/health");
        Assert.All(health.GetProperty("services").EnumerateObject(), service =>
            Assert.Equal("running", service.Value.GetString()));
        Assert.Equal("running", health.GetProperty("services").GetProperty("sts").GetString());
        Assert.True((await GetAsync("/_localstack/info")).TryGetProperty("version", out _));
    }

    [Fact]
    public async Task A_stepped_clock_moves_when_told_and_only_then()
    {
        Assert.Equal(OrreryHost.DefaultStart, Now(await GetAsync("/_orrery/clock")));
        await SendAsync("POST", "/_orrery/clock/advance", """{"by":"30d"}""");
        Assert.Equal(OrreryHost.DefaultStart.AddDays(30), Now(await GetAsync("/_orrery/clock")));
        await SendAsync("POST", "/_orrery/clock/set", """{"now":"2026-06-01T00:00:00Z"}""");
        Assert.Equal(new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), Now(await GetAsync("/_orrery/clock")));
    }

    [Fact]
    public async Task A_clock_can_be_set_running_and_stopped()
    {
        var running = await SendAsync("POST", "/_orrery/clock/rate", """{"rate":3600}""");
        Assert.Equal("live", running.GetProperty("mode").GetString());
        Assert.Equal(3600, running.GetProperty("rate").GetDouble());
        var stopped = await SendAsync("POST", "/_orrery/clock/mode", """{"mode":"stepped"}""");
        Assert.Equal("stepped", stopped.GetProperty("mode").GetString());
    }

    [Fact]
    public async Task A_load_may_bring_the_trace_of_weeks_and_nothing_else_is_that_long()
    {
        var lines = string.Join(
            "\\n", Enumerable.Range(0, 60 * 24 * 28).Select(minute => $"{minute * 60},{minute % 700}"));
        var trace = $$$"""
            {"loads":[{"name":"weeks","targets":[{"tag":"app=shop"}],"cost":{"cpuSeconds":0.01},
            "rate":{"kind":"trace","csv":"{{{lines}}}"}}]}
            """;
        var applied = await SendAsync("PUT", "/_orrery/loads", trace);
        Assert.Equal("weeks", applied[0].GetProperty("load").GetProperty("name").GetString());
        using var refused = await _orrery.Http.PostAsync(
            "/_orrery/clock/advance", new StringContent(trace), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    [Theory]
    [InlineData("/_orrery/clock/advance", "{}", "MissingParameter")]
    [InlineData("/_orrery/clock/advance", """{"by":"soon"}""", "InvalidDuration")]
    [InlineData("/_orrery/clock/advance", """{"by":"1d","to":"2027-01-01T00:00:00Z"}""", "MissingParameter")]
    [InlineData("/_orrery/clock/advance", """{"by":"500000w"}""", "InvalidDuration")]
    [InlineData("/_orrery/clock/advance", """{"bye":"1d"}""", "MalformedJson")]
    [InlineData("/_orrery/clock/advance", """{"by":""", "MalformedJson")]
    [InlineData("/_orrery/clock/advance", "null", "MalformedJson")]
    [InlineData("/_orrery/clock/set", """{"now":"2020-01-01T00:00:00Z"}""", "InstantIsPast")]
    [InlineData("/_orrery/clock/set", """{"now":"tomorrow"}""", "MalformedJson")]
    [InlineData("/_orrery/clock/rate", """{"rate":-1}""", "InvalidRate")]
    [InlineData("/_orrery/clock/rate", """{"rate":0}""", "InvalidRate")]
    [InlineData("/_orrery/clock/mode", """{"mode":"wild"}""", "InvalidMode")]
    [InlineData("/_orrery/worlds/default/fork", "{}", "InvalidWorldName")]
    [InlineData("/_orrery/worlds/default/fork", """{"as":"../../etc/passwd"}""", "InvalidWorldName")]
    [InlineData("/_orrery/worlds/default/fork", """{"as":"x","at":"2999-01-01T00:00:00Z"}""", "InstantIsFuture")]
    public async Task What_cannot_be_done_is_refused_with_a_code_and_a_sentence(string path, string body, string code)
    {
        var before = (await _orrery.WorldAsync()).Current.Sequence;
        var refusal = await SendAsync("POST", path, body, HttpStatusCode.BadRequest);
        Assert.Equal(code, refusal.GetProperty("code").GetString());
        Assert.NotEmpty(refusal.GetProperty("message").GetString()!);
        Assert.Equal(before, (await _orrery.WorldAsync()).Current.Sequence);
    }

    [Theory]
    [InlineData("GET", "/_orrery/nothing")]
    [InlineData("GET", "/_orrery/")]
    [InlineData("DELETE", "/_orrery/health")]
    [InlineData("GET", "/_orrery/reset")]
    [InlineData("GET", "/_localstack/nothing")]
    public async Task An_unknown_address_is_not_found(string method, string path) =>
        Assert.Equal(
            "NoSuchAddress",
                (await SendAsync(method, path, null, HttpStatusCode.NotFound)).GetProperty("code").GetString());

    [Fact]
    public async Task Head_is_answered_like_get_without_the_body()
    {
        using var response = await _orrery.Http.SendAsync(new(HttpMethod.Head, "/_orrery/clock"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 0);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "rebound.evil.example")]
    public async Task Pages_of_others_cannot_touch_the_admin_API(string header, string value)
    {
        var before = await _orrery.WorldAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/_orrery/reset");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await _orrery.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Same(before, await _orrery.WorldAsync());
    }

    [Fact]
    public async Task Reset_gives_an_empty_world_with_the_same_seed_and_beginning()
    {
        await _orrery.AdvanceAsync(TimeSpan.FromDays(1));
        await SendAsync("POST", "/_orrery/reset", null);
        var world = await _orrery.WorldAsync();
        Assert.Equal(1, world.Seed);
        Assert.Equal(OrreryHost.DefaultStart, world.Clock.Now);
    }

    [Fact]
    public async Task Coverage_lists_served_and_refused_operations()
    {
        var sts = Assert.Single((await GetAsync("/_orrery/coverage?service=sts")).EnumerateArray());
        Assert.Contains("GetCallerIdentity", sts.GetProperty("served").EnumerateArray().Select(name =>
            name.GetString()));
        Assert.True((await GetAsync("/_orrery/coverage")).GetArrayLength() > 30);
    }

    private static DateTimeOffset Now(JsonElement clock) => clock.GetProperty("now").GetDateTimeOffset();

    private Task<JsonElement> GetAsync(string path) => SendAsync("GET", path, null);

    private Task<JsonElement> SendAsync(
        string method, string path, string? body, HttpStatusCode expected = HttpStatusCode.OK) =>
        Admin.SendAsync(_orrery, method, path, body, expected);
}
