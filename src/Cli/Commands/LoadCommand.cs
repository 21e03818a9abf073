using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Orrery.Cli.Output;
using Orrery.Contracts.Loads;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery load</c>: demand on instances.</summary>
internal static class LoadCommand
{
    public static Command Create(Globals globals) =>
        new("load", "Put load on instances: requests over time, and their cost")
    {
        Apply(globals), Show(globals), Remove(globals),
    };

    private static Command Apply(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var file = new Argument<string>("file") { Description = "A JSON file of loads" };
        var command = new Command("apply", "Declare the loads of a file, in the place of those of the same names")
        {
            file, place.Region, place.Account, world,
        };
        globals.Run(command, world, async run =>
        {
            var loads = await ReadAsync(run.Parsed.GetRequiredValue(file), run.Stop);
            var states = await run.Orrery.PutAsync(
                place.Query(run, AdminPaths.Loads), loads, AdminJson.Default.LoadFile,
                AdminJson.Default.LoadStateArray, run.Stop);
            run.Answer(states, AdminJson.Default.LoadStateArray, screen => Show(screen, states));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Show(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var command = new Command("show", "The loads and how they stand") { place.Region, place.Account, world };
        globals.Run(command, world, async run =>
        {
            var states = await run.Orrery.GetAsync(
                place.Query(run, AdminPaths.Loads), AdminJson.Default.LoadStateArray, run.Stop);
            run.Answer(states, AdminJson.Default.LoadStateArray, screen => Show(screen, states));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Remove(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var name = new Argument<string>("name") { Description = "Its name" };
        var command = new Command("remove", "Take a load back, with what it did in the past")
        {
            name, place.Region, place.Account, world,
        };
        globals.Run(command, world, async run =>
        {
            var wanted = run.Parsed.GetRequiredValue(name);
            var path = place.Query(run, $"{AdminPaths.Loads}/{Uri.EscapeDataString(wanted)}");
            using var response = await run.Orrery.SendAsync(new(HttpMethod.Delete, path), run.Stop);
            if (!run.Json) run.Screen.Line($"[green]The load {Screen.Text(wanted)} is gone.[/]");
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>Loads as a table.</summary>
    public static TextTable Table(Screen screen, IEnumerable<LoadState> states)
    {
        var table = new TextTable(screen, "load", "instances", "requests/s", "errors/s", "latency");
        foreach (var state in states)
            table.Row(
                Screen.Text(state.Load.Name), Number(state.Running, "F0"), Number(state.Requests, "F1"),
                Number(state.Errors, "F1"), Number(state.Latency * 1000, "F0") + " ms");
        return table;
    }

    private static void Show(Screen screen, LoadState[] states)
    {
        if (states.Length == 0) screen.Line("[grey]No load is declared.[/]");
        else Table(screen, states).ShowOn(screen);
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Reads a file of loads, with the traces that it names.</summary>
    /// <exception cref="CliException">It cannot be read.</exception>
    public static async Task<LoadFile> ReadAsync(string path, CancellationToken stop)
    {
        if (Directory.Exists(path)) throw new CliException($"{path} is a folder, not a file of loads.");
        byte[] text = [];
        try
        {
            text = await File.ReadAllBytesAsync(path, stop);
            var file = JsonSerializer.Deserialize(text, AdminJson.Default.LoadFile);
            var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
            return new([.. (file?.Loads ?? []).Select(load =>
                load with { Rate = load.Rate is null ? null : WithTraces(load.Rate, folder) })]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            var why = problem is JsonException json ? JsonMistake.Of(json, text) : problem.Message;
            throw new CliException($"{path} cannot be read: {why}");
        }
    }

    // The server reads no files: traces are sent with the loads.
    private static LoadShape WithTraces(LoadShape shape, string folder)
    {
        if (shape is { File: { } name, Csv: null })
            shape = shape with { File = null, Csv = File.ReadAllText(Path.Combine(folder, name)) };
        return shape.Parts is { } parts
            ? shape with { Parts = [.. parts.Select(part => WithTraces(part, folder))] }
            : shape;
    }
}
