using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;
using Orrery.Host.Drawing;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery simulate</c>: what would become of groups, tried on a fork of the world.</summary>
internal static class SimulateCommand
{
    private sealed record Options(
        Argument<string[]> Groups, Option<string?> Load, Option<string> Length, Option<string> Every,
        Option<string?> Svg, Option<string?> FailZone, Option<string?> FailAfter, Option<string?> FailFor);

    public static Command Create(Globals globals) => new("simulate", "Try something on a fork, and leave the world")
    {
        Groups(globals),
    };

    private static Command Groups(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var options = new Options(
            new("group") { Description = "The Auto Scaling groups", Arity = ArgumentArity.OneOrMore },
            new("--load", "-l") { Description = "A JSON file of loads; one without targets is for each group" },
            new("--for") { Description = "How long", DefaultValueFactory = static _ => "7d", HelpName = "DURATION" },
            new("--every")
            {
                Description = "How often to look", DefaultValueFactory = static _ => "5m", HelpName = "DURATION",
            },
            new("--svg") { Description = "Write the picture into this file too", HelpName = "FILE" },
            new("--fail-zone")
            {
                Description = "Lose this zone on the way; needs --fail-after and --fail-for", HelpName = "ZONE",
            },
            new("--fail-after") { Description = "When, from the beginning on", HelpName = "DURATION" },
            new("--fail-for") { Description = "For how long", HelpName = "DURATION" });
        var command = new Command(
            "asg", "What would Auto Scaling groups make of a load? On a fork that is deleted after")
        {
            options.Groups, options.Load, options.Length, options.Every, options.Svg, options.FailZone,
            options.FailAfter, options.FailFor, place.Region, place.Account, world,
        };
        globals.Run(command, world, run => SimulateAsync(run, place, options));
        return command;
    }

    private static async Task<int> SimulateAsync(Run run, PlaceOptions place, Options options)
    {
        var parsed = run.Parsed;
        Check(parsed, options);
        var loads = parsed.GetValue(options.Load) is { } file ? await LoadCommand.ReadAsync(file, run.Stop) : new();
        var request = new SimulationRequest(
            parsed.GetRequiredValue(options.Groups), loads.Loads, parsed.GetValue(options.Length),
            parsed.GetValue(options.Every), parsed.GetValue(options.FailZone), parsed.GetValue(options.FailAfter),
            parsed.GetValue(options.FailFor));
        var view = await run.Orrery.PostAsync(
            place.Query(run, AdminPaths.SimulateGroups), request, AdminJson.Default.SimulationRequest,
            AdminJson.Default.SimulationView, run.Stop);
        run.Answer(view, AdminJson.Default.SimulationView, screen =>
            SimulationText.Show(screen, view, run.Context.Width));
        if (parsed.GetValue(options.Svg) is { } picture)
        {
            await ChartCommand.WriteAsync(picture, SimulationPainter.Paint(view), run.Stop);
            if (!run.Json) run.Screen.Line($"[green]✔[/] {Screen.Text(picture)}");
        }

        return ExitCodes.Ok;
    }

    private static void Check(ParseResult parsed, Options options)
    {
        var zone = parsed.GetValue(options.FailZone) is not null;
        foreach (var option in (Option<string?>[])[options.FailAfter, options.FailFor])
        {
            if (parsed.GetValue(option) is not null == zone) continue;
            throw new CliException(zone ? $"--fail-zone needs {option.Name}." : $"{option.Name} needs --fail-zone.");
        }
    }
}
