using System.Text.Json;
using Orrery.Host;
using Orrery.Testing;

namespace Orrery.Tests.Acceptance.Host;

/// <summary>What the log of a running Orrery tells, and what it must not.</summary>
public sealed class RequestLogTests
{
    [Fact]
    public async Task A_request_is_one_line_with_operation_principal_status_and_duration()
    {
        await using var orrery = await OrreryHost.StartAsync();
        using var response = await orrery.Http.SendAsync(Requests.WhoAmI());
        var id = response.Headers.GetValues("x-amzn-RequestId").Single();
        var line = Assert.Single(Lines(await orrery.EndAsync()));
        Assert.Equal("sts:GetCallerIdentity", line.GetProperty("operation").GetString());
        Assert.Equal("arn:aws:iam::123456789012:root", line.GetProperty("principal").GetString());
        Assert.Equal("us-east-1", line.GetProperty("region").GetString());
        Assert.Equal(200, line.GetProperty("status").GetInt32());
        Assert.Equal(id, line.GetProperty("requestId").GetString());
        Assert.True(line.GetProperty("milliseconds").GetDouble() >= 0);
    }

    [Fact]
    public async Task A_refusal_is_logged_with_its_code()
    {
        await using var orrery = await OrreryHost.StartAsync();
        using var response = await orrery.Http.SendAsync(
            Requests.Form("sts", "Action=GetDelegatedAccessToken&Version=2011-06-15"));
        var line = Assert.Single(Lines(await orrery.EndAsync()));
        Assert.Equal("UnsupportedOperation", line.GetProperty("errorCode").GetString());
        Assert.Equal("sts:GetDelegatedAccessToken", line.GetProperty("operation").GetString());
    }

    [Fact]
    public async Task Nothing_secret_is_in_the_log()
    {
        await using var orrery = await OrreryHost.StartAsync();
        var request = Requests.Form("sts", "Action=GetCallerIdentity&Version=2011-06-15&Hidden=body-secret");
        request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", "token-secret");
        request.RequestUri = new("/?X-Hidden=query-secret", UriKind.Relative);
        using var response = await orrery.Http.SendAsync(request);
        var log = await orrery.EndAsync();
        Assert.NotEmpty(log);
        Assert.DoesNotContain("secret", log);
        Assert.DoesNotContain(new string('0', 64), log);
    }

    [Fact]
    public async Task Quiet_logs_no_requests()
    {
        await using var orrery = await OrreryHost.StartAsync(options => options with { Log = LogFormat.Quiet });
        using var response = await orrery.Http.SendAsync(Requests.WhoAmI());
        Assert.Empty(await orrery.EndAsync());
    }

    private static IEnumerable<JsonElement> Lines(string log) =>
        log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
}
