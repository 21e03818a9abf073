using System.Text.Json.Nodes;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Output;

/// <summary>Shows how two worlds differ: a line a record, and below a changed one the members that differ.</summary>
internal static class DiffText
{
    /// <summary>Writes it.</summary>
    public static void Show(Screen screen, DiffView diff)
    {
        if (diff.Entries.Count == 0)
        {
            screen.Line($"[green]{Screen.Text(diff.Left)} and {Screen.Text(diff.Right)} do not differ.[/]");
            return;
        }
        foreach (var entry in diff.Entries)
        {
            var (sign, colour) = entry.Change switch
            {
                "added" => ("+", "green"),
                "removed" => ("-", "red"),
                _ => ("~", "yellow"),
            };
            screen.Line($"[{colour}]{sign} {Screen.Text(entry.Table)} {Screen.Text(entry.Key)}[/] "
                + $"[grey]{Screen.Text(entry.Account)}/{Screen.Text(entry.Region)}[/]");
            if (entry is { Left: JsonObject left, Right: JsonObject right }) ShowMembers(screen, left, right);
        }
        screen.Line(
            $"[grey]{diff.Entries.Count} differences from {Screen.Text(diff.Left)} to {Screen.Text(diff.Right)}[/]");
    }

    private static void ShowMembers(Screen screen, JsonObject left, JsonObject right)
    {
        foreach (var name in left.Select(pair => pair.Key).Union(right.Select(pair => pair.Key)))
        {
            if (JsonNode.DeepEquals(left[name], right[name])) continue;
            screen.Line($"    {Screen.Text(name)}: [red]{Value(left[name])}[/] → [green]{Value(right[name])}[/]");
        }
    }

    private static string Value(JsonNode? node) => Screen.Text(node?.ToJsonString() ?? "none");
}
