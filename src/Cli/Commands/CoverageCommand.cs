using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;
using Orrery.Host.Coverage;

namespace Orrery.Cli.Commands;

/// <summary>
/// <c>orrery coverage</c>: which operations are served. Asks nobody: the program knows what is in it.
/// </summary>
internal static class CoverageCommand
{
    public static Command Create(Globals globals)
    {
        var service = new Argument<string?>("service")
        {
            Description = "Only this service, with its operations, e.g. ec2",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var markdown = new Option<bool>("--markdown") { Description = "As the page docs/coverage.md" };
        var command =
            new Command("coverage", "Which operations are served, and which are refused") { service, markdown };
        globals.Run(command, run =>
        {
            var views = Chosen(run.Parsed.GetValue(service));
            if (run.Parsed.GetValue(markdown)) run.Context.Out.Write(CoveragePage.Of(views));
            else
            {
                run.Answer(views, AdminJson.Default.CoverageViewArray, screen =>
                {
                    if (views.Length == 1) ShowOne(screen, views[0]);
                    else ShowAll(screen, views);
                });
            }
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static CoverageView[] Chosen(string? service)
    {
        var all = CoverageTable.All();
        if (service is null) return all;
        var chosen = all.Where(view => view.Service.Equals(service, StringComparison.OrdinalIgnoreCase)).ToArray();
        return chosen.Length > 0 ? chosen : throw new CliException(
            $"There is no model of a service '{service}'.", "`orrery coverage` lists them all.");
    }

    private static void ShowAll(Screen screen, CoverageView[] views)
    {
        var table = new TextTable(screen, "service", "served", "of", "");
        foreach (var view in views.OrderByDescending(view => view.Served.Count))
        {
            var all = view.Served.Count + view.Refused.Count;
            var style = view.Served.Count > 0 ? "bold" : "grey";
            table.Row(
                $"[{style}]{Screen.Text(view.Service)}[/]", $"{view.Served.Count}", $"{all}",
                Bar(view.Served.Count, all));
        }
        table.ShowOn(screen);
        screen.Line("[grey]A refused operation answers a 4xx that names it; no client retries it.[/]");
    }

    private static void ShowOne(Screen screen, CoverageView view)
    {
        screen.Line($"[bold]{Screen.Text(view.Title)}[/] [grey]({Screen.Text(view.Service)})[/]");
        foreach (var operation in view.Served)
            screen.Line($"  [green]✔[/] {Screen.Text(operation)}");
        foreach (var operation in view.Refused)
            screen.Line($"  [grey]✘ {Screen.Text(operation)}[/]");
        screen.Line($"[grey]{view.Served.Count} served, {view.Refused.Count} refused[/]");
    }

    private static string Bar(int served, int all)
    {
        const int Width = 20;
        var full = served == 0 ? 0 : Math.Max(1, served * Width / all);
        return $"[green]{new string('█', full)}[/][grey]{new string('░', Width - full)}[/]";
    }
}
