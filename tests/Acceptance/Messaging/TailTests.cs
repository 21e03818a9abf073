using Orrery.Testing;
using Orrery.Tests.Acceptance.Host;

namespace Orrery.Tests.Acceptance.Messaging;

/// <summary><c>orrery logs tail</c> against a running Orrery.</summary>
public sealed class TailTests
{
    [Fact]
    public async Task What_is_there_is_shown_and_what_comes_follows()
    {
        await using var orrery = await OrreryHost.StartAsync();
        using var speaker = new Speaker(orrery.Endpoint);
        await speaker.JsonAsync("logs", "Logs_20140328.CreateLogGroup", """{"logGroupName": "/app"}""");
        await speaker.JsonAsync(
            "logs", "Logs_20140328.CreateLogStream", """{"logGroupName": "/app", "logStreamName": "one"}""");
        await PutAsync(speaker, "ERROR first");
        await PutAsync(speaker, "fine");
        await using var tail = OrreryProcess.Start(
            "logs", "tail", "/app", "-f", "--filter", "ERROR", "--region", "us-east-1", "--endpoint",
            orrery.Endpoint.ToString());
        Assert.Equal("2026-01-01T00:00:00Z one ERROR first\n", await tail.ReadUntilAsync("first"));
        await orrery.AdvanceAsync(TimeSpan.FromSeconds(5));
        await PutAsync(speaker, "ERROR second");
        Assert.Equal("2026-01-01T00:00:05Z one ERROR second\n", await tail.ReadUntilAsync("second"));
    }

    private static async Task PutAsync(Speaker speaker, string message)
    {
        var at = (await speaker.NowAsync()).ToUnixTimeMilliseconds();
        await speaker.JsonAsync("logs", "Logs_20140328.PutLogEvents", $$"""
            {"logGroupName": "/app", "logStreamName": "one", "logEvents":
             [{"timestamp": {{at}}, "message": "{{message}}"}]}
            """);
    }
}
