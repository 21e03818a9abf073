namespace Orrery.Tests.Cli;

/// <summary>explain denied, as it is typed and as it answers.</summary>
public sealed class DeniedCommandTests
{
    private const string Denial = """
        {"requestId":"r-1","at":"2026-01-05T00:00:00+00:00","principal":"arn:aws:iam::123456789012:user/ann",
        "operation":"ec2:CreateVpc","account":"123456789012","region":"eu-west-1","message":"no"
        """;

    private const string Why = """
        ,"why":{"code":"EXPLICIT_DENY","text":"Ann may not",
          "because":[{"code":"X","text":"statement Office","because":[]}]},
        "remedies":[{"text":"remove statement Office, then allow it","changes":[
          {"action":"iam:CreatePolicyVersion","subject":"p","arguments":{"RemoveStatement":"Office"}},
          {"action":"iam:PutUserPolicy","subject":"ann","arguments":{"UserName":"ann","PolicyName":"AllowCreateVpc"}}]}]
        """;

    [Fact]
    public async Task A_denial_shows_its_reasons_and_commands_that_can_be_pasted()
    {
        var server = new CannedServer().With("GET /_orrery/explain/denied/r-1", $"{Denial}{Why}}}");
        var typed = await Typed.RunAsync(new Setting { Server = server }, "explain", "denied", "r-1");
        Assert.Equal(("", 0), (typed.Complaints, typed.Code));
        foreach (var part in new[]
        {
            "ec2:CreateVpc", "Ann may not", "statement Office", "remove statement Office, then allow it",
            "aws iam put-user-policy --user-name ann --policy-name AllowCreateVpc",
        })
            Assert.Contains(part, typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("create-policy-version", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_id_the_last_denials_are_listed()
    {
        var server = new CannedServer().With("GET /_orrery/explain/denied", $"[{Denial}}}]");
        var typed = await Typed.RunAsync(new Setting { Server = server }, "explain", "denied");
        Assert.Contains("r-1", typed.Output, StringComparison.Ordinal);
        Assert.Contains("user/ann", typed.Output, StringComparison.Ordinal);
        var none = await Typed.RunAsync(
            new Setting { Server = new CannedServer().With("GET /_orrery/explain/denied", "[]") }, "explain", "denied");
        Assert.Contains("No call was denied", none.Output, StringComparison.Ordinal);
    }
}
