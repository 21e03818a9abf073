using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host.Admin;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery reset</c>: an empty world again.</summary>
internal static class ResetCommand
{
    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var command = new Command("reset", "Empty a world: all that is in it goes, its seed stays") { world };
        globals.Run(command, world, async run =>
        {
            var view = await run.Orrery.PostAsync(AdminPaths.Reset, AdminJson.Default.WorldView, run.Stop);
            run.Answer(view, AdminJson.Default.WorldView, screen =>
                screen.Line($"[green]The world [bold]{Screen.Text(view.Name)}[/] is empty again.[/]"));
            return ExitCodes.Ok;
        });
        return command;
    }
}
