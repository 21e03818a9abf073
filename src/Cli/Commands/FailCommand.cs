using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Contracts.Capacity;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery fail</c>: lose a zone for a while.</summary>
internal static class FailCommand
{
    public static Command Create(Globals globals) => new("fail", "Let something of the world fail: a zone")
    {
        Zone(globals),
    };

    private static Command Zone(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var zone = new Argument<string?>("zone")
        {
            Description = "The zone: eu-west-1a; none: shows what is lost", Arity = ArgumentArity.ZeroOrOne,
        };
        var lasting = new Option<string?>("--for") { Description = "How long: 2h [default: until it is mended]" };
        var mend = new Option<bool>("--mend") { Description = "Mend it" };
        var command = new Command(
            "zone", "Lose a zone: its instances serve nobody and their checks fail; nothing can be launched there")
        {
            zone, lasting, mend, place.Region, place.Account, world,
        };
        globals.Run(command, world, async run =>
        {
            var isMended = run.Parsed.GetValue(mend);
            if (run.Parsed.GetValue(zone) is not { } name)
            {
                if (isMended) throw new CliException("No zone is named that could be mended.");
                var all = await run.Orrery.GetAsync(
                    place.Query(run, AdminPaths.Zones), AdminJson.Default.ZoneFailureArray, run.Stop);
                run.Answer(all, AdminJson.Default.ZoneFailureArray, screen => Show(screen, all));
                return ExitCodes.Ok;
            }

            var path = $"{AdminPaths.Zones}/{Uri.EscapeDataString(name)}";
            if (isMended)
            {
                var mended = await run.Orrery.PostAsync(
                    place.Explicit(run, $"{path}/mend"), AdminJson.Default.ZoneFailureArray, run.Stop);
                run.Answer(mended, AdminJson.Default.ZoneFailureArray, screen => screen.Line(mended.Length == 0
                    ? $"[grey]{Screen.Text(name)} was not lost.[/]" : $"[green]{Screen.Text(name)} is mended.[/]"));
                return ExitCodes.Ok;
            }

            var view = await run.Orrery.PostAsync(
                place.Explicit(run, $"{path}/fail"), new ZoneFailureRequest(run.Parsed.GetValue(lasting)),
                AdminJson.Default.ZoneFailureRequest, AdminJson.Default.ZoneFailure, run.Stop);
            run.Answer(view, AdminJson.Default.ZoneFailure, screen => Show(screen, [view]));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Show(Screen screen, ZoneFailure[] failures)
    {
        if (failures.Length == 0)
        {
            screen.Line("[grey]No zone is lost.[/]");
            return;
        }

        var table = new TextTable(screen, "zone", "lost since", "until", "instances in it");
        foreach (var one in failures)
        {
            table.Row(
                $"[red]{Screen.Text(one.Zone)}[/]", Instants.Format(one.From),
                one.To is { } to ? Instants.Format(to) : "mended", $"{one.Instances}");
        }

        table.ShowOn(screen);
    }
}
