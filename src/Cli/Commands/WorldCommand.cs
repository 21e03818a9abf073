using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary>
/// <c>orrery world</c>: list, fork, diff, delete; export and import are in <see cref="WorldFileCommands"/>.
/// </summary>
internal static class WorldCommand
{
    public static Command Create(Globals globals)
    {
        var command = new Command("world", "List, fork, save, load and compare worlds")
        {
            List(globals),
            Fork(globals),
            WorldFileCommands.Export(globals),
            WorldFileCommands.Import(globals),
            Diff(globals),
            Delete(globals),
        };
        globals.Run(command, ListAsync);
        return command;
    }

    /// <summary>The address of a world.</summary>
    public static string PathOf(string name) => $"{AdminPaths.Worlds}/{Uri.EscapeDataString(name)}";

    private static Command List(Globals globals)
    {
        var command = new Command("list", "All worlds of the running Orrery");
        globals.Run(command, ListAsync);
        return command;
    }

    private static Command Fork(Globals globals)
    {
        var name = new Argument<string>("world") { Description = "The world to fork" };
        var fork = new Argument<string>("as") { Description = "The name of the new world" };
        var at = new Option<string?>("--at")
        {
            Description = "Fork as it was at this instant (ISO 8601)",
            HelpName = "INSTANT",
        };
        var command = new Command("fork", "Copy a world, as it is or as it was; costs nothing until one changes")
        {
            name, fork, at,
        };
        globals.Run(command, async run =>
        {
            var instant = run.Parsed.GetValue(at) is { } text ? Instants.Parse(text) : (DateTimeOffset?)null;
            var view = await run.Orrery.PostAsync(
                PathOf(run.Parsed.GetRequiredValue(name)) + "/fork",
                new ForkRequest(run.Parsed.GetRequiredValue(fork), instant),
                AdminJson.Default.ForkRequest, AdminJson.Default.WorldView, run.Stop);
            run.Answer(view, AdminJson.Default.WorldView, screen =>
            {
                screen.Line($"[green]The world [bold]{Screen.Text(view.Name)}[/] is there.[/]");
                screen.Line($"[grey]Point clients at it:[/] orrery env --world {Screen.Text(Shell.Quote(view.Name))}");
            });
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Diff(Globals globals)
    {
        var left = new Argument<string>("left") { Description = "A world" };
        var right = new Argument<string>("right") { Description = "Another" };
        var command = new Command("diff", "What differs between two worlds") { left, right };
        globals.Run(command, async run =>
        {
            var path = $"{PathOf(run.Parsed.GetRequiredValue(left))}/diff/"
                + Uri.EscapeDataString(run.Parsed.GetRequiredValue(right));
            var diff = await run.Orrery.GetAsync(path, AdminJson.Default.DiffView, run.Stop);
            run.Answer(diff, AdminJson.Default.DiffView, screen => DiffText.Show(screen, diff));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Delete(Globals globals)
    {
        var name = new Argument<string>("world") { Description = "The world to delete" };
        var command =
            new Command("delete", "Delete a world; the one that `orrery up` serves by default stays") { name };
        globals.Run(command, async run =>
        {
            var world = run.Parsed.GetRequiredValue(name);
            using var response = await run.Orrery.SendAsync(new(HttpMethod.Delete, PathOf(world)), run.Stop);
            if (run.Json) run.Screen.Plain("{}");
            else run.Screen.Line($"[green]The world [bold]{Screen.Text(world)}[/] is gone.[/]");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<int> ListAsync(Run run)
    {
        var worlds = await run.Orrery.GetAsync(AdminPaths.Worlds, AdminJson.Default.WorldViewArray, run.Stop);
        run.Answer(worlds, AdminJson.Default.WorldViewArray, screen => Show(screen, worlds));
        return ExitCodes.Ok;
    }

    private static void Show(Screen screen, WorldView[] worlds)
    {
        var table = new TextTable(screen, "world", "virtual time", "commits", "accounts", "regions");
        foreach (var world in worlds)
        {
            table.Row(
                world.IsDefault ? $"[bold green]{Screen.Text(world.Name)}[/] (default)" : Screen.Text(world.Name),
                world.Now is { } now ? Instants.Format(now) : "[grey]asleep[/]", $"{world.Commits}",
                    $"{world.Accounts}", $"{world.Regions}");
        }
        table.ShowOn(screen);
    }
}
