using System.Globalization;
using Orrery.Contracts.Scaling;
using Orrery.Core;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Output;

/// <summary>Shows why an Auto Scaling group has its size.</summary>
internal static class GroupText
{
    private static readonly string[] States =
        ["InService", "Pending", "Pending:Wait", "Standby", "Terminating", "Terminating:Wait"];

    /// <summary>Shows it.</summary>
    public static void Show(Screen screen, GroupExplanation view)
    {
        var (size, colour) = (view.Size, view.IsGood ? "green" : "yellow");
        screen.Line($"[bold]{Screen.Text(view.Name)}[/]  [grey]{Instants.Format(view.At)}[/]");
        screen.Line(
            $"[{colour}]{size.InService} in service, {size.Desired} desired[/], "
                + $"between {size.Min} and {size.Max}");
        Zones(screen, view);
        screen.Show(ReasonTree.Of(View(view.Why), good: true));
        Policies(screen, view);
        if (view.Obstacles.Count > 0)
        {
            screen.Line("[bold]What holds it back:[/]");
            foreach (var one in view.Obstacles)
                screen.Show(ReasonTree.Of(View(one), good: false));
        }
        else
        {
            screen.Line("[green]Nothing holds it back.[/]");
        }

        History(screen, view);
    }

    private static void Zones(Screen screen, GroupExplanation view)
    {
        var states = States.Union(view.Zones.SelectMany(zone => zone.States.Keys))
            .Where(state => state == States[0] || view.Zones.Any(zone => zone.States.ContainsKey(state))).ToList();
        var table = new TextTable(screen, ["zone", .. states, "note"]);
        foreach (var zone in view.Zones)
        {
            table.Row([
                Screen.Text(zone.Zone),
                .. states.Select(state => $"{zone.States.GetValueOrDefault(state)}"),
                zone.Note is { } note ? $"[yellow]{Screen.Text(note)}[/]" : "",
            ]);
        }

        table.ShowOn(screen);
    }

    private static void Policies(Screen screen, GroupExplanation view)
    {
        if (view.Policies.Count == 0)
        {
            screen.Line("[grey]It has no policies.[/]");
            return;
        }

        var table = new TextTable(screen, "policy", "kind", "alarm", "state", "value", "threshold", "now");
        foreach (var policy in view.Policies)
        {
            var name = policy.IsWinner ? $"[green]{Screen.Text(policy.Name)} ✔[/]" : Screen.Text(policy.Name);
            var wants = policy.Wants is { } to ? $"[bold]wants {to}[/]: " : "";
            if (policy.Alarms.Count == 0)
                table.Row(name, Screen.Text(policy.Kind), "-", "-", "-", "-", wants + Screen.Text(policy.Says));
            for (var place = 0; place < policy.Alarms.Count; place++)
            {
                var alarm = policy.Alarms[place];
                var isFirst = place == 0;
                table.Row(
                    isFirst ? name : "", isFirst ? Screen.Text(policy.Kind) : "", Screen.Text(alarm.Name),
                    Coloured(alarm.State), Number(alarm.Value),
                    $"{(alarm.IsAbove ? ">" : "<")} {Number(alarm.Threshold)}",
                    isFirst ? wants + Screen.Text(policy.Says) : "");
            }
        }

        table.ShowOn(screen);
    }

    private static void History(Screen screen, GroupExplanation view)
    {
        if (view.History.Count == 0) return;
        var table = new TextTable(screen, "at", "from", "to", "who", "why");
        foreach (var one in view.History)
        {
            table.Row(
                Instants.Format(one.At), $"{one.From}", $"{one.To}", Screen.Text(one.Winner ?? "a request"),
                Screen.Text(one.Text));
        }

        table.ShowOn(screen);
    }

    private static string Coloured(string state) => state switch
    {
        "ALARM" => "[red]ALARM[/]",
        "OK" => "[green]OK[/]",
        _ => $"[yellow]{Screen.Text(state)}[/]",
    };

    private static string Number(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "-";

    private static ReasonView View(Reason reason) =>
        new(reason.Code, reason.Text, reason.Subject, [.. reason.Because.Select(View)]);
}
