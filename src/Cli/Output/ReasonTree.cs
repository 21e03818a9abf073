using Orrery.Host.Admin.Shapes;
using Spectre.Console;

namespace Orrery.Cli.Output;

/// <summary>Shows reasons as a tree, and remedies as commands that can be pasted.</summary>
internal static class ReasonTree
{
    /// <summary>The tree of a reason.</summary>
    public static Tree Of(ReasonView root, bool good)
    {
        var colour = good ? "green" : "red";
        var tree = new Tree($"[{colour}]{Screen.Text(root.Text)}[/]{Code(root)}");
        foreach (var reason in root.Because)
            AddTo(tree, reason);
        return tree;
    }

    /// <summary>The smallest changes that would help.</summary>
    public static void ShowRemedies(Screen screen, IReadOnlyList<RemedyView> remedies)
    {
        if (remedies.Count == 0)
        {
            screen.Line("[grey]No change is known that would help.[/]");
            return;
        }
        screen.Line(remedies.Count == 1 ? "[bold]This would help:[/]" : "[bold]Each of these would help:[/]");
        for (var i = 0; i < remedies.Count; i++)
        {
            screen.Line($"  [bold]{i + 1}.[/] {Screen.Text(remedies[i].Text)}");
            // No command takes a statement from a policy: the sentence says which has to go.
            foreach (var change in remedies[i].Changes.Where(c => !c.Arguments.ContainsKey("RemoveStatement")))
                screen.Line($"     [cyan]{Screen.Text(AwsCommand.Of(change))}[/]");
        }
    }

    private static void AddTo(IHasTreeNodes parent, ReasonView reason)
    {
        var subject = reason.Subject is null ? "" : $" [grey]({Screen.Text(reason.Subject)})[/]";
        var node = parent.AddNode($"{Screen.Text(reason.Text)}{Code(reason)}{subject}");
        foreach (var below in reason.Because)
            AddTo(node, below);
    }

    private static string Code(ReasonView reason) =>
        reason.Code.Length == 0 ? "" : $" [grey]{Screen.Text(reason.Code)}[/]";
}
