namespace Orrery.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_names_every_command_and_gives_examples()
    {
        var help = await Typed.RunAsync("--help");
        Assert.Equal(0, help.Code);
        string[] verbs =
        [
            "up", "env", "doctor", "clock", "world", "reset", "trace", "explain", "coverage", "lab", "quotas", "onprem",
            "issuer", "send", "topology", "flow-logs", "outbox", "chart", "capacity", "spot",
            "load", "top",
        ];
        foreach (var name in verbs)
            Assert.Matches($@"\n  {name}\b", help.Output);
        Assert.Contains("eval \"$(orrery env)\"", help.Output);
    }

    [Theory]
    [InlineData("up", "--help")]
    [InlineData("env", "--help")]
    [InlineData("clock", "advance", "--help")]
    [InlineData("world", "fork", "--help")]
    [InlineData("trace", "--help")]
    public async Task Help_of_a_command_ends_with_examples(params string[] arguments) =>
        Assert.Contains("Examples:\n", (await Typed.RunAsync(arguments)).Output);

    [Theory]
    [InlineData("load", "apply", "--help")]
    [InlineData("clock", "advance", "-h")]
    [InlineData("world", "export", "--help")]
    [InlineData("simulate", "asg", "--help")]
    public async Task Help_that_was_asked_for_needs_no_arguments_and_is_no_failure(params string[] arguments)
    {
        var typed = await Typed.RunAsync(arguments);
        Assert.Equal(("", 0), (typed.Complaints, typed.Code));
        Assert.Contains("Usage:", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_tells_the_tag_without_which_no_process_is_run() =>
        Assert.Contains(
            "orrery:body=process", (await Typed.RunAsync("up", "--help")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("clok")]
    [InlineData("clock", "advanc")]
    [InlineData("up", "--delays", "sometimes")]
    [InlineData("trace", "only-one-end")]
    public async Task A_wrong_command_line_ends_with_2_and_says_where_help_is(params string[] arguments)
    {
        var typed = await Typed.RunAsync(arguments);
        Assert.Equal(2, typed.Code);
        Assert.Contains("--help", typed.Complaints);
    }

    [Theory]
    [InlineData("clock", "show")]
    [InlineData("clock", "advance", "1d")]
    [InlineData("world")]
    [InlineData("reset")]
    [InlineData("outbox")]
    [InlineData("outbox", "show", "1")]
    [InlineData("trace", "internet", "10.0.0.1")]
    [InlineData("explain", "pcx-1")]
    [InlineData("chart", "Shop", "Latency")]
    public async Task Without_a_running_Orrery_commands_say_so_and_how_to_start_one(params string[] arguments)
    {
        var typed = await Typed.RunAsync(arguments);
        Assert.Equal(3, typed.Code);
        Assert.Contains("No Orrery answers at http://localhost:4566", typed.Complaints);
        Assert.Contains("orrery up", typed.Complaints);
        Assert.Empty(typed.Output);
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--port", "http")]
    [InlineData("--host", "nowhere")]
    [InlineData("--account", "12345")]
    [InlineData("--seed", "pi")]
    [InlineData("--quota", "L-F678F1CE")]
    [InlineData("--quota", "L-F678F1CE=many")]
    [InlineData("--world", "../up")]
    public async Task Up_refuses_what_cannot_be(string option, string value)
    {
        var typed = await Typed.RunAsync("up", option, value);
        Assert.Equal(2, typed.Code);
        Assert.Contains(value, typed.Complaints);
    }

    [Fact]
    public async Task Something_else_on_the_port_is_not_taken_for_an_Orrery()
    {
        var server = new CannedServer().With("GET /", "hello");
        var typed = await Typed.RunAsync(new Setting { Server = server }, "clock");
        Assert.Equal(2, typed.Code);
        Assert.Contains("is no Orrery", typed.Complaints);
    }

    [Fact]
    public async Task The_endpoint_comes_from_the_option_or_the_environment()
    {
        var setting = new Setting { Variables = { ["ORRERY_ENDPOINT"] = "far:1234" } };
        Assert.Contains("http://far:1234", (await Typed.RunAsync(setting, "clock")).Complaints);
        Assert.Contains(
            "http://near:1", (await Typed.RunAsync(setting, "clock", "--endpoint", "http://near:1")).Complaints);
    }
}
