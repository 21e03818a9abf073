using System.Text.Json;

namespace Orrery.Tests.Cli;

public sealed class EnvCommandTests
{
    [Fact]
    public async Task Bash_gets_exports_and_hears_what_the_aws_CLI_version_1_ignores()
    {
        var typed = await Typed.RunAsync("env", "--shell", "bash");
        Assert.Equal(
            """
            export AWS_ENDPOINT_URL=http://localhost:4566
            export AWS_ACCESS_KEY_ID=test
            export AWS_SECRET_ACCESS_KEY=test
            export AWS_REGION=us-east-1
            export AWS_DEFAULT_REGION=us-east-1
            unset AWS_SESSION_TOKEN AWS_PROFILE

            # The aws CLI version 1 ignores AWS_ENDPOINT_URL for rds, sqs, emr, docdb, neptune, health in most regions.
            # For these say --endpoint-url "$AWS_ENDPOINT_URL", or let a shell function say it:
            #   orrery env --shell bash --wrapper
            # To use all this: eval "$(orrery env --shell bash)"

            """,
            typed.Output);
    }

    [Theory]
    [InlineData("bash", "aws() { command aws --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"; }")]
    [InlineData("fish", "function aws; command aws --endpoint-url $AWS_ENDPOINT_URL $argv; end;")]
    [InlineData("pwsh", "--endpoint-url $env:AWS_ENDPOINT_URL @args };")]
    public async Task The_wrapper_is_a_function_of_the_shell(string shell, string function) =>
        Assert.Contains(function, (await Typed.RunAsync("env", "--shell", shell, "--wrapper")).Output);

    [Theory]
    [InlineData("/usr/bin/fish", "set -gx AWS_REGION us-east-1;")]
    [InlineData("/bin/zsh", "export AWS_REGION=us-east-1")]
    [InlineData(null, "export AWS_REGION=us-east-1")]
    public async Task The_shell_is_guessed(string? shell, string line)
    {
        var setting = new Setting { Variables = { ["SHELL"] = shell } };
        Assert.Contains(line, (await Typed.RunAsync(setting, "env")).Output);
    }

    [Fact]
    public async Task A_world_an_account_and_a_region_can_be_chosen()
    {
        var typed = await Typed.RunAsync(
            "env", "--world", "march", "--account", "111122223333", "--region", "eu-west-1", "--json");
        var json = JsonDocument.Parse(typed.Output).RootElement;
        Assert.Equal("http://localhost:4566/_world/march", json.GetProperty("AWS_ENDPOINT_URL").GetString());
        Assert.Equal("111122223333", json.GetProperty("AWS_ACCESS_KEY_ID").GetString());
        Assert.Equal("eu-west-1", json.GetProperty("AWS_DEFAULT_REGION").GetString());
    }

    [Fact]
    public async Task What_is_no_account_is_refused() =>
        Assert.Equal(2, (await Typed.RunAsync("env", "--account", "1")).Code);

    [Fact]
    public async Task What_a_shell_would_interpret_is_quoted() =>
        Assert.Contains(
            "export AWS_REGION='$(rm -rf /)'",
                (await Typed.RunAsync("env", "--shell", "bash", "--region", "$(rm -rf /)")).Output);
}
