using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery top</c>: instances, loads and alarms, again and again.</summary>
internal static class TopCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var once = new Option<bool>("--once") { Description = "Show it once and end" };
        var command =
            new Command("top", "Watch instances, loads and alarms") { once, place.Region, place.Account, world };
        globals.Run(command, world, async run =>
        {
            var path = place.Query(run, AdminPaths.Top);
            if (run.Parsed.GetValue(once) || run.Json || !run.Screen.IsTerminal)
            {
                var view = await run.Orrery.GetAsync(path, AdminJson.Default.TopView, run.Stop);
                run.Answer(view, AdminJson.Default.TopView, screen => screen.Show(Draw(screen, view)));
                return ExitCodes.Ok;
            }

            await WatchAsync(run, path);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task WatchAsync(Run run, string path)
    {
        var first = await run.Orrery.GetAsync(path, AdminJson.Default.TopView, run.Stop);
        await run.Screen.LiveAsync(Draw(run.Screen, first), async update =>
        {
            using var timer = new PeriodicTimer(Pause);
            try
            {
                while (await timer.WaitForNextTickAsync(run.Stop))
                    update(Draw(run.Screen, await run.Orrery.GetAsync(path, AdminJson.Default.TopView, run.Stop)));
            }
            catch (OperationCanceledException)
            {
                // The user has seen enough.
            }
        });
    }

    private static IRenderable Draw(Screen screen, TopView view)
    {
        var instances = new TextTable(screen, "instance", "state", "type", "CPU", "credits", "surplus", "errors/s");
        foreach (var each in view.Instances)
            instances.Row(
                Screen.Text(each.InstanceId), Screen.Text(each.State), Screen.Text(each.Type),
                Number(100 * each.Load?.Utilization, "F1", "%"), Number(each.Load?.CreditBalance, "F1"),
                Number(each.Load?.SurplusCredits, "F1"), Number(each.Load?.Errors, "F1"));
        var alarms = new TextTable(screen, "alarm", "state", "why");
        foreach (var alarm in view.Alarms)
            alarms.Row(Screen.Text(alarm.Name), Coloured(alarm.State), Screen.Text(alarm.Reason));
        return new Rows(
            new Markup($"[bold]{Screen.Text(Instants.Format(view.Now))}[/]"), instances.Content,
            LoadCommand.Table(screen, view.Loads).Content, alarms.Content);
    }

    private static string Coloured(string state) => state switch
    {
        "ALARM" => "[red]ALARM[/]",
        "OK" => "[green]OK[/]",
        _ => $"[yellow]{Screen.Text(state)}[/]",
    };

    private static string Number(double? value, string format, string unit = "") =>
        value is { } number ? number.ToString(format, CultureInfo.InvariantCulture) + unit : "-";
}
