using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery explain</c>: why something is as it is.</summary>
internal static class ExplainCommand
{
    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var id = new Argument<string>("id")
        {
            Description = "pcx-… a peering, rtb-… its routes, nia-… an analysis, and others",
        };
        var command = new Command("explain", "Why is it as it is? The reasons of a resource's state")
        {
            id, world, ExplainGroupCommand.Create(globals), ExplainDeniedCommand.Create(globals),
        };
        globals.Run(command, world, async run =>
        {
            var path = $"{AdminPaths.Explain}/{Uri.EscapeDataString(run.Parsed.GetRequiredValue(id))}";
            var view = await run.Orrery.GetAsync(path, AdminJson.Default.ExplainView, run.Stop);
            run.Answer(view, AdminJson.Default.ExplainView, screen => Show(screen, view));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Show(Screen screen, ExplainView view)
    {
        screen.Line($"[bold]{Screen.Text(view.Id)}[/]  [grey]{Screen.Text(view.Kind)} "
            + $"{Screen.Text(view.Account)}/{Screen.Text(view.Region)}[/]");
        screen.Show(ReasonTree.Of(view.Why, view.IsGood));
        if (view.Remedies.Count > 0) ReasonTree.ShowRemedies(screen, view.Remedies);
    }
}
