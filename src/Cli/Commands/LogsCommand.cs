using System.CommandLine;
using System.Text.Json;
using Orrery.Cli.Output;
using Orrery.Cli.Tail;
using Orrery.Host.Admin;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery logs</c>: the events of log groups, as they come.</summary>
internal static class LogsCommand
{
    private const string DefaultRegion = "us-east-1";
    private const string Green = "\u001b[32m";
    private const string Cyan = "\u001b[36m";
    private const string Plain = "\u001b[0m";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private sealed record Options(
        Argument<string> Group, Option<bool> Follow, Option<string> Since, Option<string?> Filter);

    public static Command Create(Globals globals) => new("logs", "The events of log groups") { Tail(globals) };

    private static Command Tail(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var options = new Options(
            new("group") { Description = "The log group: /app/orders" },
            new("--follow", "-f") { Description = "Go on with what comes, until Ctrl-C" },
            new("--since")
            {
                Description = "How far back, in the time of the world: 5m, 2d, or an instant",
                DefaultValueFactory = static _ => "10m",
                HelpName = "DURATION",
            },
            new("--filter") { Description = "A filter pattern: ERROR, { $.status >= 500 }", HelpName = "PATTERN" });
        var command = new Command("tail", "The newest events of a log group, all its streams by time")
        {
            options.Group, options.Follow, options.Since, options.Filter, place.Region, place.Account, world,
        };
        globals.Run(command, world, run => TailAsync(run, place, options));
        return command;
    }

    private static async Task<int> TailAsync(Run run, PlaceOptions place, Options options)
    {
        var region = run.Parsed.GetValue(place.Region)
            ?? run.Variable("AWS_REGION") ?? run.Variable("AWS_DEFAULT_REGION") ?? DefaultRegion;
        var tail = new LogTail(
            run.Orrery, (run.Parsed.GetValue(place.Account), region), run.Parsed.GetRequiredValue(options.Group),
            run.Parsed.GetValue(options.Filter), await FromAsync(run, run.Parsed.GetRequiredValue(options.Since)));
        Show(run, await tail.NextAsync(run.Stop));
        if (!run.Parsed.GetValue(options.Follow)) return ExitCodes.Ok;
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(run.Stop)) Show(run, await tail.NextAsync(run.Stop));
        }
        catch (OperationCanceledException)
        {
            // The user has seen enough.
        }

        return ExitCodes.Ok;
    }

    // A duration counts back from the world's clock, which is not that of this machine.
    private static async Task<DateTimeOffset> FromAsync(Run run, string since)
    {
        if (!Durations.TryParse(since, out var back))
        {
            return since.Contains('-', StringComparison.Ordinal)
                ? Instants.Parse(since)
                : throw new CliException($"'{since}' is no time to begin at.", $"Say {Durations.Help}, or an instant.");
        }

        var clock = await run.Orrery.GetAsync(AdminPaths.Clock, AdminJson.Default.ClockView, run.Stop);
        return back < clock.Now - DateTimeOffset.UnixEpoch ? clock.Now - back : DateTimeOffset.UnixEpoch;
    }

    // Events are written as they are, whatever the width of the screen; in JSON, one a line.
    private static void Show(Run run, IReadOnlyList<TailedEvent> events)
    {
        foreach (var entry in events)
        {
            if (run.Json)
            {
                run.Screen.Plain(JsonSerializer.Serialize(entry, TailJson.Default.TailedEvent));
                continue;
            }

            var (green, cyan, plain) = run.Screen.HasColour ? (Green, Cyan, Plain) : ("", "", "");
            var at = Instants.Format(DateTimeOffset.FromUnixTimeMilliseconds(entry.Timestamp));
            run.Screen.Plain(
                $"{green}{at}{plain} {cyan}{entry.LogStreamName}{plain} {entry.Message.TrimEnd('\r', '\n')}");
        }
    }
}
