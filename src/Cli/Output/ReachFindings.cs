using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Output;

/// <summary>Shows what can reach what.</summary>
internal static class ReachFindings
{
    private const int MostNames = 6;

    /// <summary>Writes the findings, or why there are none.</summary>
    public static void Show(Screen screen, ReachView reach)
    {
        if (!reach.Reachable)
        {
            screen.Line("[bold]✘ nothing gets through[/]");
            if (reach.Why is { } why)
                screen.Line($"For one: {Screen.Text(why.Text)} [grey]{Screen.Text(why.Code)}[/]");
            ReasonTree.ShowRemedies(screen, reach.Remedies);
            return;
        }

        foreach (var finding in reach.Findings)
        {
            screen.Line($"[bold]{Names(finding.Sources)}[/] can reach [bold]{Names(finding.Destinations)}[/]");
            foreach (var line in finding.Packets)
                screen.Line($"  {Screen.Text(line)}");
            screen.Line($"  [grey]for one: {Screen.Text(finding.Witness.Flow)}[/]");
            HopList.Show(screen, "There", finding.Witness.Forward);
            screen.Line();
        }
    }

    private static string Names(IReadOnlyList<string> ids) => Screen.Text(
        string.Join(", ", ids.Take(MostNames)) + (ids.Count > MostNames ? $" and {ids.Count - MostNames} more" : ""));
}
