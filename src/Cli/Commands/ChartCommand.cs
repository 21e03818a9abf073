using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery chart</c>: a metric over time, in the terminal or as a picture.</summary>
internal static class ChartCommand
{
    private sealed record Options(
        Argument<string> Namespace,
        Argument<string> Metric,
        Option<string[]> Dimensions,
        Option<string> Statistic,
        Option<int?> Period,
        Option<string> Since,
        Option<string?> File);

    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var where = new PlaceOptions();
        var options = new Options(
            new("namespace") { Description = "For example AWS/EC2" },
            new("metric") { Description = "For example CPUUtilization" },
            new("--dimension", "-d") { Description = "Of what; may be given again", HelpName = "NAME=VALUE" },
            new("--stat", "-s")
            {
                Description = "The statistic: Sum, p99, TM(10%:90%) …", DefaultValueFactory = static _ => "Average",
                HelpName = "STAT",
            },
            new("--period") { Description = "The period [default: what fits the screen]", HelpName = "SECONDS" },
            new("--since")
            {
                Description = "How far back", DefaultValueFactory = static _ => "3h", HelpName = "DURATION",
            },
            new("--output", "-o") { Description = "Write a picture (SVG) into this file", HelpName = "FILE" });
        var command = new Command("chart", "Draw a metric over time, here or as SVG")
        {
            options.Namespace, options.Metric, options.Dimensions, options.Statistic, options.Period, options.Since,
            options.File, where.Region, where.Account, world,
        };
        globals.Run(command, world, run => DrawAsync(run, where, options));
        return command;
    }

    private static async Task<int> DrawAsync(Run run, PlaceOptions where, Options options)
    {
        var file = run.Parsed.GetValue(options.File);
        var path = PathOf(run, where, options, file is null ? null : "svg");
        if (file is not null)
        {
            using var response = await run.Orrery.SendAsync(new(HttpMethod.Get, path), run.Stop);
            await WriteAsync(file, await response.Content.ReadAsStringAsync(run.Stop), run.Stop);
            run.Screen.Line($"[green]✔[/] {Screen.Text(file)}");
            return ExitCodes.Ok;
        }

        var chart = await run.Orrery.GetAsync(path, AdminJson.Default.ChartView, run.Stop);
        run.Answer(chart, AdminJson.Default.ChartView, screen =>
        {
            foreach (var line in BrailleChart.Draw(chart, run.Context.Width))
                screen.Plain(line);
        });
        return ExitCodes.Ok;
    }

    private static string PathOf(Run run, PlaceOptions where, Options options, string? format)
    {
        var parsed = run.Parsed;
        var dimensions = parsed.GetValue(options.Dimensions) ?? [];
        var region = parsed.GetValue(where.Region) is null
            ? run.Variable("AWS_REGION") ?? run.Variable("AWS_DEFAULT_REGION")
            : null;
        return where.Explicit(
            run,
            AdminPaths.Chart,
            ("namespace", parsed.GetRequiredValue(options.Namespace)),
            ("metric", parsed.GetRequiredValue(options.Metric)),
            ("dimensions", dimensions.Length > 0 ? string.Join(',', dimensions) : null),
            ("statistic", parsed.GetValue(options.Statistic)),
            ("period", parsed.GetValue(options.Period)?.ToString(CultureInfo.InvariantCulture)),
            ("since", parsed.GetValue(options.Since)),
            ("format", format),
            ("region", region));
    }

    /// <summary>Writes a picture into a file.</summary>
    /// <exception cref="CliException">It cannot be written.</exception>
    public static async Task WriteAsync(string file, string text, CancellationToken stop)
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
