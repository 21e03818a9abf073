using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery clock</c>: read, turn, speed up, set.</summary>
internal static class ClockCommand
{
    public static Command Create(Globals globals)
    {
        var command = new Command("clock", "Read and turn the world's clock")
        {
            Show(globals), Advance(globals), Rate(globals), Set(globals), Mode(globals),
        };
        globals.Run(command, ShowAsync);
        return command;
    }

    private static Command Show(Globals globals)
    {
        var world = Globals.World();
        var command = new Command("show", "What time it is in the world, and what is due next") { world };
        globals.Run(command, world, ShowAsync);
        return command;
    }

    private static Command Advance(Globals globals)
    {
        var world = Globals.World();
        var by = new Argument<string>("duration") { Description = "How far: 30d, 1h30m, 90s, 250ms" };
        var command = new Command("advance", "Turn the clock forward; everything due on the way happens, in order")
        {
            by, world,
        };
        globals.Run(command, world, async run =>
        {
            var text = run.Parsed.GetRequiredValue(by);
            if (!Durations.TryParse(text, out _))
                throw new CliException($"'{text}' is not {Durations.Help}.");
            var result = await run.Orrery.PostAsync(
                AdminPaths.Clock + "/advance", new AdvanceRequest(By: text),
                AdminJson.Default.AdvanceRequest, AdminJson.Default.AdvanceResult, run.Stop);
            run.Answer(result, AdminJson.Default.AdvanceResult, screen => screen.Line(
                $"[green]{Instant(result.To)}[/]  "
                + $"[grey]({Changes(result.Changes)} on the way from {Instant(result.From)})[/]"));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Rate(Globals globals)
    {
        var world = Globals.World();
        var rate =
            new Argument<double>("factor") { Description = "Virtual seconds per real second: 1 is real time, 0 halts" };
        var command = new Command("rate", "Let the clock run faster or slower than real time") { rate, world };
        globals.Run(command, world, run => ChangeAsync(run, "/rate", new(Rate: run.Parsed.GetValue(rate))));
        return command;
    }

    private static Command Set(Globals globals)
    {
        var world = Globals.World();
        var instant =
            new Argument<string>("instant") { Description = "ISO 8601, e.g. 2026-04-01T08:00:00Z (UTC if no offset)" };
        var command = new Command("set", "Turn the clock forward to an instant") { instant, world };
        globals.Run(command, world, run =>
            ChangeAsync(run, "/set", new(Now: Instants.Parse(run.Parsed.GetRequiredValue(instant)))));
        return command;
    }

    private static Command Mode(Globals globals)
    {
        var world = Globals.World();
        var mode =
            new Argument<string>("mode") { Description = "live: runs with real time; stepped: moves only when told" };
        mode.AcceptOnlyFromAmong("live", "stepped");
        var command = new Command("mode", "Let the clock run, or stop it") { mode, world };
        globals.Run(command, world, run => ChangeAsync(run, "/mode", new(Mode: run.Parsed.GetRequiredValue(mode))));
        return command;
    }

    private static async Task<int> ShowAsync(Run run)
    {
        var clock = await run.Orrery.GetAsync(AdminPaths.Clock, AdminJson.Default.ClockView, run.Stop);
        run.Answer(clock, AdminJson.Default.ClockView, screen => ShowClock(screen, clock));
        return ExitCodes.Ok;
    }

    private static async Task<int> ChangeAsync(Run run, string path, ClockChange change)
    {
        var clock = await run.Orrery.PostAsync(
            AdminPaths.Clock + path, change, AdminJson.Default.ClockChange, AdminJson.Default.ClockView, run.Stop);
        run.Answer(clock, AdminJson.Default.ClockView, screen => ShowClock(screen, clock));
        return ExitCodes.Ok;
    }

    private static void ShowClock(Screen screen, ClockView clock)
    {
        var pace = clock.Mode == "stepped" ? "stepped: moves only when told"
            : clock.Rate == 1 ? "live, with real time"
            : string.Create(CultureInfo.InvariantCulture, $"live, {clock.Rate} × real time");
        screen.Line($"[green]{Instant(clock.Now)}[/]  [grey]{pace}[/]");
        screen.Line(clock.NextTimer is not { } next
            ? "[grey]nothing is due[/]"
            : $"[grey]{Timers(clock.PendingTimers)} due; next[/] {Screen.Text(next.Kind)} {Screen.Text(next.Subject)} "
                + $"[grey]at {Instant(next.Due)}, in {Durations.Format(next.Due - clock.Now)}[/]");
    }

    private static string Instant(DateTimeOffset instant) => Instants.Format(instant);

    private static string Changes(long count) => count == 1 ? "1 change" : $"{count} changes";

    private static string Timers(long count) => count == 1 ? "1 timer" : $"{count} timers";
}
