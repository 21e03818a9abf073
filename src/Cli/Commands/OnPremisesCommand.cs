using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery onprem</c>: declare what is behind customer gateways.</summary>
internal static class OnPremisesCommand
{
    public static Command Create(Globals globals)
    {
        var command = new Command("onprem", "Declare the customers' networks at the other ends of VPN connections")
        {
            List(globals), Declare(globals), Remove(globals),
        };
        globals.Run(command, ListAsync);
        return command;
    }

    private static Command List(Globals globals)
    {
        var world = Globals.World();
        var command = new Command("list", "The networks that were declared, and how their tunnels stand") { world };
        globals.Run(command, world, ListAsync);
        return command;
    }

    private static Command Declare(Globals globals)
    {
        var world = Globals.World();
        var gateway = Gateway();
        var cidrs = new Option<string[]>("--cidr")
        {
            Description = "A block of its hosts; may be given several times", HelpName = "BLOCK", Required = true,
        };
        var announced = new Option<string[]>("--announce")
        {
            Description = "A block that its device announces over BGP [default: those of its hosts]",
            HelpName = "BLOCK",
        };
        var tunnels = new Option<int?>("--tunnels")
        {
            Description = "How many tunnels of each VPN connection it keeps up: 0, 1 or 2 [default: 2]", HelpName = "N",
        };
        var command = new Command("declare", "Declare what is behind a customer gateway, in the place of what was")
        {
            gateway, cidrs, announced, tunnels, world,
        };
        globals.Run(command, world, async run =>
        {
            var blocks = run.Parsed.GetValue(announced);
            var view = await run.Orrery.PutAsync(
                PathOf(run.Parsed.GetRequiredValue(gateway)),
                new OnPremisesRequest(
                    run.Parsed.GetRequiredValue(cidrs), blocks is { Length: > 0 } ? blocks : null,
                    run.Parsed.GetValue(tunnels)),
                AdminJson.Default.OnPremisesRequest, AdminJson.Default.OnPremisesView, run.Stop);
            run.Answer(view, AdminJson.Default.OnPremisesView, screen => Show(screen, view));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Remove(Globals globals)
    {
        var world = Globals.World();
        var gateway = Gateway();
        var command = new Command("remove", "Take a declaration back: nobody answers there any more")
        {
            gateway, world,
        };
        globals.Run(command, world, async run =>
        {
            var id = run.Parsed.GetRequiredValue(gateway);
            using var response = await run.Orrery.SendAsync(new(HttpMethod.Delete, PathOf(id)), run.Stop);
            if (!run.Json) run.Screen.Line($"[green]Nothing is declared behind {Screen.Text(id)} any more.[/]");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<int> ListAsync(Run run)
    {
        var views = await run.Orrery.GetAsync(
            AdminPaths.OnPremises, AdminJson.Default.OnPremisesViewArray, run.Stop);
        run.Answer(views, AdminJson.Default.OnPremisesViewArray, screen =>
        {
            if (views.Length == 0) screen.Line("[grey]No network is declared behind any customer gateway.[/]");
            foreach (var view in views) Show(screen, view);
        });
        return ExitCodes.Ok;
    }

    private static void Show(Screen screen, OnPremisesView view)
    {
        screen.Line(
            $"[bold]{Screen.Text(view.CustomerGateway)}[/]  {Screen.Text(string.Join(", ", view.Cidrs))}  "
            + $"[grey]{Screen.Text(view.Account)} {Screen.Text(view.Region)}[/]");
        if (!view.Announced.SequenceEqual(view.Cidrs))
            screen.Line($"  announces {Screen.Text(string.Join(", ", view.Announced))}");
        foreach (var connection in view.Connections)
        {
            var up = connection.TunnelsUp.ToString(CultureInfo.InvariantCulture);
            screen.Line($"  {Screen.Text(connection.Id)}  {up} of {connection.Why.Count} tunnels up");
            foreach (var why in connection.Why) screen.Line($"    [grey]{Screen.Text(why)}[/]");
        }
    }

    private static Argument<string> Gateway() =>
        new("customer-gateway") { Description = "The customer gateway: cgw-…" };

    private static string PathOf(string id) => $"{AdminPaths.OnPremises}/{Uri.EscapeDataString(id)}";
}
