namespace Orrery.Tests.Cli;

public sealed class SendCommandTests
{
    private const string Sent =
        """
        {
          "flows": 2, "arrived": 0, "at": "2026-01-01T00:00:00Z",
          "trace": {
            "reachable": false, "flow": "eni-a -> eni-b tcp/22", "forward": [], "return": [],
            "why": {"code": "ENI_SG_RULES_MISMATCH", "text": "No rule allows it.", "because": []}, "remedies": []
          },
          "seen": [
            {"component": "eni-a", "direction": "egress", "action": "ACCEPT", "packet": "tcp a -> b", "flowLogs": []},
            {"component": "eni-b", "direction": "ingress", "action": "REJECT", "packet": "tcp a -> b",
             "flowLogs": ["fl-1"], "due": "2026-01-01T00:10:00Z"}
          ]
        }
        """;

    [Fact]
    public async Task A_flow_that_does_not_arrive_ends_with_1_and_says_who_saw_it()
    {
        var server = new CannedServer().With("POST /_orrery/send", Sent);
        var typed = await Typed.RunAsync(
            new Setting { Server = server },
            "send", "eni-a", "eni-b", "--port", "22", "--packets", "4", "--duration", "10s", "--count", "2");
        Assert.Equal(1, typed.Code);
        Assert.Contains("\"packets\": 4,\"duration\": \"10s\",\"count\": 2", server.Asked[0]);
        Assert.Contains("✘ 0 of 2 flows arrived", typed.Output);
        Assert.Contains("No rule allows it.", typed.Output);
        var row = typed.Output.Split('\n').Single(l => l.Contains("eni-b  "));
        Assert.Matches("eni-b +ingress +REJECT +tcp a -> b +fl-1 +2026-01-01T00:10:00Z", row);
    }

    [Fact]
    public async Task Records_of_a_flow_log_are_written_as_they_are()
    {
        const string Log =
            """
            {"id": "fl-1", "resourceId": "vpc-1", "format": "${version}", "waiting": 2,
             "nextDelivery": "2026-01-01T00:10:00Z", "now": "2026-01-01T00:09:00Z",
             "records": [{"at": "2026-01-01T00:00:00Z", "place": "flows/eni-1-all", "record": "2 [x] ACCEPT OK"}]}
            """;
        var server = new CannedServer()
            .With("GET /_orrery/flow-logs/fl-1?since=2026-01-01T00%3A00%3A00Z&nodata=true", Log);
        var typed = await Typed.RunAsync(
            new Setting { Server = server }, "flow-logs", "show", "fl-1", "--since", "2026-01-01", "--nodata");
        Assert.Equal(0, typed.Code);
        Assert.Contains("2 [x] ACCEPT OK", typed.Output.Split('\n'));
        Assert.Contains("# 2 more wait; their interval ends in 1m: `orrery clock advance`", typed.Output);
    }

    [Fact]
    public async Task A_picture_is_written_to_standard_output_and_its_path_is_asked_for()
    {
        const string Path = "/_orrery/topology?vpcs=vpc-1%2Cvpc-2&source=eni-a&destination=10.1.0.9";
        var server = new CannedServer().With($"GET {Path}&port=443&protocol=tcp", "<svg/>");
        var typed = await Typed.RunAsync(
            new Setting { Server = server },
            "topology", "--vpc", "vpc-1", "vpc-2", "--trace", "eni-a", "10.1.0.9", "--port", "443");
        Assert.Equal((0, "<svg/>"), (typed.Code, typed.Output.Trim()));
    }
}
