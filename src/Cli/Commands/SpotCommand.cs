using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery spot</c>: interrupt Spot Instances by hand.</summary>
internal static class SpotCommand
{
    public static Command Create(Globals globals) => new("spot", "Interrupt Spot Instances by hand")
    {
        Interrupt(globals),
    };

    private static Command Interrupt(Globals globals)
    {
        var world = Globals.World();
        var instance = new Argument<string>("instance") { Description = "The Spot Instance: i-…" };
        var command = new Command("interrupt", "Give a Spot Instance its notice: two minutes later it is interrupted")
        {
            instance, world,
        };
        globals.Run(command, world, async run =>
        {
            var id = run.Parsed.GetRequiredValue(instance);
            var view = await run.Orrery.PostAsync(
                $"{AdminPaths.Spot}/{Uri.EscapeDataString(id)}/interrupt", AdminJson.Default.InterruptionView,
                    run.Stop);
            run.Answer(view, AdminJson.Default.InterruptionView, screen => Show(screen, view));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Show(Screen screen, InterruptionView view)
    {
        var at = view.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        screen.Line($"[green]{Screen.Text(view.Instance)} has its notice: it is interrupted at {at} UTC.[/]");
    }
}
