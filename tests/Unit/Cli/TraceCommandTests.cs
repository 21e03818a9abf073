namespace Orrery.Tests.Cli;

public sealed class TraceCommandTests
{
    private const string Address = "GET /_orrery/trace?source=eni-a&destination=10.1.0.9&protocol=tcp&port=443";

    private const string Refused =
        """
        {
          "reachable": false,
          "flow": "tcp from eni-a to 10.1.0.9 port 443",
          "forward": [
            {"component": "eni-a", "kind": "network-interface", "text": "leaves [here]", "passed": true},
            {"component": "rtb-1", "kind": "route-table", "text": "no route", "passed": false,
             "code": "NO_ROUTE_TO_DESTINATION"}
          ],
          "return": [],
          "why": {"code": "NO_ROUTE_TO_DESTINATION", "text": "No route of rtb-1 leads to 10.1.0.9.", "because": []},
          "remedies": [
            {"text": "Add a route.", "changes": [{"action": "ec2:CreateRoute", "subject": "rtb-1", "arguments":
              {"RouteTableId": "rtb-1", "DestinationCidrBlock": "10.1.0.0/16", "GatewayId": "igw-1"}}]}
          ]
        }
        """;

    [Fact]
    public async Task A_refused_packet_ends_with_1_and_shows_where_and_why()
    {
        var typed = await RunAsync(Refused, "--remedies");
        Assert.Equal(1, typed.Code);
        Assert.Equal(
            """
            ✘ not reachable  tcp from eni-a to 10.1.0.9 port 443

            There
               1 ↓ network-interface eni-a leaves [here]
               2 ✘ route-table       rtb-1 no route NO_ROUTE_TO_DESTINATION

            No route of rtb-1 leads to 10.1.0.9. NO_ROUTE_TO_DESTINATION
            This would help:
              1. Add a route.
                 aws ec2 create-route --route-table-id rtb-1 --destination-cidr-block 10.1.0.0/16 --gateway-id igw-1

            """,
            typed.Output);
    }

    [Fact]
    public async Task A_packet_that_arrives_ends_with_0()
    {
        var typed = await RunAsync(
            """
            {"reachable":true,"flow":"tcp","forward":[],"return":[],
             "why":{"code":"","text":"It arrives.","because":[]},"remedies":[]}
            """);
        Assert.Equal(0, typed.Code);
        Assert.StartsWith("✔ reachable", typed.Output);
    }

    [Fact]
    public async Task On_a_terminal_it_is_coloured_unless_NO_COLOR_is_set()
    {
        var server = new CannedServer().With(Address, Refused);
        var setting = new Setting { Server = server, IsTerminal = true };
        string[] typed = ["trace", "eni-a", "10.1.0.9", "--port", "443"];
        Assert.Contains("\e[", (await Typed.RunAsync(setting, typed)).Output);
        setting.Variables["NO_COLOR"] = "1";
        Assert.DoesNotContain("\e[", (await Typed.RunAsync(setting, typed)).Output);
    }

    private static Task<Typed> RunAsync(string answer, params string[] more) =>
        Typed.RunAsync(
            new Setting { Server = new CannedServer().With(Address, answer).With(Address + "&remedies=true", answer) },
            ["trace", "eni-a", "10.1.0.9", "--port", "443", .. more]);
}
