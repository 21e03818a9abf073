using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Contracts.Instances;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery impair</c>: make status checks of instances fail, and mend them.</summary>
internal static class ImpairCommand
{
    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var instance = new Argument<string?>("instance")
        {
            Description = "The instance: i-…; none: shows what is wrong with all", Arity = ArgumentArity.ZeroOrOne,
        };
        var check = new Option<CheckKind>("--check")
        {
            Description = "The check that fails: system (hardware), instance (its software) or ebs (its volumes)",
            DefaultValueFactory = _ => CheckKind.System,
        };
        var lasting = new Option<string?>("--for") { Description = "How long: 30m [default: until it is mended]" };
        var silent = new Option<bool>("--silent") { Description = "No data come of the check, instead of a failure" };
        var mend = new Option<bool>("--mend") { Description = "Mend all that is wrong with the instance" };
        var command = new Command("impair", "Make a status check of an instance fail, or mend it")
        {
            instance, check, lasting, silent, mend, place.Region, place.Account, world,
        };
        globals.Run(command, world, async run =>
        {
            if (run.Parsed.GetValue(instance) is not { } id)
            {
                if (run.Parsed.GetValue(mend)) throw new CliException("Nothing is named that could be mended.");
                var all = await run.Orrery.GetAsync(
                    place.Query(run, AdminPaths.Impairments), AdminJson.Default.ImpairmentArray, run.Stop);
                run.Answer(all, AdminJson.Default.ImpairmentArray, screen => Show(screen, all));
                return ExitCodes.Ok;
            }

            var path = $"{AdminPaths.Impairments}/{Uri.EscapeDataString(id)}";
            if (run.Parsed.GetValue(mend))
            {
                var mended = await run.Orrery.PostAsync(
                    $"{path}/mend", AdminJson.Default.ImpairmentArray, run.Stop);
                run.Answer(mended, AdminJson.Default.ImpairmentArray, screen => Mended(screen, id, mended));
                return ExitCodes.Ok;
            }

            var request = new ImpairmentRequest(
                run.Parsed.GetValue(check), run.Parsed.GetValue(lasting), run.Parsed.GetValue(silent));
            var view = await run.Orrery.PostAsync(
                path, request, AdminJson.Default.ImpairmentRequest, AdminJson.Default.Impairment, run.Stop);
            run.Answer(view, AdminJson.Default.Impairment, screen => Show(screen, [view]));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Show(Screen screen, Impairment[] views)
    {
        if (views.Length == 0)
        {
            screen.Line("[grey]Nothing is wrong with any instance.[/]");
            return;
        }

        var table = new TextTable(screen, "instance", "check", "says", "since", "until");
        foreach (var view in views)
        {
            table.Row(
                Screen.Text(view.InstanceId), Name(view), view.IsSilent ? "insufficient-data" : "impaired",
                Text(view.From), view.To is { } to ? Text(to) : "mended");
        }

        table.ShowOn(screen);
    }

    private static void Mended(Screen screen, string id, Impairment[] mended) => screen.Line(
        mended.Length == 0
            ? $"[grey]Nothing was wrong with {Screen.Text(id)}.[/]"
            : $"[green]{Screen.Text(id)} is mended: {string.Join(", ", mended.Select(Name))}.[/]");

    private static string Name(Impairment view) => view.Check.ToString().ToLowerInvariant();

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
