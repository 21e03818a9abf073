namespace Orrery.Tests.Cli;

public sealed class DoctorCommandTests
{
    private const string Health =
        """
        {"status":"running","version":"0.1.0","endpoint":"http://localhost:4566","world":"default",
         "account":"123456789012","strict":false,"delays":"none","store":"memory","seed":1,"uptimeSeconds":1,
         "clock":{"now":"2026-03-01T00:00:00Z","mode":"live","rate":1,"pendingTimers":0},"services":["ec2"]}
        """;

    [Fact]
    public async Task When_all_is_well_it_ends_with_0()
    {
        var typed = await Typed.RunAsync(
            Patient(("AWS_ENDPOINT_URL", "http://localhost:4566"), ("AWS_ACCESS_KEY_ID", "test"),
                ("AWS_REGION", "us-east-1")),
            "doctor");
        Assert.Equal(0, typed.Code);
        Assert.Contains("✔ server       answers at http://localhost:4566: world default", typed.Output);
        Assert.Contains("✔ endpoint     AWS_ENDPOINT_URL is http://localhost:4566", typed.Output);
    }

    [Theory]
    [InlineData(null, "clients would go to AWS")]
    [InlineData("http://localhost:9999", "Orrery is at")]
    public async Task Clients_that_would_not_come_here_are_a_failure(string? endpoint, string text)
    {
        var typed = await Typed.RunAsync(Patient(("AWS_ENDPOINT_URL", endpoint)), "doctor");
        Assert.Equal(1, typed.Code);
        Assert.Contains(text, typed.Output);
        Assert.Contains("eval \"$(orrery env)\"", typed.Output);
    }

    [Fact]
    public async Task A_left_over_session_token_is_noted() =>
        Assert.Contains(
            "unset AWS_SESSION_TOKEN",
            (await Typed.RunAsync(
                Patient(("AWS_ACCESS_KEY_ID", "test"), ("AWS_SESSION_TOKEN", "x")), "doctor")).Output);

    private static Setting Patient(params (string Name, string? Value)[] variables)
    {
        var setting = new Setting { Server = new CannedServer().With("GET /_orrery/health", Health) };
        foreach (var (name, value) in variables) setting.Variables[name] = value;
        return setting;
    }
}
