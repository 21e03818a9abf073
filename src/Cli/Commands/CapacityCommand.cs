using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery capacity</c>: how much room zones have for instances.</summary>
internal static class CapacityCommand
{
    private const string Unlimited = "unlimited";

    public static Command Create(Globals globals) => new("capacity", "How much room zones have for instances")
    {
        Show(globals), Set(globals),
    };

    private static Command Show(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var command = new Command("show", "The capacity that was declared or is in use, and Spot prices")
        {
            place.Region, place.Account, world,
        };
        globals.Run(command, world, async run =>
        {
            var views = await run.Orrery.GetAsync(
                place.Query(run, AdminPaths.Capacity), AdminJson.Default.CapacityViewArray, run.Stop);
            run.Answer(views, AdminJson.Default.CapacityViewArray, screen => Show(screen, views));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Set(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var zone = new Argument<string>("zone") { Description = "The zone: eu-west-1a" };
        var type = new Argument<string>("type") { Description = "The instance type: m5.large" };
        var room = new Argument<string>("room") { Description = "How many instances there is room for, or unlimited" };
        var spot = new Option<bool>("--spot") { Description = "Say it of Spot Instances only" };
        var command = new Command("set", "Declare how many instances of a type a zone has room for")
        {
            zone, type, room, spot, place.Region, place.Account, world,
        };
        globals.Run(command, world, async run =>
        {
            var request = new CapacityRequest(
                run.Parsed.GetRequiredValue(zone), run.Parsed.GetRequiredValue(type),
                RoomOf(run.Parsed.GetRequiredValue(room)), run.Parsed.GetValue(spot));
            var view = await run.Orrery.PutAsync(
                place.Query(run, AdminPaths.Capacity), request,
                AdminJson.Default.CapacityRequest, AdminJson.Default.CapacityView, run.Stop);
            run.Answer(view, AdminJson.Default.CapacityView, screen => Show(screen, [view]));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static int? RoomOf(string text) => text == Unlimited ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var room) ? room
        : throw new CliException($"'{text}' is no number of instances.", $"Say a number, or {Unlimited}.");

    private static void Show(Screen screen, CapacityView[] views)
    {
        if (views.Length == 0)
        {
            screen.Line("[grey]No capacity is declared or in use: all of it is unlimited.[/]");
            return;
        }

        var table = new TextTable(screen, "zone", "type", "room", "for Spot", "On-Demand", "Spot", "Spot price");
        foreach (var view in views)
        {
            table.Row(
                Screen.Text(view.Zone), Screen.Text(view.Type), Text(view.Total), Text(view.Spot),
                Text(view.OnDemandUsed), Text(view.SpotUsed),
                view.SpotPrice?.ToString("F4", CultureInfo.InvariantCulture) ?? "-");
        }

        table.ShowOn(screen);
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Unlimited;
}
