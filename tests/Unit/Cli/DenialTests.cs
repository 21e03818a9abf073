using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Iam.Operations.AccessKeys;
using Orrery.Services.Iam.Operations.UserPolicies;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Testing;
using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Cli;

/// <summary>A real call that is denied, and what <c>orrery explain denied</c> makes of it.</summary>
public sealed class DenialTests : IAsyncLifetime
{
    private const string Office = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*" },
            {
              "Sid": "OfficeOnly",
              "Effect": "Deny",
              "Action": "*",
              "Resource": "*",
              "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }
            }
          ]
        }
        """;

    private OrreryHost _orrery = null!;

    public async ValueTask InitializeAsync() => _orrery = await OrreryHost.StartAsync();

    public ValueTask DisposeAsync() => _orrery.DisposeAsync();

    [Fact]
    public async Task A_denial_names_policy_sid_and_line_and_what_would_lift_it()
    {
        var ann = await UserAsync(Office);
        var id = await DeniedAsync(ann, "Action=DescribeVpcs&Version=2016-11-15");
        var text = Squeezed(await ExplainAsync(id));
        foreach (var part in new[]
        {
            "ec2:DescribeVpcs", "user/ann", "explicit deny in an identity-based policy", "remove statement OfficeOnly",
            "statement OfficeOnly, line 5, of arn:aws:iam::123456789012:user/ann#own",
        })
            Assert.Contains(Squeezed(part), text, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(await ExplainAsync(id, "--json"));
        Assert.Equal("EXPLICIT_DENY", json.RootElement.GetProperty("why").GetProperty("code").GetString());
        var changes = json.RootElement.GetProperty("remedies")[0].GetProperty("changes");
        Assert.Equal("iam:PutUserPolicy", changes[0].GetProperty("action").GetString());
    }

    [Fact]
    public async Task What_nothing_allows_is_told_with_the_smallest_statement_that_would_and_that_one_does()
    {
        var ann = await UserAsync("""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:DescribeSubnets","Resource":"*"}}
            """);
        const string Query = "Action=DescribeVpcs&Version=2016-11-15";
        var id = await DeniedAsync(ann, Query);
        Assert.Contains(
            Squeezed("no identity-based policy allows the ec2:DescribeVpcs action"), Squeezed(await ExplainAsync(id)));
        using var json = JsonDocument.Parse(await ExplainAsync(id, "--json"));
        Assert.Equal("IMPLICIT_DENY", json.RootElement.GetProperty("why").GetProperty("code").GetString());
        var change = Assert.Single(json.RootElement.GetProperty("remedies")[0].GetProperty("changes").EnumerateArray());
        Assert.Equal("iam:PutUserPolicy", change.GetProperty("action").GetString());
        var document = change.GetProperty("arguments").GetProperty("PolicyDocument").GetString()!;
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:DescribeVpcs","Resource":"*"}]}""",
            document);
        await DoAsync(call => new PutUserPolicy().Run(
            new() { UserName = "ann", PolicyName = "more", PolicyDocument = document }, call));
        using var answer = await GetAsync(ann, Query);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_request_that_was_not_denied_is_not_known()
    {
        var typed = await Typed.RunAsync(Setting(), "explain", "denied", "nobody-asked", "--endpoint", Endpoint);
        Assert.NotEqual(0, typed.Code);
        Assert.Contains("nobody-asked", typed.Complaints, StringComparison.Ordinal);
    }

    // Without the breaks of lines and what draws the tree.
    private static string Squeezed(string text) =>
        string.Concat(text.Where(static c => !char.IsWhiteSpace(c) && c < '\u2500'));

    private string Endpoint => _orrery.Endpoint.ToString();

    private static Setting Setting() => new() { Server = new SocketsHttpHandler { UseProxy = false } };

    private async Task<string> ExplainAsync(string id, params string[] more)
    {
        var typed = await Typed.RunAsync(Setting(), ["explain", "denied", id, "--endpoint", Endpoint, .. more]);
        Assert.Equal(("", 0), (typed.Complaints, typed.Code));
        return typed.Output;
    }

    private async Task<SigningCredential> UserAsync(string policy)
    {
        await DoAsync(call => new CreateUser().Run(new() { UserName = "ann" }, call));
        await DoAsync(call => new PutUserPolicy().Run(
            new() { UserName = "ann", PolicyName = "own", PolicyDocument = policy }, call));
        var key = await DoAsync(call => new CreateAccessKey().Run(new() { UserName = "ann" }, call).AccessKey!);
        return new(key.AccessKeyId!, key.SecretAccessKey!);
    }

    private async Task<T> DoAsync<T>(Func<Call, T> body)
    {
        const string Account = "123456789012";
        var world = await _orrery.WorldAsync();
        return await world.ExecuteAsync(
            new(new Scope(Account, "eu-west-1"), Caller.Root(Account), "test:Test", "request"), body);
    }

    private async Task<string> DeniedAsync(SigningCredential who, string query)
    {
        using var answer = await GetAsync(who, query);
        Assert.Equal(403, (int)answer.StatusCode);
        return answer.Headers.GetValues("x-amzn-RequestId").Single();
    }

    private async Task<HttpResponseMessage> GetAsync(SigningCredential who, string query)
    {
        var plain = WireRequests.Of($"GET /?{query}", [$"Host: {_orrery.Endpoint.Authority}"]);
        var signed = new TestSigner(who, "ec2", TimeProvider.System.GetUtcNow()).Presign(plain, 60);
        return await _orrery.Http.GetAsync($"/?{signed.RawQuery}");
    }
}
