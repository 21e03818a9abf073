namespace Orrery.Tests.Cli;

public sealed class OnPremisesCommandTests
{
    private const string Address = "/_orrery/onpremises";

    private const string Network =
        """
        {"customerGateway":"cgw-1","account":"123456789012","region":"eu-west-1","cidrs":["192.168.0.0/16"],
         "announced":["192.168.1.0/24"],"tunnels":1,"connections":[
           {"id":"vpn-1","tunnelsUp":1,"why":["Tunnel 1 is up.","Tunnel 2 is down."]}]}
        """;

    [Fact]
    public async Task Declaring_tells_the_blocks_and_the_tunnels_and_shows_how_they_stand()
    {
        var server = new CannedServer().With($"PUT {Address}/cgw-1", Network);
        var typed = await Typed.RunAsync(
            new Setting { Server = server },
            "onprem", "declare", "cgw-1", "--cidr", "192.168.0.0/16", "--announce", "192.168.1.0/24", "--tunnels", "1");
        Assert.Equal(0, typed.Code);
        Assert.Equal(
            $"PUT {Address}/cgw-1 "
            + """{"cidrs": ["192.168.0.0/16"],"announced": ["192.168.1.0/24"],"tunnels": 1}""",
            Assert.Single(server.Asked));
        Assert.Equal(
            """
            cgw-1  192.168.0.0/16  123456789012 eu-west-1
              announces 192.168.1.0/24
              vpn-1  1 of 2 tunnels up
                Tunnel 1 is up.
                Tunnel 2 is down.

            """,
            typed.Output);
    }

    [Fact]
    public async Task A_list_without_networks_says_so()
    {
        var server = new CannedServer().With($"GET {Address}", "[]");
        var typed = await Typed.RunAsync(new Setting { Server = server }, "onprem", "list");
        Assert.Equal((0, "No network is declared behind any customer gateway.\n"), (typed.Code, typed.Output));
    }

    [Fact]
    public async Task Removing_takes_the_declaration_back()
    {
        var server = new CannedServer().With($"DELETE {Address}/cgw-1", "", System.Net.HttpStatusCode.NoContent);
        var typed = await Typed.RunAsync(new Setting { Server = server }, "onprem", "remove", "cgw-1");
        Assert.Equal((0, "Nothing is declared behind cgw-1 any more.\n"), (typed.Code, typed.Output));
    }
}
