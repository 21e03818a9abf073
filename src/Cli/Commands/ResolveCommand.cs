using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery resolve</c>: what a DNS name resolves to for who asks from a VPC, and why.</summary>
internal static class ResolveCommand
{
    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var name = new Argument<string>("name")
        {
            Description = "A public or private name of an instance, or a name of an endpoint",
        };
        var from = new Option<string>("--from")
        {
            Description = "Who asks: i-…, eni-…, subnet-…, vpc-…, or `internet`", Required = true,
        };
        var command = new Command("resolve", "What does a DNS name resolve to, asked from a VPC? With reasons")
        {
            name, from, world,
        };
        globals.Run(command, world, async run =>
        {
            var path = $"{AdminPaths.Resolve}?name={Uri.EscapeDataString(run.Parsed.GetRequiredValue(name))}"
                + $"&from={Uri.EscapeDataString(run.Parsed.GetRequiredValue(from))}";
            var view = await run.Orrery.GetAsync(path, AdminJson.Default.ResolveView, run.Stop);
            run.Answer(view, AdminJson.Default.ResolveView, screen => Show(screen, view));
            return view.Resolved ? ExitCodes.Ok : ExitCodes.No;
        });
        return command;
    }

    private static void Show(Screen screen, ResolveView view)
    {
        var addresses = view.Resolved ? string.Join(" ", view.Addresses) : "no answer";
        screen.Line($"[bold]{Screen.Text(view.Name)}[/]  {Screen.Text(addresses)}");
        screen.Show(ReasonTree.Of(view.Why, view.Resolved));
        if (view.Remedies.Count > 0) ReasonTree.ShowRemedies(screen, view.Remedies);
    }
}
