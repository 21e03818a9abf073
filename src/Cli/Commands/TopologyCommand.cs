using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery topology</c>: the networks of an account as a picture.</summary>
internal static class TopologyCommand
{
    private sealed record Options(
        Option<string[]> Vpcs,
        Option<string[]> Trace,
        Option<int?> Port,
        Option<string> Protocol,
        Option<string?> File);

    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var where = new PlaceOptions();
        var options = new Options(
            new("--vpc") { Description = "Only these VPCs", HelpName = "VPC", AllowMultipleArgumentsPerToken = true },
            new("--trace")
            {
                Description = "Light the way of a packet, from SRC to DST",
                HelpName = "SRC DST",
                Arity = new ArgumentArity(2, 2),
                AllowMultipleArgumentsPerToken = true,
            },
            new("--port", "-p") { Description = "Its destination port", HelpName = "PORT" },
            new("--protocol")
            {
                Description = "Its protocol", DefaultValueFactory = static _ => "tcp", HelpName = "PROTOCOL",
            },
            new("--output", "-o") { Description = "The file to write [default: standard output]", HelpName = "FILE" });
        var command = new Command("topology", "Draw the networks of an account as SVG, with a traced path lit")
        {
            where.Region, where.Account, options.Vpcs, options.Trace, options.Port, options.Protocol, options.File,
            world,
        };
        globals.Run(command, world, run => DrawAsync(run, where, options));
        return command;
    }

    private static async Task<int> DrawAsync(Run run, PlaceOptions where, Options options)
    {
        var parsed = run.Parsed;
        var trace = parsed.GetValue(options.Trace) ?? [];
        var path = where.Explicit(
            run, AdminPaths.Topology,
            ("vpcs", parsed.GetValue(options.Vpcs) is { Length: > 0 } vpcs ? string.Join(',', vpcs) : null),
            ("source", trace.ElementAtOrDefault(0)),
            ("destination", trace.ElementAtOrDefault(1)),
            ("port", parsed.GetValue(options.Port)?.ToString(CultureInfo.InvariantCulture)),
            ("protocol", trace.Length > 0 ? parsed.GetValue(options.Protocol) : null),
            ("format", run.Json ? "json" : null));
        using var response = await run.Orrery.SendAsync(new(HttpMethod.Get, path), run.Stop);
        var text = await response.Content.ReadAsStringAsync(run.Stop);
        if (parsed.GetValue(options.File) is { } file)
        {
            await WriteAsync(file, text, run.Stop);
            run.Screen.Line($"[green]✔[/] {Screen.Text(file)}");
        }
        else
            run.Screen.Plain(text.TrimEnd());
        return ExitCodes.Ok;
    }

    private static async Task WriteAsync(string file, string text, CancellationToken stop)
    {
        try
        {
            await File.WriteAllTextAsync(file, text, stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{file} cannot be written: {problem.Message}");
        }
    }
}
