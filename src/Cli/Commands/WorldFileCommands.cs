using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host.Admin;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery world export</c> and <c>import</c>: a world as a file.</summary>
internal static class WorldFileCommands
{
    public static Command Export(Globals globals)
    {
        var name = new Argument<string>("world") { Description = "The world to save" };
        var file = new Argument<string>("file") { Description = "Where to; - for standard output" };
        var passphrase = PassphraseFile();
        var command = new Command("export", "Save a world to a file, its secrets sealed: same world, same bytes")
        {
            name, file, passphrase,
        };
        globals.Run(command, async run =>
        {
            var (world, path) = (run.Parsed.GetRequiredValue(name), run.Parsed.GetRequiredValue(file));
            using var response = await run.Orrery.SendAsync(
                With(run, passphrase, new(HttpMethod.Get, WorldCommand.PathOf(world) + "/export")), run.Stop);
            await using var body = await response.Content.ReadAsStreamAsync(run.Stop);
            if (path == "-")
            {
                await using var output = run.Context.OpenOutput();
                await body.CopyToAsync(output, run.Stop);
                return ExitCodes.Ok;
            }
            var size = await SaveAsync(body, path, run.Stop);
            run.Answer(new(world, Path.GetFullPath(path), size), CliJson.Default.ExportedFile, screen =>
                screen.Line($"[green]{Screen.Text(world)}[/] → {Screen.Text(path)} [grey]({size} bytes)[/]"));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Import(Globals globals)
    {
        var file =
            new Argument<string>("file") { Description = "A file made by `orrery world export`; - for standard input" };
        var name = new Argument<string>("as") { Description = "The name of the new world" };
        var passphrase = PassphraseFile();
        var command = new Command("import", "Load a world from a file, as a new world") { file, name, passphrase };
        globals.Run(command, async run =>
        {
            var (path, world) = (run.Parsed.GetRequiredValue(file), run.Parsed.GetRequiredValue(name));
            await using var input = Open(path);
            var request = new HttpRequestMessage(HttpMethod.Put, WorldCommand.PathOf(world))
            {
                Content = new StreamContent(input),
            };
            using var response = await run.Orrery.SendAsync(With(run, passphrase, request), run.Stop);
            var body = await response.Content.ReadAsByteArrayAsync(run.Stop);
            var view = System.Text.Json.JsonSerializer.Deserialize(body, AdminJson.Default.WorldView)!;
            run.Answer(view, AdminJson.Default.WorldView, screen =>
                screen.Line($"[green]The world [bold]{Screen.Text(view.Name)}[/] is there:[/] "
                    + $"{view.Commits} commits, {Instants.Format(view.Now ?? default)}"));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Option<string?> PassphraseFile() => new("--passphrase-file")
    {
        Description = "A file whose first line seals the secrets, to open them elsewhere [default: a key of this home]",
        HelpName = "FILE",
    };

    private static HttpRequestMessage With(Run run, Option<string?> option, HttpRequestMessage request)
    {
        if (run.Parsed.GetValue(option) is not { } path) return request;
        try
        {
            var passphrase = File.ReadLines(path).FirstOrDefault() ?? "";
            request.Headers.TryAddWithoutValidation(AdminPaths.PassphraseHeader, Uri.EscapeDataString(passphrase));
            return request;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path} cannot be read: {problem.Message}");
        }
    }

    private static async Task<long> SaveAsync(Stream body, string path, CancellationToken stop)
    {
        try
        {
            await using var output = File.Create(path);
            await body.CopyToAsync(output, stop);
            return output.Length;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path} cannot be written: {problem.Message}");
        }
    }

    private static Stream Open(string path)
    {
        if (path == "-") return Console.OpenStandardInput();
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path} cannot be read: {problem.Message}");
        }
    }
}
